"""Texts that an organizer worded, with places such as {name} to be filled in."""

import re
from collections.abc import Collection, Mapping

PLACE = re.compile(r"\{([^\W\d]\w*)\}")


def fill(template: str, values: Mapping[str, str]) -> str:
    """Put `values` in their places. Other braces stay as they are; nothing is evaluated, and what is put in is not
    looked at again, so a name that reads "{email}" stays those words.
    """
    return PLACE.sub(lambda place: values.get(place[1], place[0]), template)


def unknown(template: str, known: Collection[str]) -> list[str]:
    """Names of places that nothing would fill, each once, in the order of the text."""
    return [name for name in dict.fromkeys(PLACE.findall(template)) if name not in known]
