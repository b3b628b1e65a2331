"""The words by which a note's parts, events, bodies and roles are recognised: English, Russian, French labels."""

import re

from intake.language.stopwords import listed

EVENT = (
    r"(?:webinars?|workshops?|seminars?|trainings?|conferences?|meetings?|round[ -]?tables?|"
    r"courses?|events?|briefings?|(?:spring|summer|autumn|winter) schools?|"
    r"forums?|symposium|symposia|consultations?|dialogues?|masterclass|summit|hackathon|lectures?|"
    r"вебинар\w{0,3}|семинар\w{0,3}|тренинг\w{0,3}|конференци\w{1,3}|"
    r"мероприяти\w{1,3}|кругл\w{2,3} стол\w{0,2}|встреч\w{1,3}|совещани\w{1,3}|форум\w{0,2}|брифинг\w{0,2}|"
    r"консультаци\w{1,2}|учебн\w{2,3} курс\w{0,2}|webinaires?|ateliers?|séminaires?|colloques?|réunions?|conférences?|"
    r"tables? rondes?)"
)
EVENT_WORD = re.compile(rf"\b{EVENT}\b", re.IGNORECASE)
THIS_EVENT = re.compile(
    rf"\b(?:this|the|our|present|данн\w{{2,3}}|эт\w{{1,3}})\s(?:[\w\-]{{1,30}}\s){{0,4}}?{EVENT}\b|^\s{{0,5}}{EVENT}\b",
    re.IGNORECASE,
)

_ROLE_WORDS = {
    "title": "title name название наименование",
    "about": "about overview summary abstract description описание аннотация",
    "background": "background context introduction rationale justification предпосылки введение контекст "
    "справка обоснование актуальность",
    "objectives": "objective objectives aim aims goal goals purpose outcome outcomes results outputs цель цели задачи "
    "задача результаты",
    "themes": "theme themes topic topics issues questions темы вопросы тематика тема",
    "audience": "participant participants audience participation attendees beneficiaries участники аудитория "
    "участниках участников слушатели",
    "organisers": "organiser organisers organizer organizers host hosts organizing organising organised "
    "organized hosted "
    "convener conveners организатор организаторы",
    "partners": "partner partners co-organisers co-organizers co-organiser co-organizer co-hosts co-host "
    "cosponsors donors "
    "donor sponsors sponsor funder funders партнер партнеры партнёр партнёры соорганизатор соорганизаторы доноры донор",
    "venue": "venue location place where platform место платформа площадка адрес",
    "format": "format modality modalities mode формат",
    "when": "date dates time times hours часы when duration timing дата даты время когда сроки длительность "
    "продолжительность",
    "agenda": "agenda programme program schedule timetable программа повестка расписание",
    "speakers": "speaker speakers panellists panelists panellist panelist moderator moderators presenters presenter "
    "facilitators facilitator trainers trainer lecturers lecturer instructors instructor tutors tutor "
    "спикер спикеры докладчик докладчики модератор модераторы эксперты "
    "тренеры ведущий лекторы",
    "language": "language languages interpretation язык языки перевод",
    "deadline": "deadline rsvp",
    "places": "places seats capacity",
    "link": "link ссылка",
    "contact": "contact contacts enquiries inquiries контакты контакт",
    "registration": "registration register logistics регистрация",
}
_ROLE_OF_WORD = {word: role for role, words in _ROLE_WORDS.items() for word in words.split()}
_PHRASES = {
    "audience": "taking part|invited|who can join|who can apply|who can register|"
    "who may attend|who may take part|who can take part|target group|target groups|"
    "who|who should attend|who can attend|"
    "who is it for|who is this for|who it is for|for whom|who will attend|"
    "who should join|who may apply|who takes part|who will take part|who participates|"
    "who comes|who can come|who may come|"
    "кто участвует|участвуют|для кого|кто может участвовать|кому будет полезно|кого приглашаем",
    "themes": "what we’d like to cover|what we’ll cover|what we want to cover|points to cover|"
    "discussion points|points for discussion|focus areas|areas of focus|что обсудим|what we will discuss|"
    "what will be covered|what we will cover|main questions|о чём поговорим|повестка обсуждения|what is covered",
    "objectives": "what we want to achieve|what we hope to achieve|what we aim to achieve|"
    "what will i learn|what will you learn|what you’ll learn|what you get out of it|"
    "what participants will be able to do|what you will be able to do|learning outcomes|"
    "what you will learn|you will learn|you’ll learn|participants will learn|what participants will learn|"
    "why attend|why this event|why this webinar|"
    "чему вы научитесь",
    "organisers": "organised by|organized by|organised jointly by|organized jointly by|"
    "jointly organised by|jointly organized by|hosted by|brought to you by|convened by|who we are|"
    "lead|lead agency|lead partner|lead organisation|"
    "lead organization|"
    "lead institution|coordinating organisation|coordinating institution|ведущий партнёр|ведущая организация|"
    "кто проводит|проводит|проводится",
    "partners": "supporting|supporting agencies|supporting services|"
    "in partnership with|in cooperation with|in collaboration with|supported by|"
    "financed by|with the support "
    "of|funded by|"
    "with support from|with financial support from|with the financial support of|co-organised by|co-organized by|"
    "co-hosted by|sponsored by|при поддержке|при содействии|в партнёрстве с|в партнерстве с|"
    "совместно с|в сотрудничестве с",
    "about": "о мероприятии|о вебинаре|о семинаре|о конференции|at a glance|what is it about|in brief|коротко",
    "speakers": "guest|guests|our guest|our guests|meet the speakers|our speakers|about the speakers|meet the trainers|"
    "who’s running it|who runs it|who is running it|who leads it|your trainers|your hosts|"
    "course director|course directors|course leader|course leaders|lead trainer|co-trainer|co-trainers|"
    "faculty|faculty members|teaching staff|who will speak|who is speaking|"
    "moderated by|facilitated by|resource persons|resource "
    "person|key speaker|"
    "keynote speaker|keynote speakers|guest speaker|guest speakers|кто выступает|invited experts",
    "deadline": "register by|registration by|please register by|apply by|rsvp by|registration closes|registration "
    "deadline|"
    "application deadline|applications close|last day to register|last day for registration|deadline for registration|"
    "deadline for applications|deadline for nominations|deadline to register|срок регистрации|сроки регистрации|"
    "срок подачи заявок|сроки подачи заявок|регистрация до|крайний срок|крайний срок регистрации|приём заявок до|"
    "прием заявок до|окончание регистрации|registration open until|registration until|register "
    "before|срок подачи заявки|"
    "nominations by|nomination deadline|closing date|closing date for registration|дедлайн|последний день регистрации",
    "places": "number of participants|maximum number of participants|number of places|number of seats|places available|"
    "seats available|available places|available seats|maximum participants|max participants|participant limit|"
    "group size|class size|maximum group size|количество участников|количество мест|число участников|число мест|"
    "максимальное количество участников|максимальное число участников|количество слушателей|places limited to|мест",
    "link": "registration link|link to register|link for registration|registration form|register at|register here|"
    "register online|online registration|sign up|sign up here|sign up at|registration page|ссылка для регистрации|"
    "ссылка на регистрацию|форма регистрации|зарегистрироваться|register via|apply at|apply here|registration website",
    "contact": "focal point|focal points|contact person|contact persons|contact point|contact details|"
    "for further information|"
    "for more information|further information|more information|queries|questions to|contact information|for enquiries|"
    "for inquiries|point of contact|questions before you book|questions before you register|"
    "контактное лицо|контактные данные|контактная информация|дополнительная информация|"
    "по всем вопросам|справки|for questions|for any questions|contact us|"
    "координатор|coordinator|event coordinator|secretariat|questions?|any questions?",
    "registration": "how do i sign up|how to sign up|how do i register|how do i join|"
    "how to register|how to apply|how to take part|how to join|registration and logistics|"
    "регистрация участников|"
    "как зарегистрироваться|"
    "registration details|registration information|practical information|participation and "
    "registration|условия участия",
    "language": "working language|working languages|languages of the event|language and interpretation|рабочий язык|"
    "рабочие языки|язык проведения|языки проведения|языки мероприятия|языки вебинара|синхронный "
    "перевод|interpretation into|"
    "simultaneous interpretation|перевод",
    "format": "форма участия|форма проведения|формат участия|формат проведения",
    "venue": "место проведения|место и формат|venue address|where it takes place|where is it|где|место "
    "проведения мероприятия",
    "when": "period|период|период проведения|dates and times|save the date|"
    "дата проведения|даты проведения|время проведения|сроки проведения|дата и время проведения|"
    "when is it|когда состоится|start|starts|start time|start date|"
    "end|ends|end time|end date|начало|окончание|date of the event|event date",
    "background": "rationale|why this subject|why it matters|why now|почему это важно|о чём речь",
    "agenda": "list of sessions|provisional list of sessions|sessions and speakers|run of show|run of the show|"
    "order of proceedings|"
    "running order|order of business|order of the day|flow of the webinar|flow of the event|flow|plan|"
    "what happens when|ход мероприятия|ход вебинара|регламент|порядок дня|план|order of events|повестка дня|timeline",
    "title": "subject|re|предмет|event title|тема вебинара|тема семинара|тема мероприятия|тема встречи|"
    "тема конференции|event name|event",
}
_FRENCH = {
    "title": "titre|intitulé|objet",
    "about": "présentation|résumé|en bref",
    "background": "contexte|justification|contexte et justification|introduction",
    "objectives": "objectif|objectifs|objectif général|objectifs spécifiques|résultats attendus|finalité",
    "themes": "thème|thèmes|sujets|thèmes abordés|questions abordées",
    "audience": "public|public visé|public cible|publics|destinataires|bénéficiaires|pour qui",
    "organisers": "organisateur|organisateurs|organisatrice|organisé par|organisée par|proposé par",
    "partners": "partenaire|partenaires|en partenariat avec|avec le soutien de|en collaboration avec|"
    "en coopération avec",
    "venue": "lieu|lieu de la réunion|où|adresse",
    "format": "modalité|modalités",
    "when": "quand|heure|horaire|horaires|durée|date et heure|date et lieu",
    "agenda": "programme provisoire|ordre du jour|déroulé|déroulement|programme détaillé",
    "speakers": "intervenants|intervenantes|intervenant|intervenante|modération|animation|orateurs",
    "language": "langue|langues|langue de travail|langues de travail|interprétation",
    "deadline": "date limite|date limite d’inscription|clôture des inscriptions|inscription avant le",
    "places": "nombre de places|nombre de participants|places disponibles",
    "link": "lien|lien d’inscription|formulaire d’inscription",
    "contact": "renseignements|personne de contact|pour toute question|contacts",
    "registration": "inscription|inscriptions|modalités d’inscription|comment s’inscrire",
}
_ROLE_OF_PHRASE = {
    phrase: role for table in (_FRENCH, _PHRASES) for role, phrases in table.items() for phrase in phrases.split("|")
}
_MODIFIERS = listed(
    """and or of the for a an & in to on with this event webinar workshop training seminar conference meeting course
    round table roundtable key main expected intended target invited tentative draft provisional proposed preliminary
    indicative suggested overall general specific learning guiding discussion discussed day days thematic focus areas
    points local zone working session sessions information outline detailed full final short our your what
    virtual online hybrid physical technical annotated who
    и для вебинара семинара мероприятия тренинга конференции проведения целевая основные ожидаемые обсуждения
    обсуждаемые предварительная проект дня о ключевые рабочий рабочие встречи круглого стола приглашённые приглашенные
    краткое ожидаемый подробная
    order visit study tour project activity organisation organization"""
)
_NUMBERING = re.compile(
    r"^(?:(?:annex|appendix|attachment|enclosure|приложение)(?:\s(?:no\.?\s?|№\s?)?(?:\d{1,2}|[IVX]{1,4}|[A-ZА-Я]))?"
    r"\s?[.:–—-]\s|(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4}|[A-Za-z])[.)]\s{0,5})",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)?|&")
_TRAILING_BRACKET = re.compile(r"\s?\([^()]{1,40}\)$|\s(?:v\.?|version)\s?\d{1,2}(?:\.\d{1,2})?$")


def role_of(heading: str) -> str | None:
    """Which standard part of a note a heading opens ("Expected participants" -> audience), or None."""
    whole = _NUMBERING.sub("", heading[:120].strip()).lower()
    if whole in _ROLE_OF_PHRASE:
        return _ROLE_OF_PHRASE[whole]  # "Questions?" are put to somebody; "Questions" are discussed
    bare = _NUMBERING.sub("", heading[:120].strip()).strip(" :.–—-?*_").lower().replace("'", "’")
    if bare in _ROLE_OF_PHRASE:
        return _ROLE_OF_PHRASE[bare]
    bare = _TRAILING_BRACKET.sub("", bare) or bare
    if bare in _ROLE_OF_PHRASE:
        return _ROLE_OF_PHRASE[bare]
    found = _WORD.findall(bare)
    if not found or len(found) > 8 or any(word not in _ROLE_OF_WORD and word not in _MODIFIERS for word in found):
        return None
    return next((_ROLE_OF_WORD[word] for word in found if word in _ROLE_OF_WORD), None)


BODY_WORD = re.compile(
    r"\b(?:Offices?|Centre|Center|Organi[sz]ation|Programme|Ministry|Ministries|Agency|Institute|University|Commission|"
    r"Committee|Council|Union|Guild|Forum|Club|Corps|House|Archives?|Collective|Cooperative|Station|Works|Fund|Bank|"
    r"Service|Department|Directorate|Secretariat|Academy|Association|Foundation|Network|"
    r"Mission|Delegation|Embassy|Group|Unit|Initiative|Branch|Bureau|Division|Authority|Court|"
    r"Nations|Police|Guard|Guards|"
    r"Customs|School|College|Society|Museum|Library|Laboratory|Lab|Federation|Alliance|Consortium|"
    r"Chamber|Parliament|Senate|"
    r"Register(?=\sof\b)|Kingdom|Republic|Faculty|Company|Press|Trust|League|Observatory|Inspectorate|Administration|Registry|Hospital|Clinic|Forces|Team|"
    r"Section|Desk|Port|Airport|Ombudsman|Prosecutor’s Office|Government|Municipality|Hub|Partnership|Coalition|"
    r"Управлени\w{1,3}|Центр\w{0,3}|Организаци\w{1,3}|Министерств\w{1,3}|Агентств\w{1,3}|Институт\w{0,3}|"
    r"Университет\w{0,3}|Комисси\w{1,3}|Комитет\w{0,3}|"
    r"Совет\w{0,3}|Союз\w{0,3}|Фонд\w{0,3}|Служб\w{1,3}|Департамент\w{0,3}|Академи\w{1,3}|Ассоциаци\w{1,3}|"
    r"Мисси\w{1,3}|Бюро|Школ\w{1,3}|Общество|Палат\w{1,3}|"
    r"Прокуратур\w{1,3}|Полици\w{1,3}|Отдел\w{0,3}|Лаборатори\w{1,3}|Музе\w{1,3}|Библиотек\w{1,3}|"
    r"Ministère|Institut|Agence|Université|Fondation|Réseau|Autorité|Observatoire|Conseil|Académie|École|Circle|"
    r"Программ\w{1,3}|Федераци\w{1,3}|Секретариат\w{0,3}|Инспекци\w{1,3}|Таможн\w{1,3})"
    r"\b|\b[A-ZА-Я]{3,}\b"
)
ROLE_WORD = re.compile(
    r"\b(?:head|director|officer|expert|advis[eo]r|professor|chief|coordinator|prosecutor|minister|deputy|secretary|"
    r"representative|manager|analyst|specialist|chair|chairperson|chairwoman|chairman|ambassador|"
    r"colonel|major|captain|general|"
    r"president|moderator|researcher|fellow|lecturer|judge|consultant|lead|leader|commissioner|"
    r"attach[eé]|trainer|facilitator|"
    r"investigator|scientist|engineer|editor|author|inspector|counsel|registrar|clerk|keeper|"
    r"warden|steward|ranger|guide|lawyer|attorney|economist|curator|librarian|examiner|"
    r"directrice|directeur|pr[ée]sidente?|coordinatrice|coordinateur|conseill[eè]re?|inspectrice|inspecteur|cheffe?|"
    r"programmer|developer|instructor|teacher|dean|rector|founder|member|assistant|associate|"
    r"liaison|speaker|rapporteur|"
    r"interpreter|psychologist|criminologist|historian|journalist|detective|sergeant|superintendent|governor|mayor|"
    r"руководител\w|директор\w?|начальник\w?|эксперт\w?|советник\w?|профессор\w?|координатор\w?|министр\w?|"
    r"заместител\w|представител\w|специалист\w?|посол|полковник|модератор|консультант|прокурор|аналитик\w?|доцент|"
    r"следователь|инспектор|судья|юрист|научный сотрудник|сотрудник|преподаватель|ректор|председатель|секретарь|тренер|"
    r"исследователь|редактор|инженер|куратор|методист|архитектор|врач|учитель|переводчик|заведующ\w{2})\b",
    re.IGNORECASE,
)
TITLE = r"(?:Mr|Ms|Mrs|Mx|Mme|Mlle|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cdr|Sgt|Insp|Supt|Amb|Hon|Eng|H\.\s?E|Rev)"
HONORIFIC = re.compile(
    rf"^(?:(?:{TITLE}|Sir|Dame)\b\.?\s(?:\((?:ret|retd|retired)\.?\)\s)?|M\.\s(?=[A-ZÀ-Þ][\w’-]+\s[A-ZÀ-Þ])|"
    r"(?:Professor|Ambassador|Judge|Colonel|Captain|Major|General|Lieutenant|Minister|Excellency|"
    r"Inspector|Commissioner|Justice)"
    r"\s(?=[A-Z][\w’'-]+\s[A-Z])|г-н\s|г-жа\s|д-р\s|проф\.\s|господин\s|госпожа\s|профессор\s(?=[А-ЯЁ])|"
    r"(?i:(?:генерал(?:-майор|-лейтенант)?|(?:под)?полковник|майор|(?:старший )?лейтенант|капитан)\s)(?=[А-ЯЁ])){1,3}"
)
_PAST_YEAR = r"(?:in|of|since|в)\s(?:19|20)\d\d\b"
PAST = re.compile(
    r"\b(?:was|were|had been|has been|have been)\s(?:\w{2,20}\s)?(?:organi[sz]ed|held|hosted|"
    r"convened|conducted|delivered|"
    r"attended|arranged|launched|established|supported|funded|followed|adopted|brought)\b|"
    r"\b(?:previous|past|earlier|last year|last month|last week|last spring|last autumn|preceding|"
    r"ago|took place|former)\b|"
    r"\b(?:took part|gathered|met in|organi[sz]ed a|organi[sz]ed an|organi[sz]ed the|hosted "
    r"a|hosted the|held a|held the|brought together)\b|"
    r"\bбыл[аио]?\s(?:\w{3,20}\s)?(?:организован|провед[её]н|посвящ)\w{0,2}|\bсостоял(?:ся|"
    r"ась|ось|ись)\b|\bпров[её]л[аи]?\b|"
    r"\bпрош[её]?л\w{0,2}\b|\bпредыдущ\w{2,3}\b|\bорганизовал[аи]?\b|\bпринял[аи]? участие\b",
    re.IGNORECASE,
)
OTHER_EVENT = re.compile(
    rf"\b(?:follow-up|next|second|third|another|subsequent|later|future|final|concluding|upcoming regional|preparatory|"
    rf"(?<=\w\s)annual|previous|earlier|separate|parallel|side|sister|further|последующ\w{{2,3}}|следующ\w{{2,3}}|втор\w{{2,3}}|"
    rf"очередн\w{{2,3}}|итогов\w{{2,3}})\s(?:[\w-]{{1,20}}\s){{0,2}}{EVENT}\b",
    re.IGNORECASE,
)
