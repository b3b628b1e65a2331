"""Lines at the top of a note that are not its title: what kind of paper or event it is, and who writes."""

import re
from collections.abc import Sequence

from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import EVENT_WORD, ROLE_WORD, role_of
from intake.blocks import Block
from intake.language.stopwords import listed

_PAPER = listed(
    """aide-mémoire aide-memoire circular memo memorandum call applications proposals outline
    press release immediate verbale concept note notes paper information
    background terms reference invitation announcement save date agenda
    meetings spring summer autumn winter
    programme program flyer leaflet brochure draft final revised provisional preliminary annotated detailed tentative
    version
    документ записка концептуальная концепция приглашение анонс программа проект справка повестка
    présentation conceptuelle cadrage programme projet termes référence note"""
)
_KIND = listed(
    """side school
    study visit training trainers series panel discussion session talk lecture activity high-level regional national
    international interregional subregional joint annual online virtual hybrid in-person one-day two-day three-day
    four-day five-day half-day expert experts technical thematic scientific practical interactive public open inaugural
    first second third fourth fifth sixth seventh eighth ninth tenth project
    stakeholder stakeholders consortium steering kick-off closing final free"""
)
_LINK = listed("of the a an to for on and in at by no de du la des les et à pour из на о об и в по дня стола")
_RUSSIAN = re.compile(
    r"(?:научно-практическ|региональн|международн|национальн|учебн|практическ|научн|совместн|двухдневн|однодневн|концептуальн|"
    r"информационн|предварительн|пояснительн|межрегиональн|ежегодн|открыт|кругл)\w{2,4}|онлайн|"
    r"(?:записк|концепци|приглашени|программ|повестк|проект|анонс)\w{0,3}",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_HEAD_WORD = (
    r"Ministry|Agency|University|Institute|Centre|Center|Council|Commission|Committee|Academy|Association|Foundation|"
    r"Organi[sz]ation|Authority|Office|Department|Directorate|Secretariat|Network|Union|Society|Federation|Bureau|School|"
    r"Chamber|Fund|Bank|Inspectorate|Alliance|Consortium|Embassy|Faculty|College|Administration|Service|Hub|Coalition|Unit|Division|Branch"
)
_BODY = re.compile(
    rf"\b(?:{_HEAD_WORD})\b(?=$|\s(?:of|for|on|and|under|against)\b|\s?[(,])|"
    r"^(?:Ministère|Institut|Université|Agence|Direction|Observatoire|Fondation|Organisation|Conseil|Réseau|Autorité|École)\b|"
    r"^(?:[А-ЯЁ][\w-]{3,20}(?:ый|ий|ая|ое)\s){0,3}(?:Министерство|Институт|Университет|Центр|Агентство|Фонд|Комитет|Служба|"
    r"Департамент|Академия|Ассоциация|Управление|Организация|Совет|Союз|Палата|Комиссия|Бюро)\b",
    re.IGNORECASE,
)
_NEAR = 4  # blocks
_HEADING_WORDS = 6
_LONGEST_BODY = 14  # words
_SMALL = re.compile(r"(?:of|for|on|the|and|to|in|within|under|against|at|de|la|du|des|et|les|и|в|при|по|на)$|&$")


def is_paper(line: str) -> bool:
    """Whether a line only says what kind of paper this is: `Concept note and draft agenda`."""
    words = _words(line)
    return bool(words) and all(word in _PAPER or word in _LINK or word.isdigit() for word in words)


def is_generic(line: str) -> bool:
    """Whether a line only says what kind of paper or event this is: `Concept note`, `Regional workshop`."""
    words = _words(EVENT_WORD.sub(" training ", line[:300]))
    known = all(
        word in _PAPER or word in _KIND or word in _LINK or word.isdigit() or _RUSSIAN.fullmatch(word) for word in words
    )
    return known and any(word not in _LINK and not word.isdigit() for word in words)


def is_letterhead(line: str) -> bool:
    """Whether a line is the name of a body and nothing else."""
    bare = re.sub(r"«[^«»]{2,80}»", "", line).strip()
    words = bare.split()
    if len(words) not in range(2, _LONGEST_BODY) or re.search(r"[:?!;“”\"]|\.$|\d", bare) or EVENT_WORD.search(bare):
        return False
    is_name = all(word[0].isupper() or word[0] in "(«&" or _SMALL.match(word) for word in words if word)
    return bool(_BODY.search(bare)) and (is_name or bool(re.match("[А-ЯЁ]", bare)))


def is_affiliation(line: str, blocks: Sequence[Block]) -> bool:
    """Whether people further down are said to be of the body that a line names: `Head of Office, Harbour Forum`."""
    if len(line.split()) not in range(2, _LONGEST_BODY):
        return False
    told = re.compile(rf"(?P<role>[^,;\n]{{3,80}}),\s{re.escape(line)}(?=$|[\n\t;.,)])")
    saying = (block.text for block in blocks if f", {line}" in block.text)
    return any(ROLE_WORD.search(match["role"]) for text in saying for match in told.finditer(text))


def is_label_beside(title: Stated, block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a heading near the title only says who writes, or what kind of paper or event this is."""
    above = block.n < min(title.blocks) and (
        is_generic(block.text) or is_letterhead(block.text) or is_affiliation(block.text, blocks)
    )
    below = block.n < min(title.blocks) + _NEAR and is_generic(block.text) and role_of(block.text) is None
    return block.kind == "heading" and (above or below)


def heads_what_follows(pair: Sequence[Block]) -> bool:
    """Whether a numbered line is a heading of the note, `2. Objectives`, and no entry in a list of its headings."""
    roles = [role_of(block.text) if len(block.text.split()) <= _HEADING_WORDS else None for block in pair]
    return len(pair) == 2 and pair[0].kind == "item" and roles[0] is not None and roles[1] is None


def _words(line: str) -> list[str]:
    return [word.lower() for word in _TOKEN.findall(line[:300])]
