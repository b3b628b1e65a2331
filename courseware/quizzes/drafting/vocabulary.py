"""Marks of sentences that make no fair question, by language: missing referents, opinion, negation, absolutes."""

import re
from dataclasses import dataclass

from courseware.quizzes.drafting.blocklist import BLOCKLISTS, Blocklist


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns for one language.

    `connectives` may be cut from the start of a sentence without changing what it says. `references` need the sentence
    before, `moments` the day of writing. `opinions` mark judgement, forecast, the first person and loaded words;
    `rules` (must, shall) are opinion outside of texts that state rules. `negatives` and `absolutes` make a poor stem.
    """

    connectives: re.Pattern[str]
    references: re.Pattern[str]
    moments: re.Pattern[str]
    opinions: re.Pattern[str]
    rules: re.Pattern[str]
    negatives: re.Pattern[str]
    absolutes: re.Pattern[str]
    blocklist: Blocklist


_ENGLISH = Vocabulary(
    connectives=re.compile(
        r"(?:(?:However|Moreover|Furthermore|In addition|Additionally|Unfortunately|Fortunately|Notably|Nevertheless"
        r"|Similarly|In particular|In fact|For example|For instance|Also|Of course|In short|In practice|Still|Overall"
        r"|According to the (?:author|article)), |(?i:it is (?:also )?(?:known|clear|worth (?:noting"
        r"|mentioning)) that"
        r"|it should be (?:noted|mentioned) that|we (?:can|may) see that|as is known,) ){1,2}"
    ),
    references=re.compile(
        r"^(?:(?i:they|it|this|these|those|that|he|she|his|her|their|its|such|both|neither|either|another|others?"
        r"|here|there"
        r"|then|instead|thus|therefore|so|otherwise|hence|again|but|and|yet|nor|or|meanwhile|lastly|too|even|only"
        r"|just"
        r"|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|later|earlier|afterwards?|since then|by then|as such"
        r"|what|which|who"
        r"|some|none|most of|many|several|all of|all|each|one|one of them|nearly|almost|of|elsewhere|similar\w*"
        r"|more|fewer|less"
        r"|(?:two|three|four|five|six|seven|eight|nine|ten)(?! (?:million|years|months)))\b"
        r"|(?i:for|because of|after|before|during|despite|under|since|in|at|by|from|on|to|with) (?i:that|such|both"
        r"|each)\b"
        r"|The (?:former|latter|same|other|next|rest|remaining|resulting|man|woman|two|three|four|five|six|seven)\b"
        r"|The (?:first|second|third|fourth|fifth|last|final)\b)"
        r"|^(?:In|On|At|By|During|Over|Under|Within|For|From|Through(?:out)?)\b[^.]{1,90}?, (?:they|it|he|she)\b"
        r"|^(?:\W*[\w’'-]+\W+){1,3}(?i:they|them|he|she|him|his|it|this|these|those)\b"
        r"|\b(?i:this|these|those|such(?! as))\b|\bof (?:them|these|those)\b|\bthe (?:former|latter|said|above|same"
        r"|other|others"
        r"|second|third|fourth|fifth|next|previous|following|remaining|rest|remainder|resulting|two|three|four"
        r"|five)\b"
        r"|\b(?i:instead|elsewhere|likewise|thereby|thereafter|respectively|as a result(?! of)|in turn|in response"
        r"|in both|for both"
        r"|by contrast|in contrast(?! to)|on the other hand|there too|(?:do|does|did|done|doing) so|the one|the ones"
        r"|that one)\b"
        r"|\b(?i:another|an additional|a further|a second|a third|a fourth|a similar)\b|\bsimilar(?! to)\b"
        r"|\b(?:therefore|thus|hence|consequently|accordingly)\b|\b(?:compared|together|along|up|down"
        r"|down again)[,.;]"
    ),
    moments=re.compile(
        r"\b(?:today|now|nowadays|currently|recently|lately|so far|to date|at present|yesterday|tomorrow|tonight"
        r"|soon|ago|already"
        r"|(?:last|this|next|that|the same|the following|the previous) (?:year|month|week|spring|summer|autumn"
        r"|winter|day|season"
        r"|decade|quarter|time|January|February|March|April|May|June|July|August|September|October|November"
        r"|December|Monday"
        r"|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
        r"|on (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
        r"|(?:years?|months?|weeks?|days?|decades?|hours?) (?:later|earlier|before[,.]|ago|on[,.])|at the time"
        r"|at that point|by now"
        r"|in recent (?:years|months)|(?:a|the) year before|the day before|later|afterwards|previously|formerly)\b",
        re.IGNORECASE,
    ),
    opinions=re.compile(
        r"\b(?:should|ought|will|would|may|might|could|perhaps|probably|possibly|likely|unlikely|expect(?:s|ed)?"
        r"|conceivable|apparently|seem(?:s|ed)?|appear(?:s|ed)? to|I|me|[Mm]y|[Ww]e|us(?!-)|[Oo]urs?|[Yy]ou|[Yy]our"
        r"|[Ll]et|believe[sd]?|argue[sd]?"
        r"|thinks?|thought|hope[sd]?|fear(?:s|ed)?|want(?:s|ed)?|wish(?:es|ed)?|claim(?:s|ed)?|suggest(?:s|ed)?"
        r"|need(?:s|ed)? to|ha(?:s|ve) to|unfortunately|on track|forecasts?|predict(?:s|ed)?|projected|exploits?"
        r"|exploited|plans? to|due to (?:start|open|begin)"
        r"|best|worst|better|worse|good|bad|great|huge|remarkabl[ey]|impressive|right to|honest|clearly|proud"
        r"|worth(?:y|while)?|certainly|surely|simply|too (?:much|many|little|few|late)"
        r"|brutal\w*|bloody|lurid|horri\w+|evil|barbar\w+|glor(?:y|ious\w*)|epic|hero\w*|triumph\w*|victorious"
        r"|euphori\w*"
        r"|shameful|betray\w*|puppets?)\b"
    ),
    rules=re.compile(
        r"\b(?:must|shall|may(?= (?:be|not|bring|carry|take|use|enter|open|examine|pay|ask|appeal|request|refuse"
        r"|keep|stay|apply))|is required to|are required to|have to|has to)\b"
    ),
    negatives=re.compile(
        r"\b(?:not|never|no|none|neither|nor|nobody|nothing|cannot|\w+n[’']t|except|hardly|unless)\b", re.I
    ),
    absolutes=re.compile(
        r"\b(?:always|never|every|all|none|entirely|completely|invariably|everybody|nobody)\b", re.IGNORECASE
    ),
    blocklist=BLOCKLISTS["en"],
)

_RUSSIAN = Vocabulary(
    connectives=re.compile(r"(?:Однако|Кроме того|Более того|К сожалению|Например|Также|При этом), "),
    references=re.compile(
        r"^(?:он|она|оно|они|это|этот|эта|эти|тот|та|те|такой|такие|там|здесь|тогда|его|её|ее|их|но|и|а"
        r"|затем|поэтому|во-первых|во-вторых|наконец|оба|обе|другой|другая|другие|из них)\b"
        r"|\b(?:эт(?:от|а|о|и|ого|ой|ом|их|им)|так(?:ой|ие|ого|их)|них|ними|ему|ей|им)\b",
        re.IGNORECASE,
    ),
    moments=re.compile(
        r"\b(?:сегодня|сейчас|теперь|недавно|вчера|завтра|уже|в этом году|в прошлом году|в следующем году"
        r"|тому назад|спустя|позже"
        r"|ранее|раньше|на данный момент|в настоящее время)\b",
        re.IGNORECASE,
    ),
    opinions=re.compile(
        r"\b(?:следует|нужно|будет|будут|может|могут|возможно|вероятно|наверное|я|мы|наш\w{0,3}|мо[йяеи]"
        r"|считаю|думаю|полагаю|кажется|если|бы|планиру\w+|ожида\w+)\b",
        re.IGNORECASE,
    ),
    rules=re.compile(r"\b(?:долж\w{1,4}|обязан\w{0,2}|необходимо)\b", re.IGNORECASE),
    negatives=re.compile(r"\b(?:не|ни|нет|никогда|никто|ничто|нельзя|кроме|без)\b", re.IGNORECASE),
    absolutes=re.compile(r"\b(?:всегда|никогда|все|всё|каждый|полностью|никто)\b", re.IGNORECASE),
    blocklist=BLOCKLISTS["ru"],
)

VOCABULARIES = {"en": _ENGLISH, "ru": _RUSSIAN}
