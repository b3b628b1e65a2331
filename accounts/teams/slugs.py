"""Addresses of pages, made of titles in Latin or Cyrillic letters."""

from collections.abc import Container, Iterable, Iterator
from itertools import count

from django.utils.text import slugify

# Russian by the usual simple scheme, then the further letters of Kazakh, Kyrgyz, Tajik and Uzbek; dashes part words.
LATIN = str.maketrans(
    {
        **dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeezijklmnoprstufye", strict=True)),
        **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"},
        **dict(zip("әғқңөұүһіӣӯҳҷў", "agqnouuhiiuhju", strict=True)),
        **dict.fromkeys("–—−", "-"),
    }
)


def slugs(title: str, *, fallback: str, reserved: Container[str] = (), most: int = 60) -> Iterator[str]:
    """Addresses to try, one after another, without end: the title itself, then numbered. Cut between words."""
    base = slugify(title.lower().translate(LATIN))
    if len(base) > most:
        base = base[:most].rsplit("-", 1)[0]
    base = base or fallback
    if base not in reserved:
        yield base
    for number in count(2):
        yield f"{base}-{number}"


def free_slug(title: str, taken: Iterable[str], *, fallback: str, most: int = 60) -> str:
    """The first that nobody has; `fallback` for titles without a letter that can be told."""
    taken = set(taken)
    return next(slug for slug in slugs(title, fallback=fallback, most=most) if slug not in taken)
