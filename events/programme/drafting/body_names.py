"""Names of bodies as they stand in running text."""

import re

from events.programme.drafting.lexicon import BODY_WORD
from events.programme.drafting.parts import LONGEST_SENTENCE
from events.programme.drafting.places import city_zone

_TRAILING = re.compile(r"(?:,?\s(?:of|for|on|the|and|to|in|within|under|against|&|de|du|des|la|et|по|и|в|при|с))+$")
_LEADING = re.compile(r"^(?:(?:The|In|Furthermore|Moreover|Concurrently|This|Both|At|On|Under|For)[,\s]+(?:the\s)?)+")
_ON_DAY = re.compile(r"\son\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*$")
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{5})\.\s.*$", re.DOTALL)  # not behind "St." or "Dept."
_PRONOUNS = frozenset({"I", "We", "Я", "Мы"})
_NOUN = re.compile(
    r"\b(?:ассоциаци|министерств|агентств|университет|институт|академи|федераци|комитет|центр|союз)\w{0,2}\b"
)
_SEVERAL = re.compile(r";\s*|\n|,\s(?:and\s)?(?:the\s)?(?=[A-ZА-Я])|\s(?:and|и)\s(?:the\s)?(?=[A-ZА-Я])")


_UNDECIDED = re.compile(r"\s?[(\[](?:tb[acd]|to be confirmed|not confirmed(?: yet)?|уточняется)[)\]]$", re.IGNORECASE)


def bare_name(name: str) -> str:
    name = _UNDECIDED.sub("", name.strip())
    name = _NEXT_SENTENCE.sub("", _ON_DAY.sub("", name.strip()))
    return _TRAILING.sub("", _LEADING.sub("", name.strip(" .,;:")))


def names_in(text: str) -> list[str]:
    """The bodies in a list of names; an "and" inside one name ("Office on Drugs and Crime") does not part it."""
    names: list[str] = []
    text, position = _NEXT_SENTENCE.sub("", text[:LONGEST_SENTENCE]), 0
    for gap in _SEVERAL.finditer(text):
        left, right = text[position : gap.start()], text[gap.end() :]
        if gap.group()[0] in ";\n":
            if left.count("(") == left.count(")"):
                names.append(left)
                position = gap.end()
            continue
        if gap.group()[0] == " " and not (_stands_alone(left) and _stands_alone(_SEVERAL.split(right)[0])):
            continue
        if left.count("(") == left.count(")") and (BODY_WORD.search(left) or _NOUN.search(left)):
            names.append(left)
            position = gap.end()
    found = [bare for name in [*names, text[position:]] if (bare := bare_name(name)) and bare not in _PRONOUNS]
    return [name for at, name in enumerate(found) if not (at and _is_its_town(name))]


def _is_its_town(name: str) -> bool:
    """What follows a body and is no other: "Training Centre, Almaty"."""
    return len(name.split()) <= 2 and not BODY_WORD.search(name) and city_zone(name) is not None


def _stands_alone(name: str) -> bool:
    """Whether a stretch names a body by itself: it has a word such as Ministry, and some word besides."""
    bare = re.sub(r"\s?\([^()]{0,60}\)", "", name)
    return bool(BODY_WORD.search(bare)) and (len(bare.split()) > 1 or bare.isupper())
