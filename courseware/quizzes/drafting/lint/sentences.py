"""What a sentence must not be for a question to rest on it, whatever is asked."""

import re
from collections.abc import Callable

from courseware.quizzes.drafting.lint.asides import editorial, invented, task_for_the_reader
from courseware.quizzes.drafting.passages import Passage
from courseware.quizzes.drafting.reading import Reading, is_unclear, lacks_antecedent
from courseware.quizzes.drafting.references import is_named, open_definites
from courseware.quizzes.drafting.verbs import VERB
from intake.language import words

LONGEST = 40  # of the 50 words of a stem; the question around the sentence takes up to ten
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))
_CALENDAR = re.compile(r"\bMay\b(?=,? \d)|(?<=\d )May\b|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y) May\b")
_RUN_TOGETHER = re.compile(r"\w\. [A-Z][a-z]+ [a-z]")
_THING = (
    r"(?:Act|Agency|Agreement|Airport|Authority|Bank|Bridge|Canal|Centre|Convention|Corridor|Council|Court|Crossing"
    r"|Department|Dock|Fund|Gate|Harbour|Highway|Institute|Island|Junction|Lake|Line|Market|Ministry|Museum|Office|Park|Pass"
    r"|Point|Port|Post|Programme|Protocol|Railways?|River|Road|School|Service|Station|Treaty|Tunnel|Union|University)"
)
# "A passenger misses a connection because ...": an article that begins so makes it up.
_SOMEBODY = re.compile(
    r"(?:An?|Two|Three) (?:(?!for|of|to|in)[a-z]+ ){0,2}(?:passenger|traveller|driver|technician|trader|farmer|lorry"
    r"|truck|family|officer|tourist|student|woman|man|couple|firm|exporter|importer|parcel|container|ship|bus|train)s? "
    r"(?!is\b|are\b|was\b|were\b|may\b|must\b|can\b|has to\b|have to\b)(?:[a-z]+ ){0,6}?[a-z]+s\b"
)
_ANECDOTE = re.compile(
    r"\b(?:named|nicknamed)\b(?! (?:after|the))|\b[Oo]ne (?:traveller|driver|officer|woman|man|clerk|trader|farmer"
    r"|nurse|doctor|patient|teacher|keeper|captain)\b|^(?:(?:For|Since) [a-z\d ]{4,20},? )?"
    rf"(?!(?:The|A|An|Each|Every|Most|Many|In|At) )(?![A-Z][a-z]+ {_THING} )(?:[A-Z][a-z]+ ){{2}}"
    r"(?:is|was|has|had|began|joined|became|works?|worked|lives?|grew|wrote|taught|runs?|ran|came|left|spent|started"
    r"|trained|leads?|led)\b|\b[Oo]ur (?:reporter|correspondent|columnist|driver|photographer)\b"
    r"|\b[A-Z][a-z]+ [A-Z][a-z]+, an? (?:[a-z]+ )?(?:driver|woman|man|clerk|trader|farmer|nurse|doctor|teacher|student"
    r"|resident|mother|father|widow|pensioner|shopkeeper|baker|porter)\b"
    r"|\b(?!The )[A-Z][a-z]+ (?:(?:van|von|de|al|el|bin|ibn) )?[A-Z][a-z]+, (?:who|whose)\b|\b(?:Mr|Ms|Mrs|Dr|Prof)\b"
    r"|\b[Tt]he first (?:[a-z]+ )?(?:lorry|ship|ferry|boat|train|bus|plane|passenger|traveller|vessel|parcel|visitor"
    r"|shipment|consignment|delivery|cargo|customer|guest)s?\b"
    r"|\b(?:the|that) same (?:day|night|morning|afternoon|evening)\b"
    r"|\bon (?:the|that) (?:first|last) (?:morning|afternoon|evening|night)\b"
    r"|^At (?:[a-z]+ ){0,3}(?:past|to) [a-z]+\b|^On (?:the|an?) (?:[a-z]+ )?(?:morning|afternoon|evening|night)\b"
    r"|\b[Aa]n? (?:couple|student|passenger|traveller|driver|woman|man|girl|boy|farmer|clerk|trader)\b[^.;]{0,40}"
    r" (?:is|was|are|were|has|had|have) (?:[a-z]+ing|been|made)\b"
)
_SCENE = re.compile(
    r"(?:On|At|One|It is) (?:the|an?|one)? ?(?:[a-z]+ )?(?:morning|afternoon|evening|night|dawn|dusk)\b"
    r"|At (?:[a-z-]+ ){0,3}(?:past|to) [a-z]+\b"
    r"|An? (?:[a-z]+ ){1,5}(?:lands|arrives|stands|sits|waits|stops|pulls up) (?:at|in|on|outside|before|to)\b"
    r"|(?:In|On|At|Behind|Under|Beside|Inside|Outside) an? (?:[a-z]+ ){0,2}(?:hall|room|office|corner|shed|valley"
    r"|building|basement|cellar|yard|street|garage|warehouse|field|tent|container|corridor|kitchen|quay|bench|hut|hangar|attic"
    r"|workshop|laboratory|car park|platform|hillside|slope|bay)\b"
)
_THESE_DAYS = r"yesterday|tomorrow|tonight|this (?:morning|afternoon|evening)"
_DAY_OF_WRITING = re.compile(
    rf"\b(?:{_THESE_DAYS}|today|ago|recently"
    r"|lately|so far|to date|until now|for the time being|for now"
    r"|(?:last|this|next) (?:year|month"
    r"|week|spring|summer|autumn"
    r"|winter|decade|quarter|January|February|March|April|May|June|July|August|September|October|November"
    r"|December))\b",
    re.IGNORECASE,
)
_NEAR_DAY = re.compile(
    rf"\b(?:{_THESE_DAYS}"
    r"|(?:last|this|next) (?:year|week|month|spring|summer|autumn|winter|[A-Z][a-z]+day)"
    r"|(?:on|from|since|until|by) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?! (?:to|and|\d)))\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine|myself|[Ll]et(?:’s|'s| us))\b")
_LOADED = re.compile(
    r"\b(?:brutal\w*|bloody|lurid|horri\w+|evil|barbar\w+|shameful"
    r"|glor(?:y|ious\w*)|hero\w*|triumph\w*|betray\w*|puppets?|exploits?|exploited|perhaps|apparently|of course)\b|[!?]"
)
_WE = re.compile(r"\b(?:[Ww]e|us|[Oo]urs?|[Oo]urselves)\b")
_BODY = re.compile(
    r"\b(?:Administration|Agency|Authority|Board|Centre|Commission|Committee|Council|Department|Directorate|Division"
    r"|Inspectorate|Institute|Laboratory|Ministry|Museum|Office|Organi[sz]ation|Police|Secretariat|Service|Union)\b"
)
_APART = re.compile(
    r"(?:^|[.!?] )(?:Imagine|Suppose|Consider|Let|Say|Recall|See|Note)\b|\b(?:mentioned|described|shown|listed"
    r"|noted|given|explained) (?:above|below|earlier)"
    r"|\b(?:see|as) (?:above|below)\b|\breferred to in (?:paragraph|section|chapter|table|figure)s? \d"
    r"|\b[Tt]he [a-z]+ (?:above|below)(?=[.,;]| (?:is|are|was|were|has|have)\b)"
    r"|\b[Tt]he (?:author|writer|editor)s?\b|\b(?:before|in front of) you\b"
    r"|\b(?:shown|displayed|seen|on display) here\b"
)
_DIRECT_SPEECH = re.compile(r"[“\"‘][^”\"’]{25,}[”\"’]|^\W*[“\"]")
_SPEECH = re.compile(r"[“\"][^”\"]{25,}[”\"]|\b(?:said|says|told|added|asked|explained|recalled|recalls|replied)\b")


def unresolved_reference(passage: Passage, reading: Reading) -> bool:
    return bool(reading.vocabulary.references.search(passage.statement)) or lacks_antecedent(passage.statement, reading)


def unanchored_noun(passage: Passage, reading: Reading) -> bool:
    """It speaks of "the survey" or "cases" as of something told before."""
    left = open_definites(passage.statement, reading.title) if reading.language == "en" else []
    told = " ".join(passage.before)
    return is_unclear(passage.statement, reading) or any(each.is_anaphoric or is_named(each, told) for each in left)


def run_together(passage: Passage, _reading: Reading) -> bool:
    """Two sentences taken for one, as after "class A."."""
    return bool(_RUN_TOGETHER.search(passage.statement))


def anecdote(passage: Passage, _reading: Reading) -> bool:
    """What befell one person or animal is a story, not matter to be learnt."""
    is_invented = passage.paragraph == 0 and _SOMEBODY.match(passage.statement)
    return bool(is_invented or _ANECDOTE.search(passage.statement) or _SCENE.match(passage.opening))


def relative_moment(passage: Passage, reading: Reading) -> bool:
    return bool(reading.vocabulary.moments.search(passage.statement))


def opinion(passage: Passage, reading: Reading) -> bool:
    """First person, modal or judgement; "must" and "shall" too, but for texts that state rules."""
    plain = _CALENDAR.sub("", passage.statement)
    if reading.states_rules:
        return bool(reading.vocabulary.opinions.search(reading.vocabulary.rules.sub("", plain)))
    return bool(reading.vocabulary.rules.search(plain) or reading.vocabulary.opinions.search(plain))


_STANDFIRST = re.compile(r"(?:(?!\b(?:is|are|was|were|has|have|had)\b)[^:.]){3,70}: (?:what|how|why|where)\b")


def no_verb(passage: Passage, reading: Reading) -> bool:
    """A fragment, as in "Sixteen weeks for the first smell" or "About 2.9 million, of which fuel takes a third".

    So is a line below a title: "Two offices, one message: what two years have changed."
    """
    if reading.language != "en":
        return False
    without = VERB.search(passage.statement.partition(", of which ")[0]) is None
    return without or (_STANDFIRST.match(passage.statement) is not None)


def speech(passage: Passage, _reading: Reading) -> bool:
    """Somebody's words: true is that they were said, not what they say."""
    return bool(_SPEECH.search(passage.statement))


def operational_detail(passage: Passage, reading: Reading) -> bool:
    """Violence and ways of a crime; in a text that speaks of crime also routes, prices and other means."""
    blocked = reading.vocabulary.blocklist
    return bool(
        blocked.operational.search(passage.statement)
        or (reading.speaks_of_crime and blocked.means.search(passage.statement))
    )


def dignity(passage: Passage, reading: Reading) -> bool:
    return bool(reading.vocabulary.blocklist.dignity.search(passage.statement))


def negative(passage: Passage, reading: Reading) -> bool:
    return bool(reading.vocabulary.negatives.search(passage.statement))


def unbalanced(passage: Passage, _reading: Reading) -> bool:
    return any(
        text.count('"') % 2 == 1 or any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS)
        for text in (passage.statement, passage.context)
    )


def too_long(passage: Passage, _reading: Reading) -> bool:
    return len(words(passage.statement)) > LONGEST


def day_of_writing(passage: Passage, _reading: Reading) -> bool:
    """True only as seen from the day on which the text was written."""
    return bool(_DAY_OF_WRITING.search(passage.statement) or _NEAR_DAY.search(passage.evidence))


def private_view(passage: Passage, _reading: Reading) -> bool:
    """In the first person singular, or in loaded words."""
    return bool(_FIRST_PERSON.search(passage.evidence) or _LOADED.search(passage.statement))


def unnamed_speaker(passage: Passage, _reading: Reading) -> bool:
    """ "We", where the title does not name the body that speaks."""
    return bool(_WE.search(passage.evidence)) and not _BODY.search("".join(passage.lead[:1]))


def direct_speech(passage: Passage, _reading: Reading) -> bool:
    return bool(_DIRECT_SPEECH.search(passage.statement))


def speaks_of_the_text(passage: Passage, _reading: Reading) -> bool:
    """It turns to the reader or to another place of the text: "Imagine that …", "mentioned above"."""
    return bool(_APART.search(passage.evidence))


def unclear_share(passage: Passage, reading: Reading) -> bool:
    """A share or a trend that leaves out of what, or since when, with nothing around it that says so."""
    return not passage.context and is_unclear(passage.statement, reading)


SENTENCE_RULES: dict[str, Callable[[Passage, Reading], bool]] = {
    "unresolved_reference": unresolved_reference,
    "unanchored_noun": unanchored_noun,
    "anecdote": anecdote,
    "relative_moment": relative_moment,
    "opinion": opinion,
    "no_verb": no_verb,
    "run_together": run_together,
    "speech": speech,
    "operational_detail": operational_detail,
    "dignity": dignity,
    "negative": negative,
    "unbalanced": unbalanced,
    "too_long": too_long,
}


# A gap in a sentence quoted with what it needs: it asks what the text says, be that a plan, a view or a report.
GAP_RULES: dict[str, Callable[[Passage, Reading], bool]] = {
    "anecdote": anecdote,
    "day_of_writing": day_of_writing,
    "private_view": private_view,
    "unnamed_speaker": unnamed_speaker,
    "direct_speech": direct_speech,
    "speaks_of_the_text": speaks_of_the_text,
    "task_for_the_reader": task_for_the_reader,
    "editorial": editorial,
    "invented": invented,
    "unclear_share": unclear_share,
    "no_verb": no_verb,
    "run_together": run_together,
    "operational_detail": operational_detail,
    "dignity": dignity,
    "unbalanced": unbalanced,
    "too_long": too_long,
}


def gap_flaws(passage: Passage, reading: Reading) -> tuple[str, ...]:
    """The rules that a sentence breaks which is quoted with its context."""
    return tuple(name for name, breaks in GAP_RULES.items() if breaks(passage, reading))


def sentence_flaws(passage: Passage, reading: Reading) -> tuple[str, ...]:
    """The rules that a sentence breaks, so that no question need be made from it."""
    return tuple(name for name, breaks in SENTENCE_RULES.items() if breaks(passage, reading))
