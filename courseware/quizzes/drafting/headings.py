"""The name of the article and the heading that a question begins with: no byline, masthead or file name."""

import re

from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.reading import Reading, sensitive
from intake.language import words

_VERY_LONG, _STANDS_ALONE, _LONGEST_HEADING, _LONGEST_QUESTION = 24, 4, 10, 30

# Lines that are no heading to speak of: numbers of an issue, dates, corners of a paper.
_POOR = re.compile(
    r"\d/\d|\b(?:Bulletin|Press release|No\.|Issue|Volume)\b|^\W*$|^[\d.]+$"
    r"|\b(?:should|must|to|the|and|of)$"
    r"|\b(?:you|your)\b.*\?|^(?:And|But|Then|So)\b|^(?:part|часть) \d+$|^(?:and finally|(?:news )?in (?:brief|short)"
    r"|other (?:news|matters)|miscellan\w+|dates|people|notes)$",
    re.IGNORECASE,
)
# Headings that any text may have: alone they do not say what a question is about.
_OF_ANY_TEXT = re.compile(
    r"^(?:\d[\d.]* )?(?:(?:the |our |key |main |a )?(?:results?|findings?|summary|conclusions?|introduction|background"
    r"|lessons?|messages|points|views|costs|data|discussion|methods?|recommendations?|question|figures|facts|overview"
    r"|context|training|staff|history|chapter|part|proposals|next steps)|what (?:we|they) (?:did|found|recommend|do)"
    r"|what follows|who took part|how it works|is it worth it)\W*$",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(r"\bnews (?:from|of|for)\b|\b(?:newsletter|gazette|quarterly|monthly|weekly)\b", re.IGNORECASE)
_BYLINE = re.compile(
    rf"^(?:By|From|Dear) [A-Z]|^(?:Published|Updated|Foreword)\b|\d (?:{MONTHS})|(?:,|\b(?:{MONTHS})) (?:1[89]|20)\d\d$"
    r"|, (?:[A-Z][\w’'-]+ (?:of|for|and|the|in) )*(?:Department|Faculty|Institute|University|College|Centre|School)\b"
)
_FILE = re.compile(r"^[a-z\d]+(?:[ _-][a-z\d]+)*$")
_ISSUER = re.compile(
    r"^(?:The )?(?:[A-Z][\w’'-]+ )*(?:Office|Centre|Center|School|College|Academy|Directorate|Foundation|Museum|Society"
    r"|Ministry|Department|Library|Service|Agency|Authority|Council|Commission"
    r"|Institute|University|Bank|Board|Court|Committee|Association|Federation|Union|Organi[sz]ation|Programme|Fund)"
    r"(?: (?:of|for|on|and|the|in|[A-Z][\w’'-]+))*(?:,.*)?$"
)
# "Ada Lind, Brackenfell", "Ada Lind and Per Holm": who wrote it, and perhaps where.
_PERSON = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: (?:van|von|de|al|el|bin|ibn))? [A-Z][\w’'-]+"
_AUTHOR = re.compile(rf"^{_PERSON}(?:, [A-Z][\w’'-]+|(?:, {_PERSON})* and {_PERSON}(?:,[^\d]*)?)$")


def place_of(section: str | None, reading: Reading) -> tuple[str, ...]:
    """What a question begins with: the name of the article, and the heading where it says more than any heading may."""
    name = article_name(reading)
    heading = section if section and section != reading.title and may_lead(section, reading) else ""
    return tuple(filter(None, (name, heading)))


def article_name(reading: Reading) -> str:
    """The title, or its first part where it is very long and that can stand alone; empty where it is none."""
    title = reading.title
    issuer = ("," not in title and _ISSUER.match(title)) or _AUTHOR.match(title)
    unfit = _FILE.match(title) or issuer or _is_blocked(title, reading)
    if not title or unfit:
        return ""
    short = re.split(r": |, and ", title)[0]
    return short if len(words(title)) > _VERY_LONG and len(words(short)) >= _STANDS_ALONE else title


def may_lead(heading: str, reading: Reading) -> bool:
    """Whether a heading says where a passage stands; in an interview the question above it may be no heading."""
    if heading in reading.proposed:
        return False
    unfit = _POOR.search(heading) or _MASTHEAD.search(heading) or _BYLINE.search(heading) or _FILE.match(heading)
    issuer = _ISSUER.match(heading) or _AUTHOR.match(heading)
    empty = _OF_ANY_TEXT.match(heading) or len(words(heading)) > _LONGEST_HEADING
    return not (unfit or issuer or empty or _is_interview(reading) or _is_blocked(heading, reading))


def _is_interview(reading: Reading) -> bool:
    """Whether paragraphs are questions, so that not all that was asked was taken for headings."""
    asked = (text for text in reading.text.split("\n\n") if text.endswith("?"))
    return any(len(words(text)) <= _LONGEST_QUESTION for text in asked)


def _is_blocked(place: str, reading: Reading) -> bool:
    return sensitive(place, reading) or reading.vocabulary.blocklist.crime.search(place) is not None
