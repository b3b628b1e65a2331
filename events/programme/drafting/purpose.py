"""For whom the event is, what it is to achieve, and what it will be about."""

import re

from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import EVENT, EVENT_WORD
from events.programme.drafting.lists import capitalised, enumerated
from events.programme.drafting.parts import Note, members

_FOR_WHOM = re.compile(
    r"\b(?:(?:will |to |shall )?brings? together|"
    r"(?:is|are) (?:intended|designed|meant|aimed)(?: primarily| mainly)? (?:for|at)|"
    r"(?:is|are) open to|(?:is|are) addressed to|participants (?:will )?include|will be attended by|targets|"
    r"is for|we (?:\w{4,12} )?invite(?= (?!you|all\b|everyone|to\b|us\b))|"
    r"приглаша(?:ет|ют|ем)(?= (?!вас|всех|на\b|к\b|принять))|invites(?= (?!you|all\b|everyone|to\b|us\b))|"
    r"(?:предназначен\w{0,2}|рассчитан\w{0,2}) "
    r"(?:для|на)|примут участие|приглашаются)\s",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    rf"\b(?:{EVENT}|discussions?|sessions?|panels?|speakers?|participants?|programme|agenda|обсуждени\w|участник\w)\b",
    re.IGNORECASE,
)
_ABOUT_WHAT = re.compile(
    r"\b(?:will (?:also |then |mainly |in particular )?(?:touch (?:up)?on|cover|address|focus on|discuss|"
    r"examine|explore|"
    r"consider|deal with|look at|review|be devoted to|include discussions? (?:on|of))|topics include|themes include|"
    r"(?:будут рассмотрены|будут обсуждаться|обсудят|рассмотрят)(?: такие вопросы, как| следующие вопросы| вопросы)?)"
    r"(?: the following(?: topics| themes| issues)?)?:?\s",
    re.IGNORECASE,
)
_VERB = (
    "explore examine discuss analyse analyze identify assess review present promote raise strengthen improve "
    "build develop "
    "enhance facilitate encourage provide foster inform introduce consider address increase deepen highlight "
    "share support "
    "learn understand agree help enable equip familiarise familiarize take propose"
).replace(" ", "|")
_TO_DO = re.compile(
    r"\b(?:aims?|seeks?|is intended|is designed|(?:objectives?|aims?|goals?|purpose)(?: of [^.;:]{3,80})? (?:is|are))\s"
    r"to\s(?=\w)",
    re.IGNORECASE,
)
_NEXT_AIM = re.compile(rf"(?:,\s(?:and\s)?|\sand\s|;\s(?:and\s)?)(?:to\s)?(?=(?:{_VERB})\b)", re.IGNORECASE)
_INVITES = re.compile(r"invite|приглаша(?:ет|ют|ем)", re.IGNORECASE)
_TOP_BLOCKS = 8
_PURPOSE_TAIL = re.compile(
    r",?\s(?:in order\s)?to\s(?=[a-z]{3,20}\s)|\sto\s(?=(?:an?|our|this)\s)|\s(?:на|к|принять)\s|"
    r",?\s(?:with a view to|so that|чтобы)\s"
)
_RELATED = re.compile(
    r"\b(?:related|relating|due|up|according|linked|relevant|responses?|access|threats?|approach\w{0,2})$"
)


def audience_of(note: Note) -> list[Stated]:
    """The groups that are invited: the list in the part on participants, else what the sentences enumerate."""
    listed = members(note.of("audience"))
    said = listed or _from_labels(note, "audience") or _said_after(note, _FOR_WHOM, _SUBJECT, "audience")
    return _in_two(said[0]) if len(said) == 1 and not listed else said


_BETWEEN_GROUPS = re.compile(r"\s(?:and|и)\s(?:for\s|для\s)?")


def _in_two(one: Stated) -> list[Stated]:
    """`customs officers of the first line and port managers`: two groups where each side has words of its own."""
    sides = _BETWEEN_GROUPS.split(one.text)
    apart = len(sides) == 2 and all(len(side.split()) > 1 for side in sides)
    plural = apart and (sides[0].endswith("s") or bool(re.search(r"[а-яё]$", sides[0])) or " of " in sides[0])
    return [Stated(side, one.blocks) for side in sides] if plural else [one]


def objectives_of(note: Note) -> list[Stated]:
    listed = members(note.of("objectives"))
    if listed:
        return listed
    for sentence in note.sentences:
        match = _TO_DO.search(sentence.text)
        if match and (EVENT_WORD.search(sentence.text) or note.of("objectives")):
            rest = sentence.text[match.end() :].strip(" .")
            return [
                Stated(capitalised(aim.strip(" ,")), sentence.blocks) for aim in _NEXT_AIM.split(rest) if aim.strip()
            ]
    return [
        Stated(block.text, (block.n,))
        for part in note.of("objectives")
        for block in part.blocks
        if block.kind == "paragraph"
    ]


def themes_of(note: Note) -> list[Stated]:
    """The announced topics: the list in the part on themes, else the longest enumeration of what "will be "
    "discussed"."""
    return members(note.of("themes")) or _from_labels(note, "themes") or _said_after(note, _ABOUT_WHAT, _SUBJECT)


def _from_labels(note: Note, role: str) -> list[Stated]:
    parts = [part for part in note.of(role) if part.labelled]
    return [Stated(one, (block.n,)) for part in parts for block in part.blocks for one in enumerated(block.text)]


def _said_after(note: Note, cue: re.Pattern[str], subject: re.Pattern[str], role: str = "themes") -> list[Stated]:
    """In sentences about the event, or in the part of this role; whom somebody "invites" also near the top."""
    best: list[Stated] = []
    near = {block.n for block in note.blocks[:_TOP_BLOCKS]}
    own = {block.n for part in note.of(role) for block in part.blocks}
    for sentence in note.sentences:
        match = cue.search(sentence.text)
        if not match:
            continue
        invited = _INVITES.search(match.group()) and sentence.blocks[0] in near
        is_own = sentence.blocks[0] in own or subject.search(sentence.text, 0, match.start() + 40)
        if not (invited or is_own or note.is_about_event(sentence)):
            continue
        rest = sentence.text[match.end() :]
        found = [
            Stated(one, sentence.blocks) for one in enumerated(_before_purpose(rest) if role == "audience" else rest)
        ]
        best = found if len(found) > len(best) else best
    return best


def _before_purpose(text: str) -> str:
    """The text up to the " to share ..." that says what the groups come together for."""
    for match in _PURPOSE_TAIL.finditer(text):
        if not _RELATED.search(text[: match.start()]):
            return text[: match.start()]
    return text
