"""Plain text, and what is only named so."""

from tests.corpus.hostile.archives import TEXT, noise
from tests.corpus.hostile.files import EITHER, READ, Hostile

SOUND = "\n\n".join([TEXT] * 6)
# Times, dates, names and brackets without an end: what patterns look for and never finish.
TIMES = "10:00-10:00-" * 1600
DATES = "1 May 2027 - 2 May 2027, " * 700
NAMES = "Mr. " * 4800
SPACES = "a" + " " * 19_000 + "b"
LETTERS = "A" * 19_000
BRACKETS = "(" * 9000 + "UN" + ")" * 9000
ADDRESSES = "a@" * 9000


def lines(*many: str) -> bytes:
    return "\n\n".join([TEXT, *many, TEXT]).encode()


TEXTS = (
    Hostile("empty.txt", lambda: b""),
    Hostile("white.txt", lambda: b" \t\r\n\xc2\xa0" * 500),
    Hostile("empty.pdf", lambda: b""),
    Hostile("empty.docx", lambda: b""),
    Hostile("empty.html", lambda: b""),
    Hostile("one_line.txt", lambda: b"lamp " * 1_000_000),
    Hostile("one_short_line.md", lambda: b"lamp " * 380_000),
    Hostile("zeros.txt", lambda: SOUND.encode().replace(b"lamp", b"la\x00mp")),
    Hostile("turned.txt", lambda: SOUND.replace("lamp", "\u202epmal\u202c").encode(), READ, never="\u202e"),
    Hostile("noise.txt", noise),
    Hostile("noise.html", noise),
    Hostile("program.docx", lambda: b"MZ\x90\x00" + noise()),
    Hostile("program.txt", lambda: b"\x7fELF\x02\x01\x01" + noise()),
    Hostile("picture.html", lambda: b"\x89PNG\r\n\x1a\n" + noise()),
    Hostile("photograph.pdf", lambda: b"\xff\xd8\xff\xe0" + noise()),
    Hostile("rich.rtf", lambda: b"{\\rtf1\\ansi " + SOUND.encode() + b"}"),
    Hostile("rich.txt", lambda: b"{\\rtf1\\ansi " + SOUND.encode() + b"}"),
    Hostile("packed.txt", lambda: b"\x1f\x8b\x08\x00" + noise()),
    Hostile("half_a_pair.txt", lambda: b"\xff\xfe" + SOUND.encode("utf-16-le") + b"\x00\xd8", EITHER),
    Hostile("without_mark.txt", lambda: SOUND.encode("utf-16-le"), EITHER),
    Hostile("some_bad_bytes.txt", lambda: SOUND.encode() + b"\xff\xfe\xfa", EITHER),
    Hostile("times.txt", lambda: lines(*[TIMES] * 20), EITHER),
    Hostile("dates.txt", lambda: lines(*[DATES] * 20), EITHER),
    Hostile("names.txt", lambda: lines(*[NAMES] * 20), EITHER),
    Hostile("spaces.txt", lambda: lines(*[SPACES] * 40), EITHER),
    Hostile("letters.txt", lambda: lines(*[LETTERS] * 40), EITHER),
    Hostile("brackets.txt", lambda: lines(*[BRACKETS] * 20), EITHER),
    Hostile("addresses.txt", lambda: lines(*[ADDRESSES] * 20), EITHER),
    Hostile("many_lines.txt", lambda: b"lamp\n\n" * 300_000, EITHER),
    Hostile("no_ending", lambda: SOUND.encode(), EITHER),
    Hostile("unknown.xyz", lambda: SOUND.encode(), EITHER),
)
