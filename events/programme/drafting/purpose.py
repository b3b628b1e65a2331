"""For whom the event is, what it is to achieve, and what it will be about."""

import itertools
import re
from dataclasses import replace
from functools import partial

from events.programme.drafting.days import dates
from events.programme.drafting.drafts import Stated
from events.programme.drafting.invited import PEOPLE, invited, is_anybody, without_clause, without_number
from events.programme.drafting.lexicon import BODY_WORD, EVENT, EVENT_WORD, HONORIFIC, role_of
from events.programme.drafting.lists import capitalised, enumerated, marked
from events.programme.drafting.parts import Note, Part, members
from intake.blocks import Block
from intake.language import sentences

_FOR_WHOM = re.compile(
    r"\b(?:(?:will |to |shall )?brings? together|"
    r"(?:is|are) (?:intended|designed|meant|aimed)(?: primarily| mainly)? (?:for|at)|"
    r"(?:is|are) open to|(?:is|are) addressed to|participants (?:will )?include|participants are expected:|"
    r"will be attended by|targets|"
    r"is for|with the participation of|(?:will )?gathers?|(?:kindly|please|to) nominate|nominations? of|"
    r"(?:invited|asked|encouraged) to nominate(?: up to| at least)?(?: \d{1,2}| one| two| three| four| five)?|"
    r"we (?:\w{4,12} )?invite(?= (?!you|all\b|everyone|to\b|us\b))|"
    r"приглаша(?:ет|ют|ем)(?= (?!вас|всех|на\b|к\b|принять))|"
    r"(?:invites|to invite)(?= (?!you|all\b|everyone|to\b|us\b))|invited are|"
    r"(?:предназначен\w{0,2}|рассчитан\w{0,2}) "
    r"(?:для|на)|примут участие|приглашаются|s[’']adresse (?:à|aux|au)|est (?:destinée?|ouverte?) (?:à|aux|au))"
    r"(?:\s|(?<=\s))",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(rf"{PEOPLE.pattern}|\brepresentatives\b", re.IGNORECASE)
_FIRMLY = re.compile(r"invited are|nominat", re.IGNORECASE)
_OPENS_WITH_IT = re.compile(r"(?:It|Participation|Attendance|Registration|Admission|Участие|К участию)\b")
_SUBJECT = re.compile(
    rf"\b(?:{EVENT}|discussions?|conversations?|talks?|visits?|series|sessions?|panels?|speakers?|participants?|programme|agenda|обсуждени\w|участник\w)\b",
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
    "build develop enhance facilitate encourage provide foster inform introduce consider address increase "
    "deepen highlight share support learn understand agree help enable equip familiarise familiarize take "
    "propose plan demonstrate give describe recognise recognize apply use explain list define draft prepare "
    "compare distinguish interpret conduct check set create respond report write read"
).replace(" ", "|")
_TO_DO = re.compile(
    r"\b(?:(?:aims?|seeks?|is intended|is designed|"
    r"(?:objectives?|aims?|goals?|purpose)(?: of [^.;:]{3,80})? (?:is|are))\sto:?|"
    r"(?:participants?|trainees|attendees|learners) (?:will|should) (?:then )?be able to|"
    r"цель\s(?:[а-яё]{3,20}\s){0,3}[–—-]|(?:vise|visera) à|a pour (?:but|objectif) de)\s(?=[\w(])",
    re.IGNORECASE,
)
_LIST_OF = {
    "objectives": re.compile(
        r"\b(?:(?:aims?|seeks?|intends?|is (?:intended|designed|expected|meant)) to|"
        r"(?:objectives?|aims?|goals?|purposes?|outcomes?)\b[^.]{0,80}|"
        r"(?:participants?|attendees|trainees|they|you|each|everyone)\b[^.]{0,60}\b"
        r"(?:will have|(?:(?:will|should) )?be able to|will)|"
        rf"(?:{EVENT}|visit|panel|series|it|we)\s(?:\w{{2,12}}\s){{0,2}}will|"
        r"(?:цел[ьия]|задач[иа])\b[^.]{0,80}|(?:позволит|призван\w?|направлен\w? на)\b[^.]{0,40}|"
        r"(?:vise|visera) à|(?:objectifs?|but)\b[^.]{0,60})\s?[:–—-]?$",
        re.IGNORECASE,
    ),
    "audience": re.compile(
        r"\b(?:(?:intended|designed|meant|open|addressed|aimed|targeted) (?:for|to|at)|participants (?:will )?include|"
        r"(?:предназначен|рассчитан)\w{0,2} (?:для|на)|приглашаются|s[’']adresse (?:à|aux))\b[^.]{0,40}:?$",
        re.IGNORECASE,
    ),
    "themes": re.compile(
        r"\b(?:(?:two|three|four|five|six|\d) (?:topics|themes|issues|questions|subjects)|"
        r"following (?:topics|themes|issues|questions|subjects)|(?:topics|themes|issues|subjects) "
        r"(?:include|are|to be (?:covered|discussed))|will (?:cover|discuss|address|look at|deal with)|"
        r"следующи\w{1,2} (?:вопрос|тем)\w{0,2}|будут рассмотрены|thèmes suivants)\b[^.]{0,40}:?$",
        re.IGNORECASE,
    ),
}
_SAYS_SOMETHING = re.compile(
    r"\b(?:is|are|was|were|will|may|can|should|must|has|have|invites?|bring\w?|participants will|welcome|nominate|"
    r"приглаш\w{2,6}|участвуют|могут|может|будут|является|est|sont|peut|peuvent)\b",
    re.IGNORECASE,
)
_LONGEST_LIST = 80  # words of a paragraph that only lists
_OF_BODIES = re.compile(r"\b(?:in|of|from|at|within)\s")
_NEXT_AIM = re.compile(
    rf"(?:,\s(?:and\s)?|\sand\s|;\s(?:and\s)?)(?:(?:to\s)?(?=(?:{_VERB})\b)|to\s(?=[a-z]))", re.IGNORECASE
)
_INVITES = re.compile(r"invite|приглаша(?:ет|ют|ем)", re.IGNORECASE)
_TOP_BLOCKS = 8
_PURPOSE_TAIL = re.compile(
    r",?\s(?:in order\s)?to\s(?=[a-z]{3,20}\s)|\sto\s(?=(?:an?|our|this)\s)|\s(?:на|к|принять)\s|"
    r",?\s(?:with a view to|so that|чтобы)\s"
)
_RELATED = re.compile(
    r"\b(?:related|relating|due|up|according|linked|relevant|responses?|access|threats?|approach\w{0,2})$"
)


_OUTCOMES = re.compile(r"\b(?:outcomes?|outputs?|results?|результат\w{0,2}|résultats?)\b", re.IGNORECASE)


def audience_of(note: Note) -> list[Stated]:
    """The groups that are invited: the list in the part on participants, else what the sentences enumerate."""
    listed = members(note.of("audience"))
    listed = [] if any(_FOR_WHOM.search(one.text[:200]) for one in listed) else listed
    listed = [] if any(_is_told(one) for one in listed) else listed
    listed = listed or _listed_below(note, "audience")
    said = listed or _from_labels(note, "audience") or _plain_list(note, "audience") or _people_after(note)
    said = [] if all(is_anybody(one.text) for one in said) or (said and HONORIFIC.match(said[0].text)) else said
    said = said or invited(note)
    said = _in_two(said[0]) if len(said) == 1 and not listed else said
    return [replace(one, text=without_number(one.text)) for one in _one_group(said)]


def _people_after(note: Note) -> list[Stated]:
    """Whom a sentence says the event is for; nothing where it names neither people nor bodies."""
    said = _said_after(note, _FOR_WHOM, _SUBJECT, "audience")
    is_english = note.document.language == "en"
    said = [] if any(dates(one.text) or "@" in one.text for one in said) else said
    fit = not is_english or any(_SOMEBODY.search(one.text) or BODY_WORD.search(one.text) for one in said)
    return said if fit and not any(_SAYS_SOMETHING.search(one.text) for one in said) else []


def _is_told(one: Stated) -> bool:
    """Whether an item is a numbered paragraph rather than a member of a list."""
    return len(one.text.split()) > 12 and bool(_SAYS_SOMETHING.search(one.text))


def _one_group(said: list[Stated]) -> list[Stated]:
    """`Analysts in customs services, ministries and offices` are one group: the bodies they come from are no others."""
    first = said[0] if len(said) > 1 else None
    if first is None or len({one.blocks for one in said}) > 1 or not _OF_BODIES.search(first.text):
        return said
    if not PEOPLE.search(first.text) or any(PEOPLE.search(one.text) for one in said[1:]):
        return said
    return [Stated(f"{', '.join(one.text for one in said[:-1])} and {said[-1].text}", first.blocks)]


_SAID_OF_BOTH = re.compile(r"\b(?:of|from|in|at|for|with|who|that|working|within|on)\b", re.IGNORECASE)
_BETWEEN_GROUPS = re.compile(r"\s(?:and|и)\s(?:for\s|для\s)?")


def _are_two(first: str, second: str) -> bool:
    """`residents and local councils`: a word for people, and others of whom nothing is said that may hold for both."""
    return bool(PEOPLE.fullmatch(first)) and len(second.split()) > 1 and not _SAID_OF_BOTH.search(second)


def _in_two(one: Stated) -> list[Stated]:
    """`customs officers of the first line and port managers`: two groups where each side has words of its own."""
    sides = _BETWEEN_GROUPS.split(one.text)
    apart = len(sides) == 2 and (all(len(side.split()) > 1 for side in sides) or _are_two(*sides))
    plural = apart and (sides[0].endswith("s") or bool(re.search(r"[а-яё]$", sides[0])) or " of " in sides[0])
    return [Stated(side, one.blocks) for side in sides] if plural else [one]


def _aims(note: Note) -> list[Part]:
    """The parts on objectives; those on outcomes only where no other lists any."""
    parts = note.of("objectives")
    aims = [part for part in parts if not _OUTCOMES.search(part.heading)]
    return aims if members(aims) or _listed_below(note, "objectives") else parts


def objectives_of(note: Note) -> list[Stated]:
    listed = members(_aims(note)) or _listed_below(note, "objectives")
    if listed:
        return listed
    for sentence in note.sentences:
        match = _TO_DO.search(sentence.text)
        is_ours = match and ("be able" in match.group() or EVENT_WORD.search(sentence.text) or note.of("objectives"))
        if match and is_ours:
            rest = sentence.text[match.end() :].strip(" .")
            aims = marked(rest) or _NEXT_AIM.split(rest)
            return [Stated(capitalised(aim.strip(" ,")), sentence.blocks) for aim in aims if aim.strip()]
    return [
        Stated(aim.strip(" ,"), (block.n,))
        for part in note.of("objectives")
        for block in part.blocks
        for aim in marked(block.text) or (_NEXT_AIM.split(block.text) if block.text.startswith("to ") else [block.text])
        if block.kind == "paragraph" and not block.text.rstrip().endswith(":")
    ]


def themes_of(note: Note) -> list[Stated]:
    """The announced topics: the list in the part on themes, else the longest enumeration of what "will be "
    "discussed"."""
    listed = members(note.of("themes")) or _listed_below(note, "themes") or _from_labels(note, "themes")
    return listed or _said_after(note, _ABOUT_WHAT, _SUBJECT) or _plain_list(note, "themes")


def _listed_below(note: Note, role: str) -> list[Stated]:
    """The items below a line that introduces them: `The panel aims to`, `Participants will be able to:`."""
    in_agenda = {block.n for part in note.of("agenda") for block in part.blocks}
    blocks = [block for block in note.blocks if block.n not in in_agenda]
    for index, block in enumerate(blocks):
        below = itertools.takewhile(partial(_is_below, block), blocks[index + 1 :])
        introduces = block.kind != "table" and _LIST_OF[role].search(block.text[-160:].strip())
        if introduces and (found := members([Part(role, blocks=list(below))])):
            return found
    return []


def _is_below(above: Block, item: Block) -> bool:
    """Whether it is an item of the list that a line introduces: below another item, a deeper one."""
    return item.kind == "item" and not role_of(item.text) and (above.kind != "item" or item.level > above.level)


def _plain_list(note: Note, role: str) -> list[Stated]:
    """What a part enumerates without saying anything of it: `Customs officers, carriers and students.`"""
    for part in note.of(role):
        for block in part.blocks[:1]:
            first = without_clause(next(iter(sentences(block.text)), ""))
            if block.kind == "paragraph" and len(first.split()) <= _LONGEST_LIST and not _SAYS_SOMETHING.search(first):
                return [Stated(one, (block.n,)) for one in enumerated(first)]
    return []


def _from_labels(note: Note, role: str) -> list[Stated]:
    parts = [part for part in note.of(role) if part.labelled]
    said = [(block, next(iter(sentences(block.text)), "")) for part in parts for block in part.blocks]
    return [Stated(one, (block.n,)) for block, first in said for one in enumerated(first)]


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
        is_own = (
            sentence.blocks[0] in own
            or _FIRMLY.search(match.group())
            or _OPENS_WITH_IT.match(sentence.text)
            or subject.search(sentence.text, 0, match.start() + 40)
        )
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
