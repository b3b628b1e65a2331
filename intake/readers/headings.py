"""Which paragraphs are headings although nothing but their look says so, and which are captions."""

import re

_MOST_CHARACTERS, _MOST_WORDS = 120, 14
_SENTENCE_END = re.compile(r"[.,;!…]$|\b(?:and|or|the|of|to|in|и|или|в|на|с|по)$", re.IGNORECASE)
_SAYS_SOMETHING = re.compile(r":\s+\S|\d{1,2}[:.]\d\d\b|https?:|www\.|\S@\S|\b\d{1,2}\s+\w+\s+(?:19|20)\d\d\b")
_NUMBER = re.compile(r"^(?:\d{1,2}|[IVXLC]{1,5}|[A-Z])(?:\.\d{1,2}){0,3}[.)]?\s{1,8}(?=\S)")
_SECTION_LABEL = re.compile(
    r"^(?:session|panel|part|chapter|section|module|day|article|block|annex|appendix"
    r"|сессия|панель|часть|глава|раздел|модуль|день|статья|блок|приложение)\b.{0,20}?:\s",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^(?:fig(?:ure|\.)|table|tab\.|map|chart|photo|image|box|graph|source"
    r"|рис(?:унок|\.)|табл(?:ица|\.)|карта|схема|диаграмма|фото|источник)(?:\s+[\dIVX]{1,3}(?:[.\d-]{1,6})?\s*[.:–—-]|\s*:)",
    re.IGNORECASE,
)


def looks_like_heading(text: str) -> bool:
    """For a paragraph that is bold or larger as a whole: short, one phrase, and no label with its value."""
    if len(text) > 2 * _MOST_CHARACTERS:
        return False
    bare = _NUMBER.sub("", text.strip())
    words = bare.split()
    if not words or len(bare) > _MOST_CHARACTERS or len(words) > _MOST_WORDS or not any(map(str.isalpha, bare)):
        return False
    if not (bare[0].isupper() or bare[0].isdigit() or bare[0] in "«“\"'(") or _SENTENCE_END.search(bare):
        return False
    return not _SAYS_SOMETHING.search(bare) or bool(_SECTION_LABEL.match(bare))


def looks_like_caption(text: str) -> bool:
    return len(text) <= 300 and bool(_CAPTION.match(text))
