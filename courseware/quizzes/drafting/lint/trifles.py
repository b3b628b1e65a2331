"""Figures that are true and clear and not worth asking for: readers refused them more often than any others."""

import re
from collections.abc import Callable

from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.numerals import NUMERAL
from courseware.quizzes.drafting.wordings import GAP

_TOLD = rf"(?:\d[\d,]*|{NUMERAL}\b)"
_COUNT = rf"(?:{GAP}|{_TOLD})"
_THINGS = r"(?: (?!per cent|percent|times|of|million|billion)[a-z][a-z’'-]*){1,3}"
# "84 of its ____ vehicles", "Of ____ blanks that were delivered, 212 are missing": what is told is the part.
_TOTAL = re.compile(
    rf"(?<!\w)(?:{_TOLD}|half|most|all) (?:in|of|out of) (?:its|their|his|her|the|all)(?: the)? {GAP} "
    rf"|^Of (?:the |some |its |about )?{GAP} [^;]* {_TOLD}"
    rf"|\bof {GAP} [a-z]+ (?:only )?{_TOLD}"
    rf"|(?<!\w){_TOLD} (?:of|out of) (?:about |some )?{GAP} |\bper {GAP} ",
    re.IGNORECASE,
)
# "71 lighthouses, 146 buoys and ____ radio beacons".
_INVENTORY = re.compile(
    rf"(?<!\w){_COUNT}{_THINGS}, (?:{_COUNT}{_THINGS}, )*{_COUNT}{_THINGS},? and {_COUNT}{_THINGS}", re.IGNORECASE
)
_KEPT = re.compile(
    rf"{GAP} [a-z ]{{3,40}} (?:in|into) (?:a|the|its|their) (?:[a-z]+ )?"
    r"(?:database|catalogue|archive|album|collection)\b"
)
# "Sarvin is a mountain state of ____ people": an introduction; the article tells something else.
_PEOPLED = re.compile(
    rf"\b(?:is|was) (?:an?|the) [^,;]{{3,60}}\b(?:of|with) (?:about |some |around )?{GAP} (?:people|inhabitants)\b"
)
_OF_A_PAPER = re.compile(
    rf"{GAP} (?:[a-z]+ )?(?:pages|fields|sheets|copies|chapters|slides|annexes|appendices|paragraphs)\b"
)
# "A special office with ____ employees", "the Office employed ____ people".
_STAFF = re.compile(
    rf"\b(?:employ(?:s|ed)?|with|has|had) (?:about |some |only |around |a staff of )?{GAP} "
    rf"(?:employees|people|persons|staff|workers|officers|members of staff)\b(?! (?:on|in|at|per) )"
    rf"|{GAP} (?:employees|people|persons|staff|workers) (?:work|worked|are employed|were employed)\b"
    rf"|\b[Ii]ts {GAP} (?:employees|volunteers|workers|staff)\b"
)
_INCLUDE = re.compile(rf"\binclud(?:e|es|ed|ing)\b[^.;:]*{GAP}[^.;]*(?:,| and )")
# "Robots, which are used on ____ farms, may cross", "the machine, built in ____, cost 4.8 million".
_INSERTED = re.compile(
    r", (?:which|who|where|whose|with|an?|now|then|once|formerly|built|founded|opened) "
    rf"[^,;]*{GAP}[^,;]*, (?!and |or |but )[a-z]"
)
_SAMPLE = re.compile(
    rf"\b(?:interviewed|surveyed|questioned|polled|observed|spoke (?:to|with)) (?:about |some |over |nearly )?{GAP} "
    rf"|{GAP} [^.;]{{3,60}}\b(?:chosen|drawn|picked|selected) at random\b"
    rf"|{GAP} [^.;]{{3,80}}\band interviewed\b"
    rf"|\b(?:sample|[Ss]urvey) of (?:about |some |over )?{GAP}"
    rf"|\b(?:trials?|tests?|tried|tested) (?:with|on) (?:about |some )?{GAP}"
    rf"|\bof whom {GAP} (?:replied|answered|responded|took part)\b"
)
# "Compared over ____", "wore a recorder for four periods of ____", "accurate to about ____ per cent"
_METHOD = re.compile(
    rf"\b(?:compared|observed|followed|measured|tested|recorded|wore|worn|monitored)\b[^.;]* (?:over|for)"
    rf"(?: a period of| \w+ periods of)? {GAP}(?! (?:per cent|people|passengers))"
    rf"|\b(?:accurate to|margin of error (?:of|is|was)|uncertainty of) (?:about |some |within )?{GAP}"
)
_LOOKED_BACK = re.compile(rf"\b(?:preceding|previous|past|last|prior) {GAP}")
_MADE_IN = re.compile(
    r"\b(?:re)?(?:built|made|laid|dug|painted|printed|written|drawn|restored|repaired|erected|assembled|put up)\b"
    rf"[^.;:]* in {GAP}"
)


def total_of_a_part(item: Item, _context: object) -> bool:
    """ "84 of its ____ vehicles", "0.9 incidents per ____ residents": how many there are in all is not what is told."""
    return _TOTAL.search(item.statement) is not None


def one_of_an_inventory(item: Item, _context: object) -> bool:
    """One of three or more things counted in a row: "71 lighthouses, 146 buoys and ____ radio beacons"."""
    return any(GAP in found.group() for found in _INVENTORY.finditer(item.statement))


def time_to_make(item: Item, _context: object) -> bool:
    """ "The equipment was rebuilt by pupils in ____"."""
    return item.fact_kind == "duration" and _MADE_IN.search(item.statement) is not None


def look_of_a_paper(item: Item, _context: object) -> bool:
    """ "A bulletin of ____ pages", "the form has ____ fields", "____ passes were entered into a database"."""
    is_of_paper = _OF_A_PAPER.search(item.statement) or _KEPT.search(item.statement)
    return item.fact_kind in ("number", "small_number") and is_of_paper is not None


def people_of_a_place(item: Item, _context: object) -> bool:
    """ "Sarvin is a mountain state of ____ people"."""
    return item.fact_kind in ("number", "small_number") and _PEOPLED.search(item.statement) is not None


def staff_of_a_body(item: Item, _context: object) -> bool:
    """ "The Office employed ____ people at the end of the year"."""
    return item.fact_kind in ("number", "small_number") and _STAFF.search(item.statement) is not None


def one_of_the_examples(item: Item, _context: object) -> bool:
    """ "Measures include mirrors in ____ posts, new gloves and a second exit"."""
    return item.fact_kind in ("number", "small_number") and _INCLUDE.search(item.statement) is not None


def size_of_a_sample(item: Item, _context: object) -> bool:
    """ "The secretariat interviewed ____ hauliers"."""
    return _SAMPLE.search(item.statement) is not None


def detail_of_a_method(item: Item, _context: object) -> bool:
    """ "Dogs and machines were compared over ____"."""
    return item.fact_kind in ("duration", "percent") and _METHOD.search(item.statement) is not None


def time_looked_back_on(item: Item, _context: object) -> bool:
    """ "39 of 46 had had difficulties in the preceding ____"."""
    return item.fact_kind == "duration" and _LOOKED_BACK.search(item.statement) is not None


def told_in_passing(item: Item, _context: object) -> bool:
    """In an insertion: "Robots, which are used on ____ farms for weeding, may cross the border"."""
    return _INSERTED.search(item.statement) is not None


TRIFLES: dict[str, Callable[[Item, object], bool]] = {
    "total_of_a_part": total_of_a_part,
    "one_of_an_inventory": one_of_an_inventory,
    "time_to_make": time_to_make,
    "look_of_a_paper": look_of_a_paper,
    "people_of_a_place": people_of_a_place,
    "staff_of_a_body": staff_of_a_body,
    "one_of_the_examples": one_of_the_examples,
    "size_of_a_sample": size_of_a_sample,
    "detail_of_a_method": detail_of_a_method,
    "time_looked_back_on": time_looked_back_on,
    "told_in_passing": told_in_passing,
}
