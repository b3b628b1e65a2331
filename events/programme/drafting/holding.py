"""How sentences say who holds an event, and with whom."""

import re

from events.programme.drafting.lexicon import EVENT
from events.programme.drafting.senders import NAME

_STAFF = r"(?:(?:secretariat|team|staff|experts|colleagues|leadership|management) (?:of|at|from)\s(?:the\s)?)?"
HELD_BY = re.compile(
    r"\b(?:[Oo]rgani[sz]ed\b(?:(?!fund|financ|support|sponsor)[^.;:]){1,60}?(?=\sby)|(?:[Cc]o-)?[Oo]rgani[sz]ed|[Hh]osted|co-hosted|[Cc]onvened|arranged|delivered|conducted|"
    r"held|offered(?=\sby)|run(?=\sby)|joint (?:event|webinar|seminar|workshop|training|course|conference|meeting) of|"
    r"(?:^|(?<=\.\s))(?:[Aa]nnual|[Rr]egular|[Gg]eneral|[Jj]oint|[Pp]lenary|\d{1,3}(?:st|nd|rd|th))\s"
    r"(?:meeting|session|assembly|conference|congress|seminar) of|"
    r"series of (?:\w{2,12} )?(?:webinars|seminars|workshops|lectures|meetings|talks) of|"
    rf"organisée?s?|proposée?s?)\s(?:jointly\s|совместно\s|conjointement\s)?(?:by\s|par\s)?(?:the\s|l[’']|la\s|le\s)?"
    rf"{_STAFF}(?P<name>{NAME})"
)
HOLDS = re.compile(
    rf"\b(?P<name>{NAME})(?:\spresents? (?:its|their) compliments\b[^.;]{{0,120}}?\sand)?"
    rf"(?:,[^.;]{{3,200}},|,)?(?:\s(?:is|are|will be|jointly))?\s(?:organi[sz](?:es?|ing)|"
    rf"hosts?|hosting|convenes?|convening|holds|offers|runs|gives|conducts|"
    r"will (?:jointly )?(?:hold|host|organi[sz]e|convene|conduct|deliver|be hosting|be holding)|"
    r"(?:is|are) (?:pleased|delighted|happy|honou?red|glad|proud) to (?:invite|announce|host|present)|"
    r"(?:has|have) the (?:honou?r|pleasure|privilege) (?:to invite|of inviting|to announce)|"
    r"would like to invite|(?:cordially|warmly|kindly) invites?|"
    r"invites?|проводит|проведут|проведёт|организует|организуют|приглашает)\b"
)
RUSSIAN_WITH = re.compile(
    r"\b(?P<cue>(?:совместно|в партн[её]рстве|в сотрудничестве) с|"
    r"при (?:финансовой |технической )?(?:поддержке|содействии))\s"
    r"(?P<name>[А-ЯЁ][\w-]{1,30}(?:\s(?!пров|орган|приглаш|состо|пройд|при\s|для\s)(?:[\w-]{2,30}|«[^«»]{2,80}»)){0,6})"
)
_RUSSIAN_BODY = (
    r"[А-ЯЁ][\w-]{1,30}(?:\s(?!совместно|в\s(?:партн|сотруд|рамк|г\.|пери)|при\s(?:фин|техн|подд|содей)|для\s|с\s|на\s|по\s\d)"
    r"(?:[\w-]{1,30}|«[^«»]{2,80}»|\([А-ЯЁ]{2,10}\))){0,12}"
)
RUSSIAN_HELD_BY = re.compile(
    rf"\b(?:организу[ею]тс?я?|организу[юе]т|проводится|проводятся|проводит|проводят|провед[её]т|организован\w{{0,2}})\s"
    rf"(?P<name>{_RUSSIAN_BODY})"
)
OF_BODY = re.compile(
    rf"\b(?i:{EVENT}|visit|panel|discussion|series|conversation|talk) (?:of|by|from|at|held by|hosted by)\s(?:the\s)?"
    rf"(?P<name>{NAME})"
)
RUSSIAN_HOLDS = re.compile(
    r"(?<![\w«])(?P<name>[А-ЯЁ][\w-]{1,30}(?:\s(?!вебинар|семинар|совместно|при\s)(?:[\w-]{1,30}|«[^«»]{2,60}»)){0,9}?(?:\s\([А-ЯЁ]{2,10}\))?)\s"
    r"(?:(?:совместно с|при поддержке|в партн[её]рстве с)\s[^.;]{3,120}?\s)?"
    r"(?:приглашает|приглашают|проводит|проводят|проведёт|проведут|проведет|организует|организуют)\b"
)
WITH = re.compile(
    r"\b(?i:in (?:close )?(?:partnership|cooperation|co-operation|collaboration|coordination) with|"
    r"with (?:the )?(?:[a-z]{3,15} )?(?:and [a-z]{3,15} )?"
    r"(?:support|assistance|contribution|sponsorship|funding|financing|help) (?:of|from|by)|"
    r"(?:co-)?(?:funded|financed|sponsored) by|"
    r"(?:co-organi[sz]ed|co-hosted) (?:by|with)|(?:hosted|organi[sz]ed|held|prepared) with|en partenariat avec|"
    r"avec (?:le soutien|l[’']appui|le concours) (?:de|du)|under the auspices of|при (?:финансовой |технической "
    r")?(?:поддержке|содействии)|supported by|together with|jointly with|в партнёрстве с|в партнерстве с|"
    rf"в сотрудничестве с|совместно с)\s(?:the\s|l[’']|la\s|le\s)?(?P<name>{NAME})"
)
# A sentence without a subject: "Funded by the Government of Norland."
HEADLESS = re.compile(
    r"(?:Jointly |Co-)?(?i:organi[sz]ed|hosted|convened|funded|financed|sponsored|supported) (?:jointly )?by\s"
)
# "the Forum with the Fund"
AND_WITH = re.compile(rf"^(?:[Tt]he\s)?{NAME},?\s(?=(?P<cue>with)\s(?:the\s)?(?P<name>{NAME}))")
# "Travel costs are covered by the Fund", "The Service will act as local host"
PAID_BY = re.compile(
    rf"\b(?i:travel|costs|expenses|accommodation|fares|participation|{EVENT})"
    r"(?:\s[a-z]{2,15}){0,4}?\s(?:are|is|will be)\s"
    rf"(?P<cue>(?:covered|paid(?: for)?|borne|met|financed|funded) by)\s(?:the\s)?(?P<name>{NAME})"
)
ACTS_AS_HOST = re.compile(
    rf"\b(?P<name>{NAME})\s(?:will act as|acts as|will be|is)\s(?:the\s)?(?P<cue>(?:local |co-)?host)\b"
)
OUR_PARTNER = re.compile(rf"\b[Oo]ur partners?,\s(?:the\s)?(?P<name>{NAME})(?=,)")
RUN_BY = re.compile(rf"\b(?:implemented|coordinated) by\s(?:the\s)?(?P<name>{NAME})")
SUPPORTS = re.compile(
    rf"\b(?P<name>{NAME})(?:,[^.;]{{3,200}},)?\s(?:supports|assists|helps|implements|delivers|provides)\s"
)
