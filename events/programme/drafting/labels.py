"""Lines that begin with their label: `Venue: Zoom`, `Organised by the Agency`."""

import itertools
import re

from events.programme.drafting.lexicon import role_of

_LABEL = re.compile(r"^([^\W\d_][\w &/'’\-]{1,60}?)\s{0,3}(?::|\s[–—-]\s)\s{0,5}(.{0,5000})$", re.DOTALL)
_ASKED = re.compile(r"^([^\W\d_][\w ’']{1,30}\?)\s{1,3}(\S.{0,5000})$", re.DOTALL)  # "Where? Harbour Hall"
_DECORATION = re.compile(r"^[^\w«“\"'‘(\[<@#•*–—-]{1,4}(?=[^\W\d_])")  # pictures before a label
_NEXT_LABEL = re.compile(r"(?<=[^:;,]\s)((?:[A-ZА-ЯЁ][\w’-]{1,30})(?:\s[\w’&/-]{1,20}){0,4}):\s")
_SPOKEN_LABEL = (
    r"(?:(?:[Cc]o-)?[Oo]rgani[sz]ed (?:jointly )?by|[Jj]ointly organi[sz]ed by|[Hh]osted by|"
    r"[Bb]rought to you by|[Cc]onvened by|"
    r"(?:With|with) (?:the )?(?:\w{3,15} )?support of|[Ii]n (?:partnership|cooperation|"
    r"collaboration) with|Supported by|Funded by|Financed by|Sponsored by|"
    r"При поддержке|При содействии|Совместно с|В партнёрстве с)"
)
_SPOKEN = re.compile(rf"({_SPOKEN_LABEL})\s(?:the\s)?(?=[A-ZА-ЯЁ])(.{{3,400}})$")
_SENTENCE_END = re.compile(r"(?<=[a-zа-я)])\.\s(?=[A-ZА-ЯЁ])")
_SPOKEN_NEXT = re.compile(rf"(?<=[^;:,]\s)({_SPOKEN_LABEL})\s(?=the\s|[A-ZА-ЯЁ])")
_LONGEST_SPOKEN = 400


def is_spoken(line: str) -> bool:
    """Whether a line says who holds or supports the event: `Hosted by the Agency and the Office`."""
    spoken = _SPOKEN.match(line) if len(line) < _LONGEST_SPOKEN else None
    return bool(spoken and role_of(spoken.group(1)))


def label_of(line: str) -> tuple[str, str] | None:
    """`Venue: Zoom`, `Venue – Zoom`, or `Organised by the Agency` on a line of its own."""
    line = _DECORATION.sub("", line)
    if is_spoken(line):
        said, bodies = _SPOKEN.match(line).groups()  # type: ignore[union-attr]
        return said, _SENTENCE_END.split(bodies, maxsplit=1)[0].rstrip(".")
    match = _LABEL.match(line) or _ASKED.match(line)
    return (match.group(1), match.group(2)) if match and role_of(match.group(1)) else None


def run_on(line: str) -> list[str]:
    """`Date: 5 May Venue: Zoom`, as lines of a paragraph come from Markdown: cut where a further label begins."""
    if not label_of(line):
        return [line]
    cuts = [m.start(1) + at for m in _NEXT_LABEL.finditer(line) if (at := _label_at(m.group(1))) is not None]
    cuts += [m.start(1) for m in _SPOKEN_NEXT.finditer(line) if m.group(1)[0].isupper()]
    edges = [0, *sorted(set(cuts)), len(line)]
    return [piece for a, b in itertools.pairwise(edges) if (piece := line[a:b].strip())]


def _label_at(words: str) -> int | None:
    """Where in the words before a colon the label begins: it has a capital, and the most of them that make one."""
    starts = [0, *(m.end() for m in re.finditer(r"\s", words))]
    return next((at for at in starts if words[at].isupper() and role_of(words[at:])), None)
