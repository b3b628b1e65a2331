"""Whether a short line names a person or a publication. Only shapes are known, and words that no name has."""

import re

from intake.language.stopwords import listed

_PARTICLES = frozenset(
    {"and", "de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ibn", "ul", "и"}
)
_PUBLICATION = listed(
    """unit observatory bureau
    review journal times news post press agency herald gazette tribune magazine observer monitor bulletin daily
    weekly today report reports institute centre center university foundation network media wire digest
    chronicle courier telegraph express mail guardian standard star sun world voice radio television tv online
    desk staff newsroom editors editorial team service services ministry office department organization
    organisation association council commission committee union academy school library papers quarterly monthly
    letters echo mirror newspaper publishing publishers notebook notes watch analysis brief briefs affairs forum
    portal журнал газета агентство новости вестник обозрение центр институт университет фонд служба министерство
    редакция издательство портал радио телевидение сайт бюллетень альманах ведомости известия академия время
    сегодня"""
)
_AFFILIATION = listed(
    """university department faculty institute centre center school academy college laboratory университет институт
    кафедра факультет академия центр лаборатория"""
)
_LABEL = listed(
    """asia europe africa america americas pacific atlantic caspian caucasus balkans baltic arctic east west north
    south central eastern western northern southern middle region regional regions border borders borderlands
    security politics political policy economy economics economic business trade culture society science
    technology tech health education environment climate energy sport sports travel opinion opinions comment
    feature features interview interviews special focus in-depth explainer analysis research history law justice
    rights human crime terrorism migration customs defence defense military diplomacy international global local
    national home latest breaking video photos gallery podcast events archive about contact the a an of on in
    for with how why what who new old first training development peace conflict cooperation transport
    agriculture food water lifestyle country countries state states nation nations exclusive top stories story
    articles blog long read reads views published updated posted share азия европа африка америка кавказ граница
    границы безопасность политика экономика общество культура наука технологии здоровье образование экология
    энергетика спорт мнение мнения интервью репортаж репортажи аналитика история право таможня миграция регион
    регионы мир россия страна страны главное центральная северная южная восточная западная новости статьи
    события лента разное обучение сотрудничество"""
)
_JOINS = frozenset({"of", "for", "and", "the", "in", "on", "to"})
_LONGEST_BODY = 12  # words
_INITIAL = re.compile(r"[A-ZА-ЯЁ]\. ?[A-ZА-ЯЁ]")
_BETWEEN_PERSONS = re.compile(r",?\s(?:and|&|и)\s|,\s")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-]){0,30}")


def is_name(text: str) -> bool:
    """One to ten words in capitals, as after "By": persons, several persons, a desk or an agency."""
    words = text.replace(",", " ").replace("&", " ").split()
    if not 1 <= len(words) <= 10 or any(character.isdigit() for character in text):
        return False
    named = [word for word in words if word.casefold() not in _PARTICLES]
    return bool(named) and all(word[0].isupper() for word in named)


def is_person(text: str) -> bool:
    """Two to four words in capitals of which none stands in labels, titles or the names of publications."""
    words = text.split()
    named = [word for word in words if word.casefold() not in _PARTICLES]
    if not 2 <= len(named) <= 4 or len(words) > 5 or not is_name(text):
        return False
    folded = {word.casefold().strip(".,") for word in words}
    return all(_NAME_WORD.fullmatch(word) for word in words) and not folded & (_LABEL | _PUBLICATION)


def are_persons(text: str) -> bool:
    """Two to eight persons: "Ann Example, Bob Sample and Eva Probe"."""
    parts = _BETWEEN_PERSONS.split(text)
    return 2 <= len(parts) <= 8 and all(map(is_person, parts))


def is_affiliation(text: str) -> bool:
    """Whether a word such as "University" stands in it: where authors work, on the line below their names."""
    return any(word.casefold().strip("«»“”\"'.,;()") in _AFFILIATION for word in text.split())


def is_publication(text: str) -> bool:
    """A name in capitals of at most seven words with a word such as "Review" or "Agency" in it."""
    words = [word.strip("«»“”\"'.") for word in text.split()]
    if (
        not 1 < len(words) <= 7
        or any(character.isdigit() or character == ":" for character in text)
        or not words[0][:1].isupper()
    ):
        return False
    return any(word.casefold() in _PUBLICATION for word in words)


def is_body(text: str) -> bool:
    """Two to twelve words, all of weight in capitals: "Research Unit of the Transit Observatory"."""
    words = text.split()
    capital = all(word[0].isupper() or word in _JOINS for word in words)
    return 1 < len(words) <= _LONGEST_BODY and capital and any(word.casefold() in _PUBLICATION for word in words)


def has_initial(text: str) -> bool:
    """ "E. Marwick": nobody heads a section so."""
    return _INITIAL.match(text) is not None


def is_label(text: str) -> bool:
    """The name of a section of the page, such as "Central Asia" or "Экономика"."""
    words = [word.casefold().strip(".,") for word in text.replace("&", " ").split()]
    return 0 < len(words) <= 4 and all(word in _LABEL or word in _PARTICLES for word in words)
