"""Which titles and headings say where a passage stands: not bylines, mastheads, names of files or of who issued it."""

import re

from courseware.quizzes.drafting.months import MONTHS
from courseware.quizzes.drafting.reading import Reading, sensitive

# Lines that are no heading to speak of: numbers of an issue, dates, corners of a paper.
_POOR = re.compile(
    r"\d/\d|\b(?:Bulletin|Press release|No\.|Issue|Volume)\b|^\W*$|^[\d.]+$"
    r"|^(?:and finally|(?:news )?in (?:brief|short)|other (?:news|matters)|miscellan\w+|dates|people|notes)$",
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
    rf"^(?:By|From|Published|Dear) [A-Z]|(?:,|\b(?:{MONTHS})) (?:1[89]|20)\d\d$"
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
_AUTHOR = re.compile(rf"^{_PERSON}(?:, [A-Z].*|(?:, {_PERSON})* and {_PERSON}(?:,.*)?)$")


def may_lead(place: str, reading: Reading) -> bool:
    """Whether a question may begin with it: "In “…”: which year …"."""
    crime = reading.vocabulary.blocklist.crime
    unfit = _POOR.search(place) or _MASTHEAD.search(place) or _BYLINE.search(place) or _FILE.match(place)
    issuer = _ISSUER.match(place) or _AUTHOR.match(place)
    return not (unfit or issuer or sensitive(place, reading) or crime.search(place))


def says_nothing(place: str) -> bool:
    """Whether any text may have such a heading: "Results", "What we found"."""
    return _OF_ANY_TEXT.match(place) is not None
