"""Questions that a gathering hardly ever needs answered, told by their words in English and Russian. Pure."""

import re

IN_PERSON = ("in_person", "hybrid")
AT_A_DOOR = ("passport", "photo")  # asked for at some doors of buildings, never for a webinar
ASKS_TO_AGREE = "yes_no"

WORDS = {
    "passport": r"passport|identity (card|document|number|paper)"
    r"|\b(national|personal|state) (id\b|number|identification)|\bid[- ](card|number|document|no\b)"
    r"|\b(social security|tax(payer)?) (number|id)|driv(er|ing).{0,3} licen[cs]e|паспорт"
    r"|удостоверени\w+ личност|документ\w*,? удостоверяющ|\b(иин|инн|пинфл|снилс|жшшир)\b|личн\w+ номер",
    "birth_date": r"\bbirth|\bborn\b|рожден|родил(ись|ся|ась)|\bд\.? ?р\.",
    "home_address": r"(home|residential|private|permanent) address|address of (your )?(home|residence)"
    r"|where (do )?you live|place of residence|домашн\w+ адрес"
    r"|адрес\w* (прожив|места жит|регистрац|прописк)|прописк|мест\w+ жительства",
    "religion": r"religio|\bfaith\b|denomination|\bworship|религи|вероисповед|конфесси|вероучен",
    "ethnic_origin": r"ethnic|\brac(e|ial)\b|\btrib(e|al)\b|national origin|национальност|этнич|этнос"
    r"|\bрас(а|ы|ов\w+)\b|племен|народност",
    "health": r"\b(your|any|state of|condition of) health"
    r"|health (condition|status|problem|issue|record|insurance|state)|medical|disab(led|ilit)|illness"
    r"|disease|diagnos|allerg|vaccin|pregnan|\bblood (type|group)|(ваше|состояни\w+|проблем\w* со) здоров"
    r"|инвалид|болезн|заболеван|диагноз|аллерг|привив|вакцин|беремен|групп\w+ крови|медицинск",
    "photo": r"\bphoto|portrait|selfie|\bpicture of you|фото|портрет|селфи|снимок",
}
PATTERNS = {code: re.compile(words) for code, words in WORDS.items()}


def warns(label: str, kind: str, format: str) -> str:
    """Why a question with these words should not be asked, as a code that `asking.why_not` words; "" for the most.

    `kind` is its kind and `format` that of the event. Asking to agree ("May we take photos?") is no photo.
    """
    text = " ".join(label.casefold().split()).replace("ё", "е")
    for code, pattern in PATTERNS.items():
        if pattern.search(text) and not (code == "photo" and kind == ASKS_TO_AGREE):
            return f"{code}_at_a_door" if code in AT_A_DOOR and format in IN_PERSON else code
    return ""
