"""The sentence that says what the event is."""

import re

from events.programme.drafting.clock import times
from events.programme.drafting.drafts import Stated
from events.programme.drafting.lexicon import PAST, THIS_EVENT
from events.programme.drafting.parts import Note
from events.programme.drafting.titles import is_prose
from intake.blocks import Block
from intake.language import sentences

_SAYS_WHAT = re.compile(
    r"\b(?:will (?!be (?:held|organi[sz]ed|conducted|hosted))|aims?\b|seeks?\b|explores?\b|examines?\b|"
    r"shows\b|teaches\b|explains\b|introduces\b|"
    r"brings?\b|offers?\b|discusses\b|asks?\b|presents?\b|looks? (?:at|into)\b|compares?\b|takes stock\b|"
    r"is (?:designed|intended|a|an)\b|provides\b|посвящ[её]н\w{0,2}|призван\w?\b|направлен\w?\b|рассм\w{2,8}|"
    r"обсуд\w{2,6})",
    re.IGNORECASE,
)
# "The Forum is a network of ...": a body that bears a word for events in its name
_IS_BODY = re.compile(
    r"\s(?:is|are)\san?\s(?:[\w-]{2,20}\s){0,3}(?:network|association|organi[sz]ation|body|community|foundation|alliance|"
    r"charity|company|institute|agency|union|federation|coalition|platform|partnership)\b",
    re.IGNORECASE,
)
# What tells of attending rather than of the event: "Fee: 40 euros.", "Interpretation in English is offered."
_ON_ATTENDING = re.compile(
    r"[^\W\d_][\w ]{0,25}:\s|(?:all )?(?:the )?times (?:are|given)|dear\b|(?:i |we )?hope\b|thank\w{0,2}\b|passcode\b|"
    r"bring\b|register\b|sign up\b|book\b|places\b|просим\b|просьба\b|sandwiches|recordings?|"
    r"(?:simultaneous |free )?(?:interpretation|registration|participation|admission|attendance|"
    r"(?:the )?(?:working |official )?languages?|delegates|participants|please|kindly|"
    r"to (?:register|apply|enrol|attend|join|take part|book)|(?:introductory|opening|welcoming) remarks|"
    r"регистрация|участие|к участию|перевод|чтобы зарегистр\w+|для регистрации|для участия)\b",
    re.IGNORECASE,
)
_HELD = re.compile(r"\s?(?:is|are|will be) (?:convened|organi[sz]ed|held|hosted|co-organi[sz]ed|co-hosted)\b")
_RECORDED = re.compile(
    r"\s?(?:(?:will be|is|are) "
    r"(?:recorded|streamed|free|open|in (?:English|Russian|French|Spanish|Arabic|Chinese|both))"
    r"|will (?:open|close|start|begin|end|last))\b"
)
_LONGEST = 4_000  # characters of a block
_NEAR = 250  # characters between the word for the event and its verb: a title may stand between them


def summary_of(note: Note) -> tuple[Stated | None, bool]:
    """A sentence of the note that says what the event is, exactly as it stands, and whether it is only the next best.

    First the opening of an "About" part, then the first sentence with the event as its subject. The next best is how
    the description begins.
    """
    for block in (one for one in _paragraphs(note, "about") if ".." not in one.text and _is_whole(one)):
        return Stated(sentences(block.text)[0], (block.n,)), False
    for sentence in note.sentences:
        event = THIS_EVENT.search(sentence.text)
        if (
            event
            and event.start() < 40
            and _comes_to_an_end(sentence.text)
            and _tells(sentence.text, event.end())
            and not PAST.search(sentence.text)
            and not _IS_BODY.match(sentence.text, event.end())
            and not _ON_ATTENDING.match(sentence.text)
            and not _RECORDED.match(sentence.text, event.end())
            and not _HELD.match(sentence.text, event.end())
        ):
            return sentence, False
    for block in _paragraphs(note, None, "background", "objectives"):
        first = sentences(block.text[:_LONGEST])[:1]
        is_other = times(first[0] if first else "") or PAST.search(block.text) or _ON_ATTENDING.match(block.text)
        event = THIS_EVENT.search(block.text[:_NEAR])
        is_other = is_other or (
            event and (_HELD.match(block.text, event.end()) or _RECORDED.match(block.text, event.end()))
        )
        if (
            len(block.text.split()) > 8
            and ".." not in block.text
            and is_prose(block)
            and not is_other
            and _is_whole(block)
        ):
            return Stated(sentences(block.text)[0], (block.n,)), True
    return None, False


def _is_whole(block: Block) -> bool:
    return _comes_to_an_end(sentences(block.text)[0])


def _comes_to_an_end(sentence: str) -> bool:
    """ "After the course you will be able to" does not: it heads a list."""
    return sentence.rstrip("»”\"')").endswith((".", "!", "?", "…"))


def _tells(sentence: str, position: int) -> bool:
    """Whether a telling verb follows the event, as its own and not as that of a clause in between."""
    verb = _SAYS_WHAT.search(sentence, position, position + _NEAR)
    between = sentence[position : verb.start()] if verb else ""
    return bool(verb) and " which " not in between and " that " not in between


def _paragraphs(note: Note, *roles: str | None) -> list[Block]:
    return [
        block
        for part in note.parts
        if part.role in roles and not part.labelled
        for block in part.blocks
        if block.kind == "paragraph"
    ]
