"""Linked words that only call to follow them: what they say is the address behind them."""

import re

_REGISTER = (
    r"fill(?:ing)? (?:in|out)|заполн\w{2,5}|register\w{0,4}|registration|"
    r"sign(?:ing)? up|appl(?:y|ication|icants?)|enrol\w{0,4}|book|reserve|rsvp|"
    r"регистраци\w|зарегистр\w{2,10}|регистр\w{2,8}|записаться|запись|заявк\w|inscri\w{2,8}|s[’']inscrire"
)
_CALL = re.compile(
    rf"(?:(?:please|click|go|to|online|now|your|a|my|the|this|in|for|event|place|seat|form|page|link|web|site|website|here|"
    rf"по|эт\w{{1,2}}|ссылк\w|здесь|тут|форм\w|онлайн|анкет\w|на|для|ici|ce|le|lien|formulaire|en ligne|d[’'])\s?|"
    rf"(?:{_REGISTER})\s?){{1,6}}[.!→›»>]?",
    re.IGNORECASE,
)
_ABOUT_REGISTERING = re.compile(rf"\b(?:{_REGISTER})\b", re.IGNORECASE)
_WRITE = re.compile(
    r"(?:contact(?: us)?|(?:e-?mail|write to)(?: us)?|написать(?: нам)?|пишите|nous écrire)[.!]?", re.IGNORECASE
)
_LONGEST = 80  # characters of words that only call
_NEAR = 120  # characters before a link


def with_address(words: str, href: str, before: str) -> str:
    """The address to put in brackets behind linked words; empty for all links but calls to register or to write.

    `here` and `this form` are calls to register where the text right before them speaks of it.
    """
    bare, address = " ".join(words[:_LONGEST].split()), href.strip()
    if address.lower().startswith("mailto:"):
        to = address[7:].split("?")[0]
        return f" ({to})" if _WRITE.fullmatch(bare) and "@" in to else ""
    speaks = _ABOUT_REGISTERING.search(bare) or _ABOUT_REGISTERING.search(before[-_NEAR:])
    is_call = bool(_CALL.fullmatch(bare)) and bool(speaks) and address.lower().startswith(("http://", "https://"))
    return f" ({address})" if is_call and not re.search(r"[\s()]", address) else ""
