"""What a single line looks like: title, sub-heading, caption or running text. The rules were set on news pages."""

import re

from intake.language import words

_SMALL = frozenset(
    words(
        """a an the and or nor but of in on at to for from by with as into over via vs is are its it their than that
        и в во на с со к о об от до для по за из у не или как"""
    )
)
_ARTICLES = frozenset({"a", "an", "the"})
_STOPS = (".", "…", "!", ";", ":", ",")
_CLOSERS = "”\"’')]»"
_EXPLICIT_CAPTION = re.compile(
    r"(?:(?:file |archive )?photo(?:s|graph|graphs|graphy)?|images?|pictures?|pictured|illustrations?|caption"
    r"|credits?|map"
    r"|graphics?|на фото|фото|фотографии|снимки|иллюстрация|иллюстрации)"
    r"(?:\s(?:by|credit|caption|source))?\s?:"
    r"|(?:figure|fig\.|рис\.|рисунок|map|chart|image)\s?\d{1,3}\b|.{0,200}[(/](?:photo|afp|reuters|getty|ap)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?i:photos?|photographs?|photography|pictures?|images?|illustrations?|drawings?)\sby\s[^\W\d_a-zа-яё].{1,60}"
)
_PICTURED = re.compile(
    r"\b(?:attend(?:s|ing)?|sign(?:s|ing)|meets?|speak(?:s|ing)|shown|seen|pictured|stands?|standing|walk(?:s|ing)"
    r"|address(?:es|ing)|shak(?:es|ing)|during|pose[sd]?|left|right|(?:19|20)\d\d)\b"
)
_SENTENCE_WITHIN = re.compile(r"(?:\S{1,30}\s){4}\S{1,30}[.!?]\s[^\W\d_a-zа-яё]")
_ROW = re.compile(r"[^:]{1,40}: [+–-]?\d[\d.,]*(?:%|\s|$)")  # "Total: 580 / 610": of a table typed as text
_LETTER = re.compile(r"[^\W\d_]")
CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s{0,5}$")
LONGEST_CAPTION = 25
LONGEST_HEADING = 10


def words_in(text: str) -> int:
    return len(words(text))


def ends_as_a_sentence(text: str) -> bool:
    return text.rstrip().rstrip(_CLOSERS).endswith((*_STOPS, "?"))


def holds_sentence(text: str) -> bool:
    """Whether a sentence of five words or more ends within it, and another begins."""
    return bool(_SENTENCE_WITHIN.search(text))


def is_title_like(text: str) -> bool:
    """A short line that may head an article: no final stop (a question or exclamation mark may stand)."""
    count = words_in(text)
    final = text.rstrip().rstrip(_CLOSERS)
    return 0 < count <= LONGEST_CAPTION and not final.endswith((".", "…", ";", ":", ",")) and not text[:1].islower()


def is_title_case(text: str) -> bool:
    """Nearly every word of weight has a capital: "Foggy Outlook for the Talks"."""
    heavy = [word for word in words(text) if word.casefold() not in _SMALL]
    capital = [word for word in heavy if not word[0].islower()]
    return bool(heavy) and len(capital) >= 0.85 * len(heavy)


def is_caption(text: str) -> bool:
    """A line under a picture: 7 to 25 words, no final stop, names somebody or some place, not in title case."""
    if _CREDIT.fullmatch(text):
        return True
    if _EXPLICIT_CAPTION.match(text):
        return words_in(text) <= 2 * LONGEST_CAPTION
    found = words(text)
    if not 7 <= len(found) <= LONGEST_CAPTION or ends_as_a_sentence(text) or is_title_case(text) or text[0].islower():
        return False
    if holds_sentence(text):
        return False
    if not any(word[0].isupper() for word in found[1:]):
        return False
    return found[0].casefold() in _ARTICLES or len(found) > LONGEST_HEADING or bool(_PICTURED.search(text))


def says_caption(text: str) -> bool:
    """A line that says itself that it is one: "Photo: …", "Figure 2 …"."""
    return bool(_EXPLICIT_CAPTION.match(text))


def is_credit(text: str) -> bool:
    """ "Photographs: Ann Example": who took the pictures, on a line of its own."""
    told = _EXPLICIT_CAPTION.match(text) or _CREDIT.fullmatch(text)
    return bool(told) and words_in(text) <= LONGEST_HEADING


def is_subheading(text: str) -> bool:
    """A line that may head a section: at most ten words (twelve in title case), no final stop, not a caption."""
    count = words_in(text)
    final = text.rstrip().rstrip(_CLOSERS)
    if not count or final.endswith(_STOPS) or text[:1].islower() or is_caption(text) or not _LETTER.search(text):
        return False
    if "@" in text or "://" in text or _ROW.match(text):
        return False
    return count <= LONGEST_HEADING + (2 if is_title_case(text) else 0)


def is_running_text(text: str) -> bool:
    """A paragraph, as against a line of a menu or a heading."""
    return words_in(text) > LONGEST_CAPTION or ends_as_a_sentence(text)
