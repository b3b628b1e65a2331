"""Linked words that only call to follow them: what they say is the address behind them."""

import re

_REGISTER = (
    r"fill(?:ing)? (?:in|out)|заполн\w{2,5}|register\w{0,4}|registration|"
    r"sign(?:ing)? up|appl(?:y|ication|icants?)|enrol\w{0,4}|book|reserve|rsvp|"
    r"регистраци\w|зарегистр\w{2,10}|регистр\w{2,8}|записаться|запись|заявк\w|inscri\w{2,8}"
)
_CALL = re.compile(
    "fill|filling|in|out|sign|signing|up|please|click|go|to|online|now|today|your|a|my|the|this|that|for|at|via|use|"
    "follow|complete|submit|access|open|free|below|event|webinar|workshop|conference|seminar|meeting|training|course|"
    "place|seat|spot|form|page|link|portal|button|web|site|website|here|participant|participants|participation|"
    r"по|эт\w{1,2}|ссылк\w|здесь|тут|сюда|форм\w|онлайн|анкет\w|на|для|к|перейти|пройти|подать|участи\w|участник\w{0,3}|"
    "вебинар|вебинара|семинар|семинара|ici|ce|le|lien|formulaire|en|ligne|d|s|l|je|m|au|webinaire|"
    + _REGISTER.replace(" ", r"\s"),
    re.IGNORECASE,
)
_ABOUT_REGISTERING = re.compile(rf"\b(?:{_REGISTER})\b", re.IGNORECASE)
_WRITE = re.compile(
    r"(?:contact(?: us)?|(?:e-?mail|write to)(?: us)?|написать(?: нам)?|пишите|nous écrire)[.!]?", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_OTHER_SIGN = re.compile(r"[^\w\s.,:!’'→›»>…-]")
_LONGEST = 80  # characters of words that only call
_MOST_WORDS = 9
_NEAR = 120  # characters before a link
_LONGEST_LABEL = 50


def with_address(words: str, href: str, before: str, label: str = "") -> str:
    """The address to put in brackets behind linked words; empty for all links but calls to register or to write.

    `here` and `this form` are calls to register where the text right before them speaks of it; at the beginning of
    a line that is the `label` above or beside it.
    """
    bare, address = " ".join(words[:_LONGEST].split()), href.strip()
    if address.lower().startswith("mailto:"):
        to = address[7:].split("?")[0]
        return f" ({to})" if _WRITE.fullmatch(bare) and "@" in to else ""
    if not address.lower().startswith(("http://", "https://")) or re.search(r"[\s()]", address):
        return ""
    near = before[-_NEAR:]
    if not _WORD.search(near) and len(label) <= _LONGEST_LABEL:
        near = label
    speaks = _ABOUT_REGISTERING.search(bare) or _ABOUT_REGISTERING.search(near)
    return f" ({address})" if speaks and _only_calls(bare) else ""


def _only_calls(words: str) -> bool:
    found = _WORD.findall(words)
    return 0 < len(found) <= _MOST_WORDS and not _OTHER_SIGN.search(words) and all(map(_CALL.fullmatch, found))
