"""Sentences that give somebody's view or say what ought to be, told by words that mark them. English and Russian."""

import re
from dataclasses import dataclass

from intake.language.sentences import sentence_spans

_ENGLISH = re.compile(
    r"\b(?:in|to) (?:my|our|his|her|their) (?:own )?(?:view|opinion|judg(?:e)?ment|mind)\b"
    r"|\b(?:I|we) (?:strongly |firmly |would |do )?"
    r"(?:think|believe|feel|argue|suggest|propose|recommend|hope|fear|doubt|urge|expect)\b"
    r"|\b(?:the |this |our )?(?:author|writer|analyst|commentator|critic|expert)s? (?:also |further )?"
    r"(?:argue|believe|think|claim|suggest|maintain|contend|recommend|urge|hold|see|warn|conclude)s?\b"
    r"|\b(?:should|must|ought to|had better|needs? to be|have to be|has to be)\b"
    r"|\bit (?:is|seems|would be|may be|will be) (?:also |most |very |therefore |thus )?"
    r"(?:vital|necessary|essential|imperative|crucial|important|time|advisable|desirable|best|wrong|right|clear|obvious"
    r"|likely|conceivable|surprising|worth|no surprise|hard to see)\b"
    r"|\b(?:unfortunately|fortunately|regrettably|sadly|hopefully|arguably|surely|undoubtedly|no doubt|of course)\b"
    r"|\bif you ask me\b|\bone (?:may|might|could) (?:argue|ask|say|hope)\b|\bcritics say\b",
    re.IGNORECASE,
)
_RUSSIAN = re.compile(
    r"\bпо (?:моему|нашему|его|её|ее|их) (?:мнению|убеждению)|\bпо мнению\b|\bна (?:мой|наш|его|её|ее|их) взгляд\b"
    r"|\bс (?:моей|нашей|его|её|ее|их) точки зрения\b|\bс точки зрения автора\b"
    r"|\b(?:я|мы) (?:твёрдо |твердо )?(?:считаю|думаю|полагаю|уверена?|убежд[её]на?|предлагаю|надеюсь|боюсь"
    r"|считаем|думаем|полагаем|уверены|убеждены|предлагаем|надеемся)\b"
    r"|\bавтор\w{0,3} (?:\w{1,20} )?(?:считает|полагает|утверждает|думает|предлагает|уверена?|призывает|убежд[её]на?)\b"
    r"|\b(?:считает|полагает|утверждает|уверена?|убежд[её]на?) автор\b"
    r"|\bэксперт\w{0,3} (?:считает|считают|полагает|полагают)\b"
    r"|\b(?:должен|должна|должно|должны)\b|\bследует(?! из\b| за\b| тот\b| та\b)|\bследовало бы\b"
    r"|\b(?:необходимо|нужно|надо|важно|пора|нельзя)\b"
    r"|\b(?:к сожалению|к счастью|вероятно|по-видимому|разумеется|безусловно)\b",
    re.IGNORECASE,
)
_CUES = {"en": _ENGLISH, "ru": _RUSSIAN}
# "WHO", and "must" as a noun or in the name of a grape, are no views; "as it must" in a rule still is one to look at.
_FALSE = re.compile(r"\b(?:a|the) must\b|\bshould(?:er|ers)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opinion:
    """A sentence from `start` to `end` of the text, and the words in it that mark it as somebody's view."""

    start: int
    end: int
    cue: str


def opinions(text: str, language: str | None) -> tuple[Opinion, ...]:
    """Every sentence with a mark of opinion, in order; none in a language other than English and Russian."""
    cues = _CUES.get(language or "")
    if cues is None:
        return ()
    found = ((start, end, _cue(cues, text[start:end])) for start, end in sentence_spans(text))
    return tuple(Opinion(start, end, cue) for start, end, cue in found if cue)


def _cue(cues: re.Pattern[str], sentence: str) -> str:
    return next((m.group() for m in cues.finditer(sentence) if not _FALSE.search(sentence[: m.end()][-12:])), "")
