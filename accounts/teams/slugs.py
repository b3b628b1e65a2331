from collections.abc import Iterable

from django.utils.text import slugify


def free_slug(title: str, taken: Iterable[str], *, fallback: str, most: int = 70) -> str:
    """An address that nobody has: from the title, numbered if needed; `fallback` for titles without Latin letters."""
    taken, wish = set(taken), slugify(title)[:most].strip("-") or fallback
    number, slug = 1, wish
    while slug in taken:
        number += 1
        slug = f"{wish}-{number}"
    return slug
