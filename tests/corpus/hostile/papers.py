"""PDF files."""

import io
import zlib

from lxml import etree
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from tests.corpus.hostile.archives import TEXT, noise
from tests.corpus.hostile.files import EITHER, READ, Hostile
from tests.corpus.writing import portable


def sound() -> bytes:
    paragraphs = "".join(f"<p>{TEXT} Copy {n}.</p>" for n in range(30))
    return portable.document(etree.fromstring(f"<doc><title>A list of lamps</title>{paragraphs}</doc>"))


def of_objects(*objects: bytes) -> bytes:
    """A PDF of numbered objects, the first its catalog, with a right table of where they stand."""
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return made + head + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(made))


CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def stream(content: bytes) -> bytes:
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(content) + content + b"\nendstream"


def of_content(content: bytes) -> bytes:
    """One page with this content stream, already deflated."""
    return of_objects(CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, stream(content), FONT)


def deflated(piece: bytes, times: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(piece * 10_000) for _ in range(times // 10_000)), packer.flush()])


def bomb() -> bytes:
    """Some 200 kB that become 200 MB of drawing."""
    return of_content(deflated(b"0 0 m 9 9 l S 1 1 m 9 1 l S ", 8_000_000))


def word_bomb() -> bytes:
    return of_content(b"".join([deflated(b"BT /F 9 Tf 9 9 Td (lamp) Tj ET ", 1_000_000)]))


def many_pages() -> bytes:
    """The same page 20,000 times."""
    kids = b"3 0 R " * 20_000
    return of_objects(CATALOG, b"<< /Type /Pages /Kids [" + kids + b"] /Count 20000 >>", PAGE, stream(b""), FONT)


def pages_in_a_ring() -> bytes:
    return of_objects(
        CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    )


def scanned() -> bytes:
    """A picture and no letter."""
    made = io.BytesIO()
    canvas = Canvas(made)
    for x in range(20):
        canvas.rect(50 + 20 * x, 400, 12, 200, fill=1)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def with_password(user: str, owner: str) -> bytes:
    writer, made = PdfWriter(PdfReader(io.BytesIO(sound()))), io.BytesIO()
    writer.encrypt(user, owner, algorithm="AES-256")
    writer.write(made)
    return made.getvalue()


def nested(depth: int) -> bytes:
    return of_objects(CATALOG, b"[" * depth + b"]" * depth)


def with_script() -> bytes:
    """Text, and a script for the moment the file is opened."""
    catalog = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert('lamp');) >> >>"
    content = zlib.compress(f"BT /F 9 Tf 60 700 Td ({TEXT}) Tj ET".encode())
    return of_objects(catalog, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, stream(content), FONT)


PAPERS = (
    Hostile("bomb.pdf", bomb),
    Hostile("bomb_of_words.pdf", word_bomb),
    Hostile("many_pages.pdf", many_pages),
    Hostile("pages_in_a_ring.pdf", pages_in_a_ring),
    Hostile("scanned.pdf", scanned),
    Hostile("password.pdf", lambda: with_password("secret", "secret")),
    Hostile("owner_password.pdf", lambda: with_password("", "secret"), EITHER),
    Hostile("truncated.pdf", lambda: sound()[: len(sound()) // 3], EITHER),
    Hostile("without_its_end.pdf", lambda: sound()[:-200], EITHER),
    Hostile("only_the_head.pdf", lambda: b"%PDF-1.7\n"),
    Hostile("nested.pdf", lambda: nested(100_000)),
    Hostile("script.pdf", with_script, EITHER, never="app.alert"),
    Hostile("noise.pdf", lambda: b"%PDF-1.7\n" + noise()),
    Hostile("paper_named.txt", sound, READ, must_hold="list of every lamp"),
    Hostile("paper_named.docx", sound, READ, must_hold="list of every lamp"),
)
