"""Speakers as agendas name them: `Name, Role, Organisation`."""

import re

from events.programme.drafting.drafts import SpeakerDraft
from events.programme.drafting.glued import each_person, mended
from events.programme.drafting.leads import INNER_LEAD, lead_in
from events.programme.drafting.lexicon import BODY_WORD, HONORIFIC, ROLE_WORD, TITLE
from events.programme.drafting.names import NAME, RUSSIAN_NAME, is_name, is_person

_MODERATES = re.compile(r"^(?:co-)?(?:mod[eé]rat|facilitat|chair|модератор|модерир|ведущ|председател)", re.IGNORECASE)
_MODERATOR = {"moder": "Moderator", "facil": "Facilitator", "chair": "Chair", "модер": "модератор", "ведущ": "ведущий"}
_UNKNOWN = re.compile(
    r"^(?:tbc|tbd|tba|t\.b\.[cda]\.?|to be (?:confirmed|announced|determined|decided|invited)|name to be|уточняется|"
    r"подлежит уточнению|по согласованию|будет объявлен\w?|n\.?n\.?)(?:\b|$)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s?[(\[]([^()\[\]]{2,160})[)\]]$")
_LONGEST = 2_000  # characters
_BETWEEN_PEOPLE = re.compile(
    r"\s?;\s?|\s?\n\s?(?:[–—*-]\s)?|\s?[•·]\s|^[–—*-]\s|"
    rf"(?:,\s(?:and\s|и\s)?|\s(?:and|и|&)\s|(?<=:)\s[–—-]\s)(?=(?:{TITLE}|г-н|г-жа|д-р|проф)\b)|"
    r"(?<=[)\]])(?:,\s?(?:and\s|и\s)?|\s(?:and|и)\s)(?=[A-ZА-ЯЁ])"
)
_TWO_NAMES = re.compile(r"\s(?:and|и|&)\s")
# A line break lost between two people: "..., Agency of Somewhere Ms. Example, Judge".
_NEXT_PERSON = re.compile(
    rf"(?<=[\w)\]”»’])\s(?:[–—-]\s)?(?=(?:{TITLE}\b\.?\s){{1,2}}[A-ZА-ЯЁÀ-Þ]|M\.\s[A-ZÀ-Þ][\w’-]+\s(?:de\s|du\s|d’)?[A-ZÀ-Þ]|(?:г-н|г-жа|д-р)\s[А-ЯЁ])"
)
# "..., Bell Council Welcoming remarks: Ms. Example": the label belongs to the next one.
_NEXT_LABEL = re.compile(r"(?<=[\w)])\s[A-ZА-ЯЁ][a-zа-яё]+(?:\s[a-zа-яё]+){0,2}\s?:$")
_BEFORE_SOMEBODY = re.compile(r"\b(?:of|by|with|from|and|to|for|и|с|от|для)$", re.IGNORECASE)
_AGENT = re.compile(r"\b[A-Z]?[a-z]{3,}(?:or|er|ist|ian|eer)$")
_CUTS = re.compile(r",\s?|\s[–—-]\s|\s\|\s")
_GOES_ON = re.compile(r",\s(?:will|shall|is|are|was|which|who|whose|where)\s[a-z].*$")  # the sentence behind a person
_LINK_AT_END = re.compile(r",?\s(?:and|и)$")
_NEXT_SENTENCE = re.compile(r"(?<=[^\W\d_]{4})\.\s(?=(?:An?|The|All|More|Other|Another|Further|Both)\s)")
_UNSURE = re.compile(
    r"[,\s]{0,2}[(\[]?\b(?:names? )?(?:tbc|tbd|to be confirmed|уточняется|по согласованию)\b[)\]]?", re.IGNORECASE
)
_NAME_OF = re.compile(r"(?P<name>.{3,60}?)\s(?:of|from|из)\s(?:the\s)?(?P<body>[A-ZА-ЯЁ].{2,120})$")
_ROLE_OF = re.compile(r"(?P<role>.{3,80}?)\s(?:(?:of|in|with|from) the|at(?: the)?)\s(?P<body>[A-ZА-ЯЁ].{2,120})$")
_RUSSIAN_ROLE_OF = re.compile(r"(?P<role>[А-ЯЁ]?[а-яё -]{3,80}?)\s(?P<body>[А-ЯЁ«].{2,120})$")
_SIGN_IN_BODY = re.compile(
    rf",[^,&]{{1,80}},[^,&]{{1,80}}\s&\s(?!{TITLE}\b)[^,]{{1,80}}$"
)  # "..., Editor, Salt & Rope Weekly"
# "Name, role «What the talk is called»", but no "association «Open Shelf»"
_TOPIC = re.compile(r"(?P<said>.{0,200}?)[\s,]{0,3}«[^«»]{8,200}»$")
_NAMED_BODY = re.compile(
    r"(?:ассоциаци|организаци|обществ|объединени|центр|фонд|школ|клуб|компани|предприяти|сет|журнал|газет|издательств"
    r"|лаборатори|учреждени|проект|союз|комбинат|институт|бюро|холдинг|групп|ооо|тоо|ано|нко|оф|оо|ао)\w{0,3}$",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"[кд]\.\s?[а-я]{1,5}\.?\s?(?:-?\s?[а-я]{1,5}\.\s?)?н\.?|Ph\.?\s?D\.?|LL\.?\s?M\.?|M\.?Sc\.?|MBA", re.IGNORECASE
)
# What brackets say of how somebody takes part: "(pre-recorded message)", "(by video link)"
_ASIDE = re.compile(
    r"(?:\d{1,3} ?(?:min|мин)|pre-?recorded|recorded|by (?:video|phone|zoom)|via|video|remotely|on ?line|virtual\w*"
    r"|in person|(?:also|formerly) |pending|онлайн|дистанционно|видео\w*)\b",
    re.IGNORECASE,
)
_COMPOSITE = re.compile(r"^(?:and|и)\s", re.IGNORECASE)
_MOST_WORDS, _MOST_OF_A_BODY = 40, 4


def speakers_in(text: str) -> tuple[SpeakerDraft, ...]:
    """Everybody named in a cell or after the dash of an agenda line; nobody where it is not yet decided."""
    drafts: list[SpeakerDraft] = []
    label = ""
    for piece in INNER_LEAD.split(mended(text[:_LONGEST])):
        for one in _split(_bare(piece)):
            own = lead_in(one)
            label = own or ("" if "\n" in piece else label)
            bare = one[len(own) :].strip(" ,.")
            drafts.extend(_moderating(draft, label) for draft in _speakers(bare))
        label = ""
    return tuple(
        {(draft.name or draft.role or draft.affiliation, draft.affiliation): draft for draft in drafts}.values()
    )


def _bare(text: str) -> str:
    """Without full stops around it, and without brackets that hold all of it."""
    bare = text.strip(" .")
    whole = bare.startswith("(") and bare.find(")") in (-1, len(bare) - 1)
    return bare.strip("() .") if whole else bare + ")" * (bare.count("(") - bare.count(")") == 1)


def _split(text: str) -> list[str]:
    pieces = [one for piece in _BETWEEN_PEOPLE.split(text) if piece for one in _unglued(piece)]
    return [one.strip(" ,") for one in (_NEXT_LABEL.sub("", piece) for piece in pieces) if one.strip(" ,.()")]


def _unglued(piece: str) -> list[str]:
    """Cut before each honorific that follows a whole person, not a role ("Vice-Minister Dr. Example")."""
    cuts, start = [], 0
    for gap in _NEXT_PERSON.finditer(piece):
        before = piece[start : gap.start()]
        who = _CUTS.split(before[len(lead_in(before)) :])[0]
        if is_name(_BRACKET.sub("", who).strip()) and not _BEFORE_SOMEBODY.search(before):
            cuts.append(before)
            start = gap.end()
    return [*cuts, *each_person(piece[start:])]


def _moderating(draft: SpeakerDraft, label: str) -> SpeakerDraft:
    if not _MODERATES.match(label):
        return draft
    part = next((word for stem, word in _MODERATOR.items() if stem in label.lower()), label.strip(" :–—-").capitalize())
    role = part if not draft.role else draft.role if part.lower() in draft.role.lower() else f"{part}, {draft.role}"
    return SpeakerDraft(draft.name, role, draft.affiliation)


def is_undecided(text: str) -> bool:
    return bool(_UNKNOWN.match(text[len(lead_in(text)) :].strip(" .()[]")))


def is_unsure(text: str) -> bool:
    """Whether somebody or a person still without a name is said to be confirmed later."""
    return bool(_UNSURE.search(text[:_LONGEST])) or is_undecided(text)


def is_person_told(text: str) -> bool:
    """Whether a line has nothing but a person, of whom more than the name is said or whose name says enough."""
    return is_person(text) or any(one.name and (one.role or one.affiliation) for one in speakers_in(text))


def completes(line: SpeakerDraft, above: SpeakerDraft) -> bool:
    """Whether a line with no name says what the person named on the line above is."""
    return bool(above.name) and not (line.name or above.role or above.affiliation)


def described(text: str) -> SpeakerDraft | None:
    """Role and body of a line that is about nobody by name: `Astronomer, Tide Office`."""
    parts = [part.strip() for part in _CUTS.split(text.strip(" .")) if part.strip()]
    is_role = parts and (ROLE_WORD.search(text) or (_AGENT.search(parts[0]) and len(parts[0].split()) <= 4))
    if not is_role or lead_in(text) or any(one.name for one in speakers_in(text)):
        return None
    return SpeakerDraft(None, *_role_and_body(parts))


def looks_like_people(text: str) -> bool:
    """Whether text that follows a dash names people or bodies rather than going on with the title."""
    label = lead_in(text)
    if is_undecided(text):
        return True
    found = speakers_in(text)
    return bool(label and (found or ":" in label)) or any(draft.name for draft in found)


def _speakers(text: str) -> list[SpeakerDraft]:
    """One person with role and body, or several with nothing but their names."""
    if not text or is_undecided(text) or len(text.split()) > _MOST_WORDS:
        return []
    sides = _TWO_NAMES.split(text)
    names = [name for side in sides for name in re.split(r",\s", side) if name]
    names = [_COMPOSITE.sub("", name.strip()) for name in names]
    is_list = len(sides) > 1 or len({bool(HONORIFIC.match(name)) for name in names}) == 1
    if len(names) > 1 and is_list and all(map(is_name, names)):
        return [SpeakerDraft(name) for name in names]
    if 1 < len(sides) <= 3 and _are_people(sides) and not _SIGN_IN_BODY.search(text):
        return [draft for side in sides if (draft := _speaker(side.strip(" ,.")))]
    draft = _speaker(text)
    return [draft] if draft else []


def _are_people(sides: list[str]) -> bool:
    """Whether "and" joins people, each with a name in front, rather than the words of a body ("Sea and River")."""
    names = [_CUTS.split(side)[0].strip() for side in sides]
    titled = [bool(HONORIFIC.match(name)) for name in names]
    return all(map(is_name, names)) and (all(titled) or not titled[0])


def _speaker(text: str) -> SpeakerDraft | None:
    text = _NEXT_SENTENCE.split(text)[0]
    text = _GOES_ON.sub("", _UNSURE.sub("", text)).strip(" ,*†")
    text = _LINK_AT_END.sub("", text)
    if is_name(_CUTS.split(text)[0].strip()):
        text = text.split(": ")[0]  # behind a colon stands what the person talks on
    bracket = _BRACKET.search(text)
    parts = (part.strip() for part in _CUTS.split(_BRACKET.sub("", text)))
    segments = [part for part in parts if part and not _DEGREE.fullmatch(part)]
    if not segments:
        return None
    if (whose := _NAME_OF.match(segments[0])) and is_name(whose["name"]):
        segments = [whose["name"], *segments[1:], whose["body"]]
    is_short = len(segments) == 1 and len(segments[0].split()) <= _MOST_OF_A_BODY
    if bracket and is_short and is_person(bracket.group(1)) and not is_name(segments[0]):
        return SpeakerDraft(bracket.group(1), *_role_and_body(segments))  # "Secretariat (Ms. Example)"
    if len(segments) == 1 and (named := _role_then_name(segments[0])):
        role, affiliation = _one_segment(named[1])
        return SpeakerDraft(named[0], role, bracket.group(1) if bracket else affiliation)
    name = segments[0] if is_name(segments[0]) else None
    role, affiliation = _role_and_body(segments[1:] if name else segments)
    if bracket:
        role, affiliation = _with_bracket(bracket.group(1), role, affiliation)
    if name:
        role, affiliation = (_without_topic(said or "") or None for said in (role, affiliation))
    return SpeakerDraft(name, role, affiliation) if name or _is_body_or_role(segments) else None


def _without_topic(said: str) -> str:
    topic = _TOPIC.fullmatch(said)
    return topic["said"] if topic and not _NAMED_BODY.search(topic["said"]) else said


def _role_then_name(text: str) -> tuple[str, str] | None:
    """`Deputy Minister Jane Example`: a role that stands before the name."""
    russian = RUSSIAN_NAME.search(text)
    if russian and ROLE_WORD.search(text[: russian.start()]):
        return russian["name"], text[: russian.start()].strip()
    words = text.split()
    for cut in range(min(len(words) - 2, 5), 0, -1):
        role, name = " ".join(words[:cut]), " ".join(words[cut:])
        if ROLE_WORD.search(words[cut - 1]) and not HONORIFIC.match(text) and len(words) - cut <= 3 and is_name(name):
            return name, role
    return None


def _is_body_or_role(segments: list[str]) -> bool:
    """Whether nameless text stands for somebody: a body by its name, or a role in a few words."""
    said = segments[0]
    return len(said.split()) <= 14 and bool((BODY_WORD.search(said) or ROLE_WORD.search(said)) and said[:1].isupper())


def _with_bracket(said: str, role: str | None, affiliation: str | None) -> tuple[str | None, str | None]:
    """What stands in brackets: a role with its body, or a body."""
    if _ASIDE.match(said):
        return role, affiliation
    inner_role, inner_body = _role_and_body([part.strip() for part in said.split(", ") if part.strip()])
    if role is None and affiliation is None:
        if not inner_body and said.isascii() and said.islower() and not BODY_WORD.search(said):
            return said, None  # "(designer)"
        return (inner_role, inner_body) if inner_body or ROLE_WORD.search(said) else (None, said)
    if re.fullmatch(r"(?:moderator|chair|online|remote|tbc|модератор|онлайн)\w*", said, re.IGNORECASE):
        return (f"{said.capitalize()}, {role}" if role and "moder" in said.lower() else role), affiliation
    return role, ", ".join(filter(None, [affiliation, said]))


def _role_and_body(segments: list[str]) -> tuple[str | None, str | None]:
    if not segments:
        return None, None
    if len(segments) == 1:
        return _one_segment(segments[0])
    is_agent = _AGENT.search(segments[0]) and not BODY_WORD.search(segments[0].split()[-1])
    if not (ROLE_WORD.search(segments[0]) or is_agent) and BODY_WORD.search(segments[0]):
        last = segments[-1]
        if ROLE_WORD.search(last) and not BODY_WORD.search(last):
            return last, ", ".join(segments[:-1])
        return None, ", ".join(segments)
    return segments[0], ", ".join(segments[1:])


_RUSSIAN_UNIT = re.compile(r"(?:отдел(?!ьн)|управлени|департамент|кафедр|служб|филиал)\w{0,2}\s")


def _one_segment(said: str) -> tuple[str | None, str | None]:
    """`Head of Unit` is a role, `Customs Academy` a body, `Director of the Customs Academy` both."""
    russian = _RUSSIAN_ROLE_OF.match(said)
    if russian and ROLE_WORD.search(russian["role"]) and BODY_WORD.search(russian["body"].title()):
        return russian["role"], russian["body"]
    of = _ROLE_OF.match(said)
    if of and ROLE_WORD.search(of["role"]) and not ROLE_WORD.search(of["body"]):
        return of["role"], of["body"]
    names_body = BODY_WORD.search(said) or _RUSSIAN_UNIT.match(said) or NAME.fullmatch(said)
    is_role = bool(ROLE_WORD.search(said)) or not names_body
    return (said, None) if is_role else (None, said)
