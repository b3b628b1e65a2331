"""The words by which a note's parts, events, bodies and roles are recognised, in English and Russian."""

import re

from intake.language.stopwords import listed

EVENT = (
    r"(?:webinar|workshop|seminar|training|conference|meeting|round ?table|roundtable|course|event|briefing|forum|"
    r"symposium|consultation|dialogue|вебинар\w{0,3}|семинар\w{0,3}|тренинг\w{0,3}|конференци\w{1,3}|"
    r"мероприяти\w{1,3}|кругл\w{2,3} стол\w{0,2}|встреч\w{1,3}|совещани\w{1,3})"
)
EVENT_WORD = re.compile(rf"\b{EVENT}\b", re.IGNORECASE)
THIS_EVENT = re.compile(
    rf"\b(?:this|the|our|present|данн\w{{2,3}}|эт\w{{1,3}})\s(?:[\w\-]{{1,30}}\s){{0,4}}?{EVENT}\b|^\s{{0,5}}{EVENT}\b",
    re.IGNORECASE,
)

_ROLE_WORDS = {
    "title": "title name название наименование",
    "about": "about overview summary abstract description описание",
    "background": "background context introduction rationale justification предпосылки введение контекст "
    "справка обоснование",
    "objectives": "objective objectives aim aims goal goals purpose outcome outcomes results outputs цель цели задачи",
    "themes": "theme themes topic topics issues questions темы вопросы тематика",
    "audience": "participant participants audience participation attendees beneficiaries участники аудитория "
    "участниках",
    "organisers": "organiser organisers organizer organizers host hosts organizing organising организатор организаторы",
    "partners": "partner partners co-organisers co-organizers co-hosts cosponsors donors sponsors партнер "
    "партнеры партнёр партнёры",
    "format": "format modality modalities venue location place where platform формат место платформа",
    "when": "date dates time times when duration timing дата даты время когда сроки",
    "agenda": "agenda programme program schedule timetable программа повестка расписание",
    "speakers": "speaker speakers panellists panelists moderator moderators presenters facilitators спикеры "
    "докладчики модератор",
    "language": "language languages язык языки",
    "contact": "contact contacts registration контакты регистрация",
}
_ROLE_OF_WORD = {word: role for role, words in _ROLE_WORDS.items() for word in words.split()}
_ROLE_OF_PHRASE = {
    "who should attend": "audience",
    "who can attend": "audience",
    "who is it for": "audience",
    "for whom": "audience",
    "для кого": "audience",
    "discussion points": "themes",
    "points for discussion": "themes",
    "focus areas": "themes",
    "areas of focus": "themes",
    "что обсудим": "themes",
    "organised by": "organisers",
    "organized by": "organisers",
    "hosted by": "organisers",
    "in partnership with": "partners",
    "in cooperation with": "partners",
    "supported by": "partners",
    "with the support of": "partners",
    "funded by": "partners",
    "о мероприятии": "about",
    "о вебинаре": "about",
    "о семинаре": "about",
}
_MODIFIERS = listed(
    """and or of the for a an & in to on with this event webinar workshop training seminar conference meeting course
    round table roundtable key main expected intended target invited tentative draft provisional proposed preliminary
    indicative suggested overall general specific learning guiding discussion discussed day days thematic focus areas
    points local zone working session sessions information outline detailed
    и для вебинара семинара мероприятия тренинга конференции проведения целевая основные ожидаемые обсуждения
    обсуждаемые предварительная проект дня о ключевые рабочий рабочие"""
)
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4}|[A-Za-z])[.)]\s{0,5}")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)?|&")


def role_of(heading: str) -> str | None:
    """Which standard part of a note a heading opens ("Expected participants" -> audience), or None."""
    bare = _NUMBERING.sub("", heading[:120].strip()).strip(" :–—-").lower()
    if bare in _ROLE_OF_PHRASE:
        return _ROLE_OF_PHRASE[bare]
    found = _WORD.findall(bare)
    if not found or len(found) > 8 or any(word not in _ROLE_OF_WORD and word not in _MODIFIERS for word in found):
        return None
    return next((_ROLE_OF_WORD[word] for word in found if word in _ROLE_OF_WORD), None)


BODY_WORD = re.compile(
    r"\b(?:Office|Centre|Center|Organi[sz]ation|Programme|Ministry|Agency|Institute|University|Commission|Committee|"
    r"Council|Union|Fund|Bank|Service|Department|Directorate|Secretariat|Academy|Association|Foundation|Network|"
    r"Mission|Delegation|Embassy|Group|Unit|Initiative|Branch|Bureau|Division|Authority|Court|Nations|"
    r"Управлени\w|Центр\w?|Организаци\w|Министерств\w|Агентств\w|Институт\w?|Университет\w?|Комисси\w|Комитет\w?|"
    r"Совет\w?|Союз\w?|Фонд\w?|Служб\w|Департамент\w?|Академи\w|Ассоциаци\w|Миссия|Бюро)\b|\b[A-ZА-Я]{3,}\b"
)
ROLE_WORD = re.compile(
    r"\b(?:head|director|officer|expert|advis[eo]r|professor|chief|coordinator|prosecutor|minister|deputy|secretary|"
    r"representative|manager|analyst|specialist|chair|chairperson|ambassador|colonel|major|captain|general|president|"
    r"moderator|researcher|fellow|lecturer|judge|consultant|lead|commissioner|attach[eé]|trainer|facilitator|"
    r"руководител\w|директор\w?|начальник\w?|эксперт\w?|советник\w?|профессор\w?|координатор\w?|министр\w?|"
    r"заместител\w|представител\w|специалист\w?|посол|полковник|модератор|консультант|прокурор)\b",
    re.IGNORECASE,
)
HONORIFIC = re.compile(
    r"^(?:(?:Mr|Ms|Mrs|Mx|Dr|Prof|Gen|Col|Lt|Maj|Capt|Amb|Hon|Sir|Dame|H\.\s?E)\.?\s|г-н\s|г-жа\s|д-р\s|проф\.\s){1,3}"
)
