"""Word files and other ZIP files."""

import io
import random
import struct
import zipfile

from lxml import etree

from tests.corpus.hostile.files import EITHER, READ, Hostile
from tests.corpus.writing import word
from tests.corpus.writing.package import CONTENT_TYPES, RELATIONS

TEXT = "The harbour office keeps a list of every lamp that was ever lit on the quay, and of who lit it."
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def sound() -> bytes:
    paragraphs = "".join(f"<p>{TEXT} Copy {n}.</p>" for n in range(30))
    return word.document(etree.fromstring(f"<doc><title>A list of lamps</title>{paragraphs}</doc>"))


def zipped(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_body(body: str, before: str = "", **more: str) -> bytes:
    """A Word file with this body; `before` stands in front of the document, where a type declaration would."""
    document = word.part("document", f"<w:body>{body}</w:body>")
    if before:
        document = document.replace("?>\n", "?>\n" + before, 1)
    return zipped(
        {"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document, **more}
    )


def bomb() -> bytes:
    """Some 200 kB that become 200 MB."""
    return with_body(word.paragraph("lamp " * 40_000_000))


def lying_bomb() -> bytes:
    """The same, with a table of contents that calls every member small."""
    data = bytearray(with_body(word.paragraph("lamp " * 14_000_000)))
    at = data.find(b"PK\x01\x02")
    while at != -1:
        data[at + 24 : at + 28] = struct.pack("<I", 4000)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def entity_bomb() -> bytes:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return with_body(word.paragraph("@").replace("@", "&e9;"), f'<!DOCTYPE d [<!ENTITY e0 "lamp">{levels}]>')


def external_entity() -> bytes:
    body = "".join(map(word.paragraph, [TEXT] * 5)) + word.paragraph("@").replace("@", "&x;")
    return with_body(body, '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')


def many_members() -> bytes:
    return with_body(word.paragraph(TEXT), **{f"word/media/{n}.xml": "" for n in range(20_000)})


def climbing_names() -> bytes:
    return with_body(word.paragraph(TEXT), **{"../../outside.xml": "x", "/absolute.xml": "x", "C:\\drive.xml": "x"})


def encrypted_zip() -> bytes:
    """Every member marked as encrypted, as a ZIP program with a password would leave them."""
    data = bytearray(sound())
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at != -1:
            data[at + flags] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def old_format(stream: str) -> bytes:
    """The head of a compound file with one named stream: an old Word file, or a Word file with a password."""
    return OLD + bytes(504) + stream.encode("utf-16-le") + bytes(4096)


def twice_the_same_name() -> bytes:
    first, second = sound(), with_body(word.paragraph("Another text altogether."))
    made = io.BytesIO(first)
    with zipfile.ZipFile(made, "a") as archive, zipfile.ZipFile(io.BytesIO(second)) as other:
        archive.NameToInfo.pop("word/document.xml")
        archive.writestr("word/document.xml", other.read("word/document.xml"))
    return made.getvalue()


def deep_tables() -> bytes:
    depth = 3000
    body = "<w:tbl><w:tr><w:tc>" * depth + word.paragraph(TEXT) + "</w:tc></w:tr></w:tbl>" * depth
    return with_body(body)


def wide_cell() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + word.paragraph(TEXT) + "</w:tc>"
    return with_body(word.paragraph(TEXT) + f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>")


def picture_from_outside() -> bytes:
    """A picture that is linked to a file of the server."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    body = word.paragraph(TEXT) * 5 + (
        '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:link="out"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r></w:p>"
    )
    link = f'<Relationship Id="out" Type="{office}/image" Target="file:///etc/passwd" TargetMode="External"/>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return with_body(
        body, **{"word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{link}</Relationships>'}
    )


def noise() -> bytes:
    return random.Random(4).randbytes(50_000)


ODT = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office:document-content/>"}

ARCHIVES = (
    Hostile("bomb.docx", bomb),
    Hostile("bomb_that_lies.docx", lying_bomb),
    Hostile("entity_bomb.docx", entity_bomb),
    Hostile("external_entity.docx", external_entity, EITHER, never="root:"),
    Hostile("many_members.docx", many_members),
    Hostile("climbing_names.docx", climbing_names, EITHER),
    Hostile("encrypted_zip.docx", encrypted_zip),
    Hostile("password.docx", lambda: old_format("EncryptedPackage")),
    Hostile("old_word.doc", lambda: old_format("WordDocument")),
    Hostile("old_word.docx", lambda: old_format("WordDocument")),
    Hostile("truncated.docx", lambda: sound()[: len(sound()) // 2]),
    Hostile("twice_the_same_name.docx", twice_the_same_name, EITHER),
    Hostile("deep_tables.docx", deep_tables, EITHER),
    Hostile("wide_cell.docx", wide_cell, EITHER),
    Hostile("many_paragraphs.docx", lambda: with_body("<w:p/>" * 200_000 + word.paragraph(TEXT) * 5), EITHER),
    Hostile("picture_from_outside.docx", picture_from_outside, EITHER, never="root:"),
    Hostile("no_document.docx", lambda: zipped({"[Content_Types].xml": CONTENT_TYPES, "word/styles.xml": "<a/>"})),
    Hostile("broken_xml.docx", lambda: zipped({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": "<w:p"})),
    Hostile("sheet.docx", lambda: zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"})),
    Hostile("empty_document.docx", lambda: with_body("")),
    Hostile("text.odt", lambda: zipped(ODT)),
    Hostile("noise.docx", noise),
    Hostile("word_file_named.pdf", sound, READ, must_hold="list of every lamp"),
    Hostile("word_file_named.txt", sound, READ, must_hold="list of every lamp"),
    Hostile("archive.zip", lambda: zipped({"note.txt": TEXT})),
)
