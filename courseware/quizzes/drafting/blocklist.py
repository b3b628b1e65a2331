"""What is never quizzed, by language: how a crime is done or hidden, and whatever takes dignity from victims.

A question repeats its words and asks people to learn them. These words may well stand in a module; they stand in no
drafted stem, answer or feedback.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Blocklist:
    """`operational`: violence, and ways and means of a crime. `dignity`: victims and casualties, loaded words on them.

    `means` are plain words of trade and travel (route, price) that turn operational in a text which speaks of `crime`.
    """

    operational: re.Pattern[str]
    dignity: re.Pattern[str]
    means: re.Pattern[str]
    crime: re.Pattern[str]


def _words(*parts: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(parts) + r")\b", re.IGNORECASE)


_ENGLISH = Blocklist(
    operational=_words(
        r"bomb\w*|explosi\w*|blasts?|weapon\w*|firearm\w*|ammunition|grenade\w*|rifles?|attack\w*|assault\w*"
        r"|raid(?:s|ed)?",
        r"forge[dsr]?|forging|forger(?:y|ies|s)|counterfeit\w*|false documents?|fake (?:passports?|papers"
        r"|documents?)",
        r"smuggl\w*|conceal\w*|hid(?:e|es|den|ing)|evad\w*|evasion|undetected|undetectable|bypass\w*|circumvent\w*"
        r"|bribe\w*",
        r"launder\w*|poach\w*|lur(?:e|es|ed|ing)|recruiting grounds?|radicali[sz]\w*|narcotic\w*|heroin|opium"
        r"|cocaine",
        r"eliminat(?:e|ed|ion) of (?:leaders|fighters)|strikes? (?:on|against)|ambush\w*|sabotage\w*|hostage\w*"
        r"|kidnap\w*",
        r"apostate\w*|heretic\w*|polytheis\w*|hijrat?|pledg\w+ allegiance|bay.at|martyr\w*|shahid\w*",
    ),
    dignity=_words(
        r"kill\w*|murder\w*|massacre\w*|execut(?:ed|ions?)|behead\w*|tortur\w*|injur\w*|wound\w*|dead|deaths?"
        r"|die[sd]?|dying",
        r"casualt\w*|fatal\w*|suicid\w*|genocide\w*|corpses?|drown\w*|victims?|survivors? of|trafficked|exploited"
        r"|exploitation",
        r"brothel\w*|prostitut\w*|sex\w*|rap(?:e|ed|es|ist)\w*|slave\w*|enslav\w*|servitude|commodit(?:y|ies) (?:of"
        r"|in) people",
        r"human (?:cargo|goods|merchandise)|merchandise|inventory of|illegals?|illegal (?:aliens?|migrants?"
        r"|immigrants?)",
        r"abus(?:e|ed|ive)|orphan\w*|stillb\w*|miscarr\w*|amputat\w*|disfigur\w*",
    ),
    means=_words(
        r"rout(?:es?|ed|ing)|transport(?:ed|ing)?|transit\w*|pric(?:e|es|ed)|sold|sell(?:s|ing|ers?)?|buy(?:s|ing"
        r"|ers?)?|bought",
        r"purchas\w*|bids?|payments?|recruit\w*|drones?|strikes?|hit|commodit\w*|cargo|checkpoints?|papers"
        r"|passports?",
        r"fought|fight\w*|militants?|jihad\w*|caliphate|combat\w*|armed|insurgen\w*|threat\w*|takfiri\w*",
    ),
    crime=_words(
        r"traffick\w*|smuggl\w*|militants?|terroris\w*|insurgen\w*|extremis\w*|jihad\w*|narcotic\w*|drug trade"
        r"|gangs?|cartels?",
        r"organi[sz]ed crime|criminal groups?|weapons?|counterfeit\w*",
    ),
)

_RUSSIAN = Blocklist(
    operational=_words(
        r"взрыв\w*|бомб\w*|смертник\w*|оружи\w*|боеприпас\w*|гранат\w*|нападен\w*|напал\w*|атак\w*|удар\w*"
        r"|диверси\w*|засад\w*",
        r"поддел\w*|фальшив\w*|контрабанд\w*|тайник\w*|скры(?:ть|ва\w*|т\w*)|утаи\w*|обойти|обход\w*|взят(?:ка|ки"
        r"|ок|ку)|отмыван\w*",
        r"вербов\w*|радикализ\w*|наркотик\w*|героин\w*|опи(?:й|ум)\w*|кокаин\w*|заложник\w*|похи(?:щ|т)\w*",
    ),
    dignity=_words(
        r"уби(?:т|й|в|л)\w*|погиб\w*|гибел\w*|смерт\w*|мертв\w*|умер\w*|ранен\w*|жертв\w*|потерпевш\w*|казн\w*"
        r"|пыт(?:ка|ки|ок|к\w+)",
        r"секс\w*|проститу\w*|изнасил\w*|рабств\w*|рабын\w*|раб(?:ы|ов|ам)|геноцид\w*|самоубий\w*|эксплуат\w*"
        r"|живой товар|нелегал\w*",
    ),
    means=_words(
        r"маршрут\w*|перевоз\w*|транзит\w*|прода(?:ж|в|н|л)\w*|покупа\w*|цен(?:а|ы|е|у|ой|ам)|стоимост\w*|паспорт\w*"
    ),
    crime=_words(
        r"торговл\w+ людьми|контрабанд\w*|террор\w*|боевик\w*|экстремис\w*|джихад\w*|наркот\w*|преступн\w+ групп\w*"
        r"|банд\w*|оружи\w*"
    ),
)

BLOCKLISTS = {"en": _ENGLISH, "ru": _RUSSIAN}
