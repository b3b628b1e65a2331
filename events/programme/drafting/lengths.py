"""How long an event lasts, where that stands behind its hour."""

import re
from collections.abc import Sequence
from datetime import timedelta

from events.programme.drafting.clock import FoundTime, duration, spoken_length

_ASIDE = re.compile(r"[^.;,]{0,25},\s(?:for\s)?(?P<said>[^.;,]{3,30})(?:[.;,]|$)")
LASTS = re.compile(r"\b(?:lasts?|duration|длится|продлится|продолжительность)\b", re.IGNORECASE)
EACH_LASTS = re.compile(r"\b(?:hours?|minutes|час\w{0,2}|минут\w?)\s(?:each|кажд\w{2,3})\b", re.IGNORECASE)


def length_behind(text: str, found: Sequence[FoundTime]) -> timedelta | None:
    """ "14:00 (90 minutes)", "09.30 hours, duration: two and a half hours", "each at 15:00 UTC, one hour".

    Also behind the same moment in other towns: "2 p.m. Geneva time (5 p.m. Astana) and will last ninety minutes".
    """
    if length := duration(text[found[0].after :]):
        return length[0]
    behind = text[found[-1].after :]
    said = behind if LASTS.search(behind) else next((match["said"] for match in [_ASIDE.match(behind)] if match), "")
    return spoken_length(said) if said else None
