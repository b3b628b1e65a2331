"""Sentences that state nothing to be learnt: tasks for the reader, words of an editor, and what is merely supposed."""

import re

from courseware.quizzes.drafting.items import Item
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.reading import ADVICE, Reading
from courseware.quizzes.drafting.wordings import GAP
from intake.language import sentences

_TASK = re.compile(
    r"^(?:Discuss|Reflect|Summari[sz]e|Underline|Role-play|Listen|Don[’']t|(?:State|Name|List|Note|Match|Complete"
    r"|Compare|Offer|Inform|Choose|Draw|Describe|Underline) (?:the|your|an?|two|three|four|five|it|them|any|each|all"
    r"|what|which|who|how)) ?\b|\bin (?:pairs|small groups|your own words)\b|\bwith (?:a partner|your neighbour)\b"
)
_EDITORIAL = re.compile(
    r"\b(?:last|this|next|previous|present|coming) (?:issue|edition|column|newsletter|bulletin)\b"
    r"|\b[Ww]e (?:apologi[sz]e|regret the error)\b|\b[Oo]ur apologies\b|\b[Dd]ear readers?\b|\b[Yy]ou will find\b"
    r"|\b(?:revis(?:ed|ions?)|(?:first|previously|originally) (?:published|reported|announced))\b"
    r"|\b(?:[Pp]hotographs|[Ii]mages|[Ff]ootage|[Jj]ournalists|[Pp]ress (?:pages?|office|kit|conference))\b"
    r"|\b[Aa] question from a reader\b|\b(?:jokingly|in jest|as a joke)\b"
)
# "ministers can tell you what a duty of ____ per cent does": the figure is any figure.
_ASKED_INDIRECTLY = re.compile(
    r"\b(?:tell|tells|told|know|knows|knew|ask|asks|asked|wonder\w*|imagine\w*|guess\w*|explain\w*|reckon|work"
    r" out)\b[^;:]*\b(?:what|how|why|whether|if) (?:an?|any|each|every|some) [^,;:]*$"
)
_SUPPOSED = re.compile(
    r"(?:^|[,(] ?|\blet us )(?i:say|suppose|supposing|imagine|as if|as though)\b,? [^;:]*$|\bwere to\b"
    r"|\bwhether [^,;:]*$"
)
_UNREAL = re.compile(r"\b(?:could|would|should|might) have (?!to\b)[a-z]+")
_WOULD_IF = re.compile(r"\bif\b[^;]*\bwould\b|\bwould\b[^;]*\bif\b", re.IGNORECASE)
_CLAUSE_ENDS = re.compile(r"[;:]")
_PHRASE_ENDS = re.compile(r"[,;:]|\b(?:which|who|that|where|because|but)\b")
_INVENTED = re.compile(
    r"\b(?:exercises?|simulat\w+|drills?|scenarios?|fictitious|fictional|imaginary|invented|made-up|mock|role-play)\b",
    re.IGNORECASE,
)
_WORKED = re.compile(r"\b(?:worked|practical|fictitious|fictional|invented) (?:example|case)s?\b", re.IGNORECASE)
# "What farmers will grow in fifty years", "a wheat that nobody has sown for eighty years may resist".
_IN_YEARS = re.compile(r"\b(?:in|for) $")
# "For ____ Marta Velin has read the instruments".
_YEARS_OF_A_PERSON = re.compile(
    r"For ____ (?:(?:Mr|Ms|Mrs|Dr)\.? )?[A-Z][\w’'-]+ [A-Z][\w’'-]+ (?:has|have|had|was|worked|served)\b"
)
_SOME_DAY = re.compile(r"\bwill be able\b|\bmuch of what\b|\b(?:nobody|no one) (?:has|had)\b|\bmay be the only\b")
_SAYS_GAP = re.compile(r"\bgaps?\b", re.IGNORECASE)


def task_for_the_reader(passage: Passage, reading: Reading) -> bool:
    """It, or a sentence quoted with it, tells the reader or learner to do something: "Discuss in pairs …"."""
    if reading.language != "en":
        return False
    told = [passage.statement, *(sentences(passage.context) if passage.context else ())]
    return any(ADVICE.match(sentence) or _TASK.search(sentence) for sentence in told)


def editorial(passage: Passage, _reading: Reading) -> bool:
    """The paper speaks of itself: its last issue, its errors and revised figures, what a reader will find in it."""
    return bool(_EDITORIAL.search(passage.evidence))


def invented(passage: Passage, _reading: Reading) -> bool:
    """It tells of an exercise or a made-up case, and neither it nor what is quoted with it says so."""
    told_before = _INVENTED.search(" ".join(passage.before)) and not _INVENTED.search(passage.evidence)
    return bool(told_before or _WORKED.search(passage.section or ""))


def merely_supposed(item: Item, _context: object) -> bool:
    """The gap stands in what did not happen or is taken as an example: any other figure would do as well."""
    before, gap, after = item.statement.partition(GAP)
    if not gap:
        return False
    clause = _CLAUSE_ENDS.split(before)[-1]
    around = clause + _CLAUSE_ENDS.split(after)[0]
    nearest = _PHRASE_ENDS.split(before)[-1] + _PHRASE_ENDS.split(after)[0]
    before_gap = _ASKED_INDIRECTLY.search(clause) or _SUPPOSED.search(clause)
    horizon = _IN_YEARS.search(before) and item.fact_kind == "duration" and _SOME_DAY.search(item.statement)
    return bool(before_gap or horizon or _WOULD_IF.search(around) or _UNREAL.search(nearest))


def years_of_a_person(item: Item, _context: object) -> bool:
    """ "For ____ Marta Velin has read the instruments": how long somebody has served is no matter of a course."""
    return item.fact_kind == "duration" and _YEARS_OF_A_PERSON.match(item.statement) is not None


def speaks_of_a_gap(item: Item, _context: object) -> bool:
    """The passage has a gap of its own, which the question "… at the gap?" may be taken to mean."""
    return GAP in item.statement and _SAYS_GAP.search(item.shown) is not None
