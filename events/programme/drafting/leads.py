"""The labels that announce people in an agenda: "Moderator: ", "Presented by"."""

import re

from events.programme.drafting.lexicon import TITLE
from events.programme.drafting.names import NAME

_LEAD_WORDS = (
    r"(?:(?:guest |invited |opening |main |confirmed |key |лид-|приглашённые |приглашенные "
    r")?speakers?|co-moderators?|moderators?|"
    r"moderated by|moderation|presenters?|presented by|presentations? by|facilitators?|facilitated "
    r"by|(?:delivered|led|guided|given|taught|conducted) by|"
    r"introduced by|opened by|"
    r"(?:[\w-]{2,20} ){0,2}(?:remarks|address(?:es)?|words|statements?|welcome|speech|message) by|"
    rf"panell?ists?|panel members|(?:panel|introduction)(?=:\s{TITLE}\b)|discussants?|resource persons?|experts?|"
    r"guests?(?=:\s)|leads?(?=:\s)|"
    r"chairs?|chaired by|chairperson|trainers?|lecturers?|by|with|keynote(?: speakers?| address by| by)?|rapporteurs?|"
    r"intervenante?s?|modérat(?:ion|eur|rice)|animé[es]? par|présidence|ponentes?|moderadora?|"
    r"спикер\w?|докладчик\w?|модератор\w?|модерирует|выступа\w{2,4}|ведущ\w{2}|эксперт\w?|тренер\w?|"
    r"участники дискуссии|вводн\w{2} сообщени\w|(?:приветственн|вступительн|заключительн)\w{2} слов\w|"
    r"приветстви\w|с приветствием|"
    r"председател\w{1,2}|лектор\w?)"
)
_LEAD = re.compile(rf"^{_LEAD_WORDS}\s{{0,3}}(?:\(s\))?[:–—-]?\s{{1,5}}", re.IGNORECASE)
INNER_LEAD = re.compile(
    r"(?<=[\s.;,)])(?=(?:co-moderators?|moderators?|speakers?|panell?ists?|presenters?|facilitators?|"
    r"discussants?|chair|"
    r"keynote speakers?|модератор\w?|спикер\w?|докладчик\w?)\s?:\s)",
    re.IGNORECASE,
)


def lead_in(text: str) -> str:
    """The label that announces speakers ("Moderator: "), or an empty text."""
    match = _LEAD.match(text)
    if not match:
        return ""
    label = match.group()
    is_plain = label.strip().lower() in ("by", "with", "experts", "expert", "эксперты", "chair", "keynote", "speaker")
    if ":" in label or re.search(r"[–—-]\s", label) or " by" in label:
        return label
    return (
        label
        if (label[0].isupper() and not is_plain and NAME.match(text[match.end() :])) or label in ("by ", "with ")
        else ""
    )


def labelled_people(text: str) -> str:
    """The text from the first label such as "Speaker:" on; empty without one."""
    label = INNER_LEAD.search(f" {text}")
    return text[max(0, label.start() - 1) :] if label else ""
