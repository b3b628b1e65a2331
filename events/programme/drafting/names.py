"""What the name of a person looks like."""

import re

from events.programme.drafting.lexicon import BODY_WORD, EVENT_WORD, HONORIFIC, ROLE_WORD
from intake.language.stopwords import listed

_TOKEN = r"[A-ZА-ЯЁÀ-ÖØ-Þ](?:[^\W\d_]|[’'\-]){0,30}\.?"
_INITIALS = r"(?:[A-ZА-ЯЁ]\.\s?){1,2}[A-ZА-ЯЁ]\.?"
_NAME_WORD = rf"(?:{_TOKEN}|{_INITIALS}(?!\w)|de|da|di|van|von|der|den|bin|ibn|al|el|la|le|y|оглы|кызы|-)"
NAME = re.compile(rf"(?:{_TOKEN}|(?:[A-ZА-ЯЁ]\.){{2,3}})(?:\s{_NAME_WORD}){{1,4}}")
_PATRONYMIC = r"[А-ЯЁ]\w{1,20}(?:вич|ьич|мич|кич|вна|чна)|[А-ЯЁ]\w{1,20}\s?(?:оглы|кызы|уулу|улы|угли)"
RUSSIAN_NAME = re.compile(
    rf"(?P<name>[А-ЯЁ][\w-]{{1,30}}\s(?:[А-ЯЁ][\w-]{{1,30}}\s(?:{_PATRONYMIC})|(?:{_PATRONYMIC})\s[А-ЯЁ][\w-]{{1,30}}))$"
)


_INITIALED = re.compile(r"[А-ЯЁ][\w-]{2,30}\s[А-ЯЁ]\.\s?[А-ЯЁ]\.?(?:,\s[А-ЯЁ][\w-]{2,30}\s[А-ЯЁ]\.\s?[А-ЯЁ]\.?){0,8}")


def is_person(text: str) -> bool:
    """Whether a line has nothing but somebody whose name says so itself: with an honorific or a patronymic."""
    bare = text.strip(" .")
    if _INITIALED.fullmatch(bare):
        return True
    return is_name(bare) and bool(HONORIFIC.match(bare) or RUSSIAN_NAME.fullmatch(bare))


def is_name(text: str) -> bool:
    honorific = HONORIFIC.match(text)
    bare = text[honorific.end() :] if honorific else text
    if honorific and re.fullmatch(_TOKEN, bare):
        return True
    if not NAME.fullmatch(bare) or EVENT_WORD.search(bare):
        return False
    words = [word for word in bare.replace(".", " ").split() if len(word) > 1 and not word.isupper()]
    spelled = " ".join(words)
    return bool(honorific) or not (
        BODY_WORD.search(spelled) or ROLE_WORD.search(spelled) or not words or _all_common(words)
    )


_NOT_NAMES = listed(
    """
    address africa african agenda america american answers asia asian assessment border break case central
    ceremony certificate certificates check children climate closing coffee conclusions control cooperation
    counter crime cyber data day demonstration digital dinner discussion document documents eastern energy
    europe european evaluation evidence exercise exercises family financial first forward global group health
    human hybrid information international introduction keynote law learned legal lessons lunch management
    module money national networking new next northern old online open opening overview panel part photo policy
    practical practice practices prevention private programme public questions reception recommendations
    regional registration remarks rights risk risks round rule second sector security session southern steps
    strategy studies study summary table tea teams technical technology terrorism theme topic trade trafficking
    united water way webex welcome western women work working wrap youth zoom азии вводное вопросы день
    дискуссия доклад заключительное закрытие занятие итоги кофе модуль обед обсуждение ответы открытие пауза
    перерыв подведение практическое презентация приветственное регистрация секция сессия слово тема центральной
    """
)


def _all_common(words: list[str]) -> bool:
    """Whether any of the words belongs to titles rather than to names."""
    return any(word.lower().strip(".,") in _NOT_NAMES for word in words)
