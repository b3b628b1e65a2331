"""The address of an event's page, made of its title in Latin letters."""

from collections.abc import Iterator
from itertools import count

from django.utils.text import slugify

LONGEST = 60
RESERVED = {"new"}  # /desk/events/new/ is the upload page
# Russian by the usual simple scheme, then the further letters of Kazakh, Kyrgyz, Tajik and Uzbek.
_LATIN = str.maketrans(
    {
        **dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeezijklmnoprstufye", strict=True)),
        **{"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"},
        **dict(zip("әғқңөұүһіӣӯҳҷў", "agqnouuhiiuhju", strict=True)),
    }
)


def addresses(title: str) -> Iterator[str]:
    """Slugs to try, one after another, without end."""
    base = slugify(title.lower().translate(_LATIN))
    if len(base) > LONGEST:
        base = base[:LONGEST].rsplit("-", 1)[0]
    base = base or "event"
    if base not in RESERVED:
        yield base
    for number in count(2):
        yield f"{base}-{number}"
