"""Who a line such as "© 2026 Example Review. All rights reserved." names."""

import re

_LEGAL_FORM = re.compile(r",?\s(?:Ltd|Limited|LLC|Inc|GmbH|plc|Co|SA|AG|AS|AB|BV)\.?$")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)\s?(?:©|\(c\))?\s?(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:19|20)\d\d)?,?\s)?(?:by\s)?"
    r"(?P<name>[^\W\d_][^.,|©\d]{2,60}?)(?:[.,|]|,?\s(?:19|20)\d\d\b|$)",
    re.IGNORECASE,
)


def holder_of_rights(line: str) -> str | None:
    """The name, without its legal form; None where the line does not begin with the sign or names nobody."""
    marked = line[line.index("©") :] if "©" in line else line
    match = _RIGHTS.match(marked)
    return _LEGAL_FORM.sub("", match["name"].strip(" ,")) if match else None
