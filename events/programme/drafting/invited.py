"""For whom the event is where no list says it: the subject of a sentence, a subtitle, to whom a letter is written."""

import re

from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import EVENT, PAST
from events.programme.drafting.lists import enumerated
from events.programme.drafting.parts import Note

PEOPLE = re.compile(
    r"\b(?!(?:departments|governments|centers|borders|parliaments|papers|numbers|customers?|matters|orders|"
    r"establishments|movements|documents|events|shipments|payments|instruments|agreements|elements|requirements)\b)"
    r"(?:\w{2,20}(?:ers|ors|ists|ians|ants|ents|ees|yers|men|women)|officials|staff|personnel|experts|heads|people|"
    r"persons|chiefs|police|members|specialists|volunteers|guards|parents|neighbours)\b",
    re.IGNORECASE,
)
_NUMBER_WORD = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|(?:twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety)(?:-\w{3,5})?|(?:one|a) hundred)"
)
_HOW_MANY = re.compile(
    rf"^(?:(?:up to|about|some|around|at least|over|more than|approximately|nearly|between \d{{1,3}} and) )?"
    rf"(?:\d{{1,4}}|{_NUMBER_WORD})\s(?=[^\W\d_])",
    re.IGNORECASE,
)
_ANYBODY = re.compile(
    r"(?:(?:all|the|our|interested|registered|selected|eligible) )*"
    r"(?:participants?|candidates?|persons?|people|representatives?|delegates?|experts?|speakers?|moderators?|"
    r"attendees|panell?ists|presenters|trainers|organi[sz]ers|partners|members|everyone|everybody|those|they|we|you|"
    r"applicants|others|both)\b(?!\s(?:of|from|in|at|with)\b)",
    re.IGNORECASE,
)
_AS_SUBJECT = re.compile(
    r"^(?P<who>[^.;:()]{5,250}?),?\s(?:are (?:(?:\w{3,14}ly|also|all|most) )?(?:invited|welcome|eligible|"
    r"encouraged to)|"
    r"(?:can|may|should|will) (?:also )?(?:take part|attend|participate|apply|join|register)|"
    r"are (?:expected|requested) to (?:take part|attend|participate)|"
    r"приглашаются|sont (?:\w{4,14}ment )?(?:invitée?s|bienvenue?s))\b"
)
_SUBTITLE = re.compile(
    rf"^(?:[^.;:!?]{{0,60}}\s)?{EVENT}(?:\s(?:on|about)\s[^.;:!?]{{3,80}}?)?\sfor\s(?P<who>[^.;:!?()]{{4,120}})\.?$",
    re.IGNORECASE,
)
_OTHER_HALF = re.compile(r"\s(?:on|about|in|to|with|at|by|from|during|of the project)\s.*$", re.IGNORECASE)
_TO = re.compile(r"^(?:to|attention|attn\.?)\s?:\s(?P<who>[^@:;]{5,120})$", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s(?:who|that|which|whose)\s[^;,]{1,300}$")
_COVER = 8  # blocks


def invited(note: Note) -> list[Stated]:
    """The groups that a sentence has for its subject, else those of a subtitle, else those that a letter is for."""
    return _as_subject(note) or _in_subtitle(note) or _addressed(note)


def without_number(text: str) -> str:
    """`Twenty-four librarians`, `around 80 officers`: the group, without how many of it come."""
    return _HOW_MANY.sub("", text)


_MAILING_LIST = re.compile(r"@|\w-list\b|\blist-\w", re.IGNORECASE)


def is_anybody(text: str) -> bool:
    """Whether a word for those who come says nothing of who they are: `participants`."""
    return bool(_ANYBODY.fullmatch(text.strip()))


def without_clause(text: str) -> str:
    """`Librarians who have been selected`: the people alone. Other texts as they are."""
    bare = _RELATIVE.sub("", text)
    return bare if PEOPLE.search(bare) else text


def _as_subject(note: Note) -> list[Stated]:
    """`Border officers, carriers and students are invited to take part.`"""
    for sentence in note.own_sentences:
        match = _AS_SUBJECT.match(sentence.text)
        if match and not PAST.search(sentence.text) and (found := _groups(match["who"], sentence.blocks)):
            return found
    return []


def _in_subtitle(note: Note) -> list[Stated]:
    """`A practical workshop for residents and local councils`, on a line of its own at the top."""
    for block in note.document.blocks[:_COVER]:
        match = _SUBTITLE.match(block.text.strip()) if block.n not in note.left_out else None
        if match and (found := _groups(_OTHER_HALF.sub("", match["who"]), (block.n,))):
            return found
    return []


def _addressed(note: Note) -> list[Stated]:
    for block in note.document.blocks[:_COVER]:
        match = _TO.match(block.text.strip())
        if match and _MAILING_LIST.search(match["who"]):
            continue
        if match and block.n in note.letter_head and (found := _groups(match["who"], (block.n,))):
            return found
    return []


def _groups(text: str, blocks: tuple[int, ...]) -> list[Stated]:
    """The groups that a text enumerates; nothing where the first of them are no people, or anybody."""
    found = enumerated(text)
    if not found or not PEOPLE.search(found[0]) or any(is_anybody(one) for one in found):
        return []
    return [Stated(one, blocks) for one in found]
