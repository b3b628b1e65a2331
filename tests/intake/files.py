"""Small documents of every kind, written by hand: what the readers are tested on."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from html import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="U2"><w:name w:val="Überschrift 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Z1"><w:name w:val="Заголовок 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="My own"/><w:basedOn w:val="H1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Quo"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(body: str, **more: str | bytes) -> bytes:
    """A Word document with this body; `more` are parts by name, "__" for "/" and "_xml" for ".xml"."""
    named = {name.replace("__", "/").replace("_xml", ".xml"): content for name, content in more.items()}
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {W}>{STYLES}</w:styles>",
            "word/numbering.xml": f"<w:numbering {W}>{NUMBERING}</w:numbering>",
            **named,
        }
    )


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", look: str = "") -> str:
    """Runs are XML, or plain text where they do not begin with a tag."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{named}{look}</w:pPr>{inner}</w:p>"


def table(*rows: Iterable[str]) -> str:
    return "<w:tbl>" + "".join("<w:tr>" + "".join(row) + "</w:tr>" for row in rows) + "</w:tbl>"


def cell(content: str, look: str = "") -> str:
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{inner}</w:tc>"


Text = tuple[float, float, str]  # from the left, from the top, what
SIZE, WIDTH, HEIGHT = 11, 595, 842


def text(x: float, top: float, words: str, *, size: float = SIZE, bold: bool = False) -> str:
    """Drawing instructions for one line; Latin letters only, for the fonts every reader has."""
    safe = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{'B' if bold else 'R'} {size} Tf 1 0 0 1 {x} {HEIGHT - top} Tm ({safe}) Tj ET"


def ruled(lefts: Sequence[float], tops: Sequence[float]) -> str:
    """A grid of lines."""
    across = [f"{lefts[0]} {HEIGHT - top} m {lefts[-1]} {HEIGHT - top} l S" for top in tops]
    down = [f"{left} {HEIGHT - tops[0]} m {left} {HEIGHT - tops[-1]} l S" for left in lefts]
    return "\n".join([*across, *down])


def paragraphs(top: float, *lines: str, left: float = 72, pitch: float = 14, size: float = SIZE) -> str:
    return "\n".join(text(left, top + n * pitch, line, size=size) for n, line in enumerate(lines))


def pdf(*pages: str, packed: bool = True, extra: str = "") -> bytes:
    """A PDF of pages given as drawing instructions, with Helvetica and its bold form."""
    objects = [b"", b"", f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {ENCODING} >>".encode()]
    objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold {ENCODING} >>".encode())
    kids = []
    for page in pages:
        objects.append(_stream(page.encode("cp1252"), packed))
        contents = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {contents} 0 R"
            f" /Resources << /Font << /R 3 0 R /B 4 0 R >> >> {extra} >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    return _file(objects)


ENCODING = "/Encoding /WinAnsiEncoding"


def _stream(data: bytes, packed: bool) -> bytes:
    if not packed:
        return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)
    small = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(small), small)


def _file(objects: Sequence[bytes]) -> bytes:
    target, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(target))
        target += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(target)
    target += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    target += b"".join(b"%010d 00000 n \n" % place for place in places)
    target += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(target)
