"""What kind of session a title announces."""

import re

from events.programme.drafting.drafts import SessionKind, SpeakerDraft

# In this order: "Registration and coffee" is no break, "Coffee break and registration" is; "Opening panel" an opening.
_WORDS: tuple[tuple[SessionKind, str], ...] = (
    ("other", r"^(?:arrival and |прибытие и )?(?:registration|регистрация)"),
    ("break", r"\b(?:breaks?(?!out|-out)|lunch|coffee|tea\b|pause|déjeuner|almuerzo|перерыв|обед|кофе)"),
    ("other", r"^(?:group photo|arrival|отъезд)"),
    (
        "opening",
        r"\b(?:opening(?!\s(?!remarks|session|address|statement|words|ceremony)(?:[a-z]+\s){1,3}(?:to|up)\b)|"
        r"opens\b|welcom\w{0,3}|introductory remarks|inaugurat\w{0,3}|ouverture|apertura|"
        r"открытие|приветств\w{0,6}|вступительн)",
    ),
    (
        "closing",
        r"\b(?:closing|closure|closes?\b|end of\b|adjourn\w{0,4}|clôture|clausura|wrap[- ]?up|concluding|conclusions?|"
        r"закрытие|завершение|окончание|заключит|подведение итогов)",
    ),
    ("panel", r"\b(?:panel|панель)"),
    (
        "discussion",
        r"\b(?:discuss(?:ions?|ants?)|q ?& ?a|questions|debate|round ?table|breakout|working groups?|group work|"
        r"small groups|dialogue|exchange of views|"
        r"дискусси|обсужд|вопросы|кругл\w{2,3} стол|работа в группах|групповая работа)",
    ),
    (
        "other",
        r"\b(?:workshop|practical|practice|exercises?|hands-on|simulation|role[- ]play|site visit|"
        r"field visit|study visit|guided tour|excursion|test|dinner|reception|практическ|упражнен|экскурси|тестирован|"
        r"ужин|при[её]м\b)",
    ),
    (
        "talk",
        r"\b(?:presentation|keynote|lecture|overview|briefing|talk|address|demonstration|introduction|"
        r"доклад|презентаци|выступлени|лекци)",
    ),
)
IS_END = re.compile(r"(?:end|close|departure|adjournment|fin|конец|окончание|завершение|отъезд)\b", re.IGNORECASE)
_MODERATES = re.compile(r"(?:co-)?moderator|модератор", re.IGNORECASE)
_KINDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _WORDS)


def kind_of(title: str, speakers: tuple[SpeakerDraft, ...]) -> SessionKind:
    """By the words of the title; without a telling word by the speakers: one or two give a talk, more a panel.

    Where no one is named but who moderates, others are to speak, which makes a panel as well.
    """
    for kind, pattern in _KINDS:
        if pattern.search(title):
            return kind
    if speakers and all(_MODERATES.match(speaker.role or "") for speaker in speakers):
        return "panel"
    return "talk" if len(speakers) in (1, 2) else "panel" if len(speakers) > 2 else "other"
