"""What must not stand in a drafted question, by language: references without a referent, opinion, delicate matter."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns for one language.

    `connectives` may be cut from the start of a sentence without changing what it says. `references` need the sentence
    before. `opinions` mark judgement, forecast, the first person and loaded words. `sensitive` is never quizzed:
    victims spoken of as goods, casualty figures, violence, ways and means of a crime. `negatives` make a poor stem.
    """

    connectives: re.Pattern[str]
    references: re.Pattern[str]
    opinions: re.Pattern[str]
    sensitive: re.Pattern[str]
    negatives: re.Pattern[str]


_ENGLISH = Vocabulary(
    connectives=re.compile(
        r"(?:(?:However|Moreover|Furthermore|In addition|Additionally|Unfortunately|Fortunately|Notably|Nevertheless"
        r"|Similarly|In particular|In fact|For example|For instance|Also|Of course"
        r"|According to the (?:author|article)), |(?i:it is (?:also )?(?:known|clear|worth (?:noting|mentioning)) that"
        r"|it should be (?:noted|mentioned) that|we (?:can|may) see that|as is known,) ){1,2}"
    ),
    references=re.compile(
        r"^(?:(?i:they|it|this|these|those|that|he|she|his|her|their|its|such|both|another|others?|here|there|then|instead"
        r"|thus|therefore|so|otherwise|hence|again|but|and|yet|nor|or|today|now|nowadays|recently|meanwhile|lastly|too"
        r"|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|later|earlier|afterwards?|since then|by then|as such"
        r"|some of|none of|most of|many of|all of|each of|one of them)\b"
        r"|(?i:for|because of|after|before|during|despite|under|since|in|at|by|from|on|to) (?i:that|such)\b"
        r"|The (?:former|latter|same|other|next|rest|man|woman|two|three|four|five)\b"
        r"|The (?:first|second|third|last) (?:is|was|are|were|of|one|proposal|reason|point|step|way)\b"
        r"|The (?:group|country|attack|body|meeting|document|move|decision|law|explanation|idea|finding|number|claim"
        r"|list|story|date|figure|report|agency|party)\b(?! (?:of|that|for|on|between|against)\b))"
        r"|^(?:In|On|At|By|During|Over|Under|Within|For|From|Through(?:out)?)\b[^.]{1,90}?, (?:they|it|he|she)\b"
        r"|^(?:\W*[\w’'-]+\W+){1,3}(?i:they|them|he|she|him|his|it|this|these|those)\b"
        r"|\b(?i:this|these|those|such(?! as))\b|\bof (?:them|these|those)\b|\bthe (?:former|latter|said|above)\b"
    ),
    opinions=re.compile(
        r"\b(?:should|must|ought|will|would|shall|may|might|could|can|perhaps|probably|possibly|likely|unlikely|expected"
        r"|conceivable|apparently|seems?|appears? to|I|me|my|we|us(?!-)|our|believes?"
        r"|thinks?|hopes?|fears?"
        r"|need to|needs to|have to|has to|unfortunately|if|wish|wants?|exploits?|exploited"
        r"|brutal\w*|bloody|lurid|horri\w+|evil|barbar\w+|glor(?:y|ious\w*)|epic|hero\w*|triumph\w*|victorious|euphori\w*"
        r"|shameful|betray\w*|puppets?)\b"
    ),
    sensitive=re.compile(
        r"\b(?:kill\w*|murder\w*|massacre\w*|execut(?:ed|ions?)|behead\w*|tortur\w*|injur\w*|wound\w*|dead|deaths?|die[sd]?"
        r"|casualt\w*|fatalit\w*|suicide\w*|bomb\w*|explosi\w*|blast\w*|weapon\w*|firearm\w*|ammunition|grenade\w*|drones?"
        r"|attack\w*|assault\w*|strikes?|raid(?:s|ed)?|hit hard|martyr\w*|shahid\w*|hostage\w*|kidnap\w*|genocide\w*"
        r"|brothel\w*|prostitut\w*|sex\w*|rap(?:e|ed|ist)\w*|slave\w*|enslav\w*|servitude|commodit\w*|inventory"
        r"|merchandise"
        r"|sold|sell(?:s|ing)?|buyers?|purchas\w*|bids?|prices?|forge[dsr]?|forging|forgery|counterfeit\w*"
        r"|false documents?"
        r"|smuggl\w*|rout(?:es?|ing)|conceal\w*|hiding|evad\w*|evasion|poach\w*|lur(?:e|es|ed|ing)|eliminat\w*|transport(?:ed|ing)|transit\w*"
        r"|apostate\w*|heretic\w*"
        r"|polytheis\w*|hijrat?|pledged? allegiance|bay.at|recruiting grounds?)\b",
        re.IGNORECASE,
    ),
    negatives=re.compile(
        r"\b(?:not|never|no|none|neither|nor|nobody|nothing|cannot|\w+n[’']t|except|hardly|unless)\b", re.I
    ),
)

_RUSSIAN = Vocabulary(
    connectives=re.compile(r"(?:Однако|Кроме того|Более того|К сожалению|Например|Также|При этом), "),
    references=re.compile(
        r"^(?:он|она|оно|они|это|этот|эта|эти|тот|та|те|такой|такие|там|здесь|тогда|сегодня|сейчас|его|её|ее|их|но|и|а"
        r"|затем|поэтому|во-первых|во-вторых|наконец)\b|\b(?:эт(?:от|а|о|и|ого|ой|ом|их|им)|так(?:ой|ие|ого|их))\b",
        re.IGNORECASE,
    ),
    opinions=re.compile(
        r"\b(?:долж\w{1,4}|следует|необходимо|нужно|будет|будут|может|могут|возможно|вероятно|наверное|я|мы|наш\w{0,3}|мо[йяеи]"
        r"|считаю|думаю|полагаю|кажется|если|бы)\b",
        re.IGNORECASE,
    ),
    sensitive=re.compile(
        r"\b(?:уби\w*|погиб\w*|гибел\w*|смерт\w*|мертв\w*|ранен\w*|жертв\w*|казн\w*|пыт(?:ка|ки|ок)\w*|взрыв\w*|бомб\w*"
        r"|смертник\w*|оруж\w*|боеприпас\w*|нападен\w*|атак\w*|удар\w*|заложник\w*|похи\w*|секс\w*|проститу\w*|изнасил\w*"
        r"|раб(?:ств|ын)\w*|прода\w*|покупател\w*|цен[аыеу]\w*|поддел\w*|контрабанд\w*|маршрут\w*|вербов\w*|геноцид\w*)\b",
        re.IGNORECASE,
    ),
    negatives=re.compile(r"\b(?:не|ни|нет|никогда|никто|ничто|нельзя|кроме)\b", re.IGNORECASE),
)

VOCABULARIES = {"en": _ENGLISH, "ru": _RUSSIAN}
