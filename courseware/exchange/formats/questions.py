"""Files of questions: written and read again at once, so that what is given out is known to be what was meant."""

from typing import Protocol

from courseware.exchange.formats import aiken, gift, moodle
from courseware.exchange.formats.course import NO_LIMIT, CourseFile, Loss, Outcome, Reading, Unreadable, Written
from courseware.exchange.formats.xml import LARGEST
from intake.errors import Refused
from intake.readers.decoding import decoded


class Reader(Protocol):
    """Raises Unreadable; `most` is how many questions the file may hold."""

    def __call__(self, data: bytes, most: int = NO_LIMIT) -> Reading: ...


def as_moodle_xml(course: CourseFile, *, ordering: bool = False) -> Written:
    return _checked(f"{course.slug}-moodle.xml", moodle.write(course, ordering=ordering), READERS["moodle"])


def as_gift(course: CourseFile) -> Written:
    return _checked(f"{course.slug}-gift.txt", gift.write(course), READERS["gift"])


def as_aiken(course: CourseFile) -> Written:
    return _checked(f"{course.slug}-aiken.txt", aiken.write(course), READERS["aiken"])


def text_in(data: bytes) -> str:
    """Raises Unreadable: empty, too_big, binary, not_text."""
    if len(data) > LARGEST:
        raise Unreadable("too_big")
    try:
        return decoded(data).text
    except Refused as refusal:
        raise Unreadable(refusal.code) from None


READERS: dict[str, Reader] = {
    "moodle": moodle.read,
    "gift": lambda data, most=NO_LIMIT: gift.read(text_in(data), most),
    "aiken": lambda data, most=NO_LIMIT: aiken.read(text_in(data), most),
}


def format_of(data: bytes) -> str:
    """Which of READERS a file is for: by its content, for its name ends in .txt or .xml at most."""
    start = data[:2000].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"<"):
        return "moodle"
    text = data.replace(b"\x00", b"")
    return "aiken" if b"\nANSWER:" in text.replace(b"\r", b"\n") and b"{" not in text else "gift"


def _checked(name: str, made: Outcome, reader: Reader) -> Written:
    faults = _faults(made, reader) if made.kept else ()
    return Written(name, made.data, questions=len(made.kept), losses=tuple(made.losses), faults=faults)


def _faults(made: Outcome, reader: Reader) -> tuple[Loss, ...]:
    """What reading the file again shows to be otherwise than it was meant."""
    try:
        found = reader(made.data)
    except Unreadable as reason:
        return (Loss("unreadable", reason.code),)
    faults = [Loss("not_read_again", each.title) for each in found.not_taken]
    if len(found.taken) != len(made.kept):
        return (*faults, Loss("count_differs", f"{len(found.taken)} / {len(made.kept)}"))
    pairs = zip(made.kept, found.taken, strict=True)
    return (*faults, *(Loss("text_differs", read.title) for meant, read in pairs if meant.item != read.item))
