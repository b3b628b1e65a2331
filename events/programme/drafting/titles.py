"""What the event is called."""

import itertools
import re

from events.programme.drafting.bulletins import heads_periodical
from events.programme.drafting.clock import times
from events.programme.drafting.cover import is_affiliation, is_generic, is_letterhead, is_paper
from events.programme.drafting.days import dates
from events.programme.drafting.drafts import Stated
from events.programme.drafting.labels import label_of
from events.programme.drafting.letters import head_of_letter, is_subject, subject_of
from events.programme.drafting.lexicon import EVENT, EVENT_WORD, role_of
from events.programme.drafting.lists import capitalised
from events.programme.drafting.names import is_person
from events.programme.drafting.naming_sentences import told_in_sentence
from events.programme.drafting.quotations import PAIRS, is_open, quoted_title, unquoted
from intake.blocks import Block, Document

_GENERIC = re.compile(
    r"^(?:(?:draft|final|revised)\s)?(?:concept (?:note|paper)|information note|background note|note|"
    r"terms of reference|"
    r"invitation|announcement|call for (?:applications|participants|participation|nominations)|"
    r"save (?:the date|your (?:seat|spot|place))|(?:you are|you[’']re) invited|"
    r"agenda|programme|flyer|концептуальная записка|концепция|приглашение|"
    r"анонс|программа)(?:\s(?:for|of|on|to)\s(?:the|a|an))?(?:\s" + EVENT + r")?\s{0,3}(?:$|[:–—-]\s{0,5})",
    re.IGNORECASE,
)
_LETTER_HEAD = re.compile(
    r"^(?:distr|original|english only|restricted|version of|draft (?:\d|as of|of|version)|as (?:at|of) \d|"
    r"утверждаю|согласовано|утвержд[её]н\w?)\b|^(?:(?:from|to|cc|ref(?:erence)?|date|от|кому|дата|исх)\.?\s?:|(?:ref|no|исх)\.\s?(?:№\s?)?\S*\d)",
    re.IGNORECASE,
)
_FOR_THE = re.compile(r"(?:for|of|on|to)\s(?:the|an?)\s(?=\w)")
_ON_SUBJECT_LINE = re.compile(
    r"^(?:(?:fwd?|fw|re|aw|wg|tr|invitation|invite|reminder|save the date|announcement|registration open|registration|"
    r"приглашение|напоминание|анонс)\s?[:–—-]\s?)+",
    re.IGNORECASE,
)
_TELLS_PAPER = re.compile(
    rf"(?:concept (?:note|paper)|information note|terms of reference|agenda|programme|invitation|announcement)\s"
    rf"(?:for|of|to|on)\s[^.]{{0,60}}?(?:{EVENT}|exchange|discussion|visit|panel)\b",
    re.IGNORECASE,
)
_SERIES = re.compile(rf"^(?:[\w\-]{{1,20}}\s){{0,3}}(?:{EVENT}\s)?series\b", re.IGNORECASE)
_OF_SERIES = re.compile(
    rf"^(?:{EVENT}|part|session|module|episode|lecture|встреча|часть)\s(?:no\.?\s|№\s?)?(?:\d{{1,2}}|[IVX]{{1,4}})\s?[:.–—-]\s\S",
    re.IGNORECASE,
)
_INVITED_TO = re.compile(r"^(?:invitation|приглашение)\s(?:to|на)\s(?:the\s|an?\s)?(?=[^\W\d_]{3})", re.IGNORECASE)
# "Partner meeting 21+[22 April] - DRAFT programme, please read"
_REMARK_OF_SENDER = re.compile(
    r"(?:\s\d{1,2}\s?[+&]\s?)?\s[–—-]\s(?:draft|final|revised|updated|pls|please|reminder|new)\b.*$|\s\d{1,2}\s?[+&]\s*$",
    re.IGNORECASE,
)
_TELLS_SUBJECT = re.compile(rf"{EVENT}\s(?:on|about|по|о|об)\s", re.IGNORECASE)
_PLACE_AT_END = re.compile(r"(?:,\s[A-ZА-ЯЁ][\w’-]+(?:\s[A-ZА-ЯЁ][\w’-]+){0,2}){1,2}(?:\sand online)?$")  # before a day
_LINKS = re.compile(r"(?:on|of|for|in|and|to|with|по|о|об|для)\b", re.IGNORECASE)
_SHORT_TITLE = 8  # words
_LEAST_SUBJECT = 10  # characters before a time
_APPROVAL = re.compile(r"(?:утверждаю|согласовано|approved by)\b", re.IGNORECASE)
_TITLE_WORDS = 30
_COVER = 10  # blocks
_PLACE_LINE = re.compile(r"^[A-ZА-ЯЁ][\w’-]+(?:[\s-][A-ZА-ЯЁ][\w’-]+){0,2}, (?:[A-ZА-ЯЁ][\w’-]+[\s,]{0,2}){1,4}$")
_GOES_ON = re.compile(
    r"(?:[,:–—-]|\s(?:and|or|of|for|the|in|on|to|with|a|an|from|between|at|и|в|на|по|для|о|об|с|от|et|de|des|du|la|les|à))$"
)


def title_of(document: Document, aside: frozenset[int] = frozenset()) -> tuple[Stated | None, bool]:
    """The title, and whether it had to be inferred from a sentence rather than read off a title line or a quotation.

    `aside` are the blocks that are not the text of the note.
    """
    line, label = _title_line(document, aside)
    stated = _labelled(document, aside) or line or quoted_title(document) or _first_line(document, aside)
    stated = stated or (_below_letterhead(document, aside, label) if label else None) or label
    if stated:
        return stated, False
    inferred = told_in_sentence(document) or _from_cover(document, aside)
    return inferred, inferred is not None


def _below_letterhead(document: Document, aside: frozenset[int], label: Stated) -> Stated | None:
    """Where nothing but the name of a body was found: the line below that names its meeting, "9th Annual Meeting"."""
    if not is_letterhead(label.text) or not label.blocks:
        return None
    below = (block for block in document.blocks[:_COVER] if block.n > label.blocks[0] and block.n not in aside)
    for block in itertools.takewhile(lambda one: one.kind != "table" and not is_prose(one), below):
        line = block.text.split(" | ")[0].strip()
        is_short = len(line.split()) <= _SHORT_TITLE and not (label_of(line) or role_of(line) or _says_when(line))
        if is_short and EVENT_WORD.search(line) and not is_paper(line):
            return Stated(line, (block.n,))
    return None


def _labelled(document: Document, aside: frozenset[int]) -> Stated | None:
    for block in (block for block in document.blocks[:30] if block.n not in aside and not is_subject(block)):
        cells = block.rows if block.kind == "table" else (tuple(block.text.split(":", 1)),)
        for row in cells:
            if len(row) == 2 and role_of(row[0]) == "title" and len(row[1].split()) in range(1, _TITLE_WORDS):
                return Stated(unquoted(_GENERIC.sub("", row[1].strip()) or row[1].strip()), (block.n,))
    return _on_subject_line(document)


def _on_subject_line(document: Document) -> Stated | None:
    """What an e-mail or a letter is about; written out in full where the text does so."""
    below = next((block for block in document.blocks[:30] if is_subject(block)), None)
    subject = subject_of(document) or (below and (below.text.split(":", 1)[1], below.n))
    bare = _ON_SUBJECT_LINE.sub("", subject[0].strip()) if subject else ""
    for day in reversed(dates(bare)):
        is_last = not bare[day.end :].strip(" .)")
        bare = re.sub(r"\s+(?=[:,.])", "", bare[: day.start] + bare[day.end :])
        bare = _PLACE_AT_END.sub("", bare.rstrip(" ,–—-(")) if is_last else bare
    bare = _REMARK_OF_SENDER.sub("", bare)
    clock = next((found.position for found in times(bare) if found.position >= _LEAST_SUBJECT), len(bare))
    bare = unquoted(_INVITED_TO.sub("", _GENERIC.sub("", bare[:clock].strip(" ,;–—-()"))))
    if not subject or not bare or is_generic(bare):
        return None
    return _written_out(bare, document) or Stated(capitalised(bare), (subject[1],))


def _written_out(title: str, document: Document) -> Stated | None:
    """The heading or the quotation that begins with these words and goes on."""
    longer = re.compile(
        rf"(?:^|[“«\"‘]){re.escape(title)}\s?[:–—-]\s[^“”«»\"]{{3,250}}(?:$|(?=[”»\"’]))", re.IGNORECASE
    )
    for block in document.blocks:
        match = longer.search(block.text[:3_000])
        if match and (block.kind == "heading" or match.group()[0] in PAIRS):
            return Stated(match.group().strip('“«"‘ '), (block.n,))
    return None


def _title_line(document: Document, aside: frozenset[int]) -> tuple[Stated | None, Stated | None]:
    """The first heading that is a name, not the label of a part, of the paper itself, or of who writes.

    Below such a label a plain line may be the title as well. The label comes second, for where nothing better is found.
    """
    head = head_of_letter(document) | aside
    cover = [block for block in document.blocks[:_COVER] if block.n not in head and block.kind != "table"]
    approved = _approval_in(cover)
    labels: list[tuple[bool, Stated]] = []
    follows_kind = False  # of paper or event, which a title may follow in a plain line
    for index, block in enumerate(cover):
        bare = _GENERIC.sub("", block.text).strip()
        if block.kind == "heading" and index > 0 and _opens_part(bare):
            break
        if index <= approved:
            continue  # who approves it
        if not bare or is_person(bare) or _LETTER_HEAD.match(bare) or _says_when(bare) or is_paper(bare):
            follows_kind = follows_kind or is_paper(block.text) or not bare
        elif heads_periodical(block):
            follows_kind = False
        elif _SERIES.match(bare) and index + 1 < len(cover) and _OF_SERIES.match(cover[index + 1].text):
            return Stated(cover[index + 1].text.strip(), (cover[index + 1].n,)), None
        elif is_generic(bare) or is_letterhead(bare) or is_affiliation(bare, document.blocks):
            follows_kind = is_generic(bare)
            labels.append((is_generic(bare), Stated(unquoted(bare), (block.n,) if block.kind == "heading" else ())))
        elif follows_kind and block.kind == "paragraph" and (kind := _FOR_THE.match(bare)) and _is_name(bare):
            return Stated(capitalised(bare[kind.end() :]), (block.n,)), None
        elif bare.isupper() and labels and labels[-1][0] and not _LINKS.match(bare) and not is_generic(bare):
            return Stated(unquoted(bare), (block.n,)), None
        elif bare.isupper() and labels and labels[-1][1].text.isupper() and not bare.endswith(("!", "?")):
            labels.append((True, Stated(unquoted(bare), (block.n,))))  # the name above goes on, unless nothing follows
        elif _announces(block, cover[:index], cover[index + 1 :]):
            continue
        elif named := _quoted_after(bare, cover[index + 1 : index + 5]):
            return named, None
        elif block.kind == "heading" or (follows_kind and _is_title_paragraph(block, bare)):
            return _with_next_line(bare, block, cover[index + 1 :]), None
        elif (labels or follows_kind) and is_prose(block):
            break
    labels.sort(key=lambda label: not label[0])  # what kind of event it is before who writes
    return None, next((stated for _, stated in labels if stated.blocks), None)


def _quoted_after(line: str, below: list[Block]) -> Stated | None:
    """What an event is called below its kind, or below an occasion and the words "Open lecture"."""
    if EVENT_WORD.search(line) and not _TELLS_SUBJECT.search(line) and (named := _quoted_below(below)):
        return named
    kind = below[0].text if below else ""
    return _quoted_below(below[1:]) if EVENT_WORD.search(kind) and is_generic(kind) else None


def _quoted_below(below: list[Block]) -> Stated | None:
    """The name of an event in quotation marks, on a line of its own below the words for what kind of event it is."""
    line = below[0].text.strip() if below and below[0].kind in ("heading", "paragraph") else ""
    if not line or line[0] not in PAIRS or not (is_open(line) or line[-1] in PAIRS[line[0]]):
        return None
    return _with_next_line(line, below[0], below[1:])


def _approval_in(cover: list[Block]) -> int:
    """Where the words of who approves the paper end, with the lines for a signature and a day; -1 without any."""
    is_approved = bool(cover) and _APPROVAL.match(cover[0].text)
    return max((at for at, block in enumerate(cover) if is_approved and "__" in block.text), default=-1)


def _first_line(document: Document, aside: frozenset[int]) -> Stated | None:
    """A plain first line above a line that says what paper this is (`Note on a webinar`), or above a label."""
    block, below = (*(one for one in document.blocks[:_COVER] if one.n not in aside), None, None)[:2]
    if block is None or below is None or not block.text.strip() or block.n in head_of_letter(document):
        return None
    is_title = _is_title_paragraph(block, block.text.strip()) and len(block.text.split()) > 2
    is_other = _says_when(block.text) or is_generic(block.text) or is_letterhead(block.text)
    follows = _GENERIC.match(f"{below.text}:") or _TELLS_PAPER.match(below.text) or label_of(below.text)
    return Stated(unquoted(block.text), (block.n,)) if is_title and follows and not is_other else None


def _announces(block: Block, above: list[Block], below: list[Block]) -> bool:
    """Whether a heading only says what a list below it holds: "The seminar aims to"; after prose "Speakers are"."""
    if block.kind != "heading" or not below or below[0].kind != "item":
        return False
    return bool(_GOES_ON.search(block.text.strip())) or any(map(is_prose, above))


def _from_cover(document: Document, aside: frozenset[int]) -> Stated | None:
    """Of the short lines above the first label or sentence the one that names an event, else the last."""
    aside = aside | head_of_letter(document)
    cover = [block for block in document.blocks[:_COVER] if block.n not in aside and block.text.strip()]
    cover = cover[_approval_in(cover) + 1 :]
    lines = list(itertools.takewhile(lambda block: not _ends_cover(block), cover))
    fit = [block for block in lines if _may_be_title(block, document)]
    chosen = next((block for block in fit if EVENT_WORD.search(block.text)), fit[-1] if fit else None)
    return Stated(unquoted(chosen.text), (chosen.n,)) if chosen else None


def _ends_cover(block: Block) -> bool:
    return block.kind == "table" or bool(label_of(block.text) or role_of(block.text)) or is_prose(block)


def _may_be_title(block: Block, document: Document) -> bool:
    line = block.text.strip()
    is_other = _LETTER_HEAD.match(line) or _says_when(line) or is_paper(line) or is_letterhead(line)
    return _is_title_paragraph(block, line) and not is_other and not is_affiliation(line, document.blocks)


def _is_name(line: str) -> bool:
    return 2 <= len(line.split()) <= _TITLE_WORDS and not re.search(r"[.;:]$|\d[:.]\d\d", line)


def _opens_part(heading: str) -> bool:
    role = role_of(heading)
    names_event = role != "agenda" and is_generic(heading) and bool(EVENT_WORD.search(heading))
    return role is not None and role != "when" and not names_event  # "Training of trainers seminar" opens none


def _is_title_paragraph(block: Block, bare: str) -> bool:
    is_label = ":" in bare and role_of(bare.split(":", 1)[0]) is not None
    begins = bare[0].isupper() or bare[0] in PAIRS
    return (
        block.kind == "paragraph"
        and begins
        and (_is_name(bare) or is_open(bare))
        and not is_label
        and not _PLACE_LINE.match(bare)
    )


def is_prose(block: Block) -> bool:
    return (
        block.kind == "paragraph"
        and block.text.rstrip('”»"’) ').endswith((".", "!", "?"))
        and len(block.text.split()) > 8
    )


def _says_when(line: str) -> bool:
    """Whether a line is a date with little besides: a place, a time."""
    found = dates(line)
    rest = sum(len(line[one.start : one.end].split()) for one in found)
    return bool(found) and len(line.split()) - rest <= 5


def _with_next_line(bare: str, block: Block, following: list[Block]) -> Stated:
    """A title that breaks off, within a quotation or before its last words, goes on in the next line."""
    below = following[0] if following else None
    is_whole = bare.endswith(("!", "?")) or (bare[0] in PAIRS and bare[-1] in PAIRS[bare[0]])
    goes_on = below is not None and below.text[:1].islower() and not is_whole
    breaks_off = below is not None and (is_open(bare) or _GOES_ON.search(bare) or goes_on)
    if below is None or not breaks_off or below.kind not in ("heading", "paragraph"):
        return Stated(unquoted(bare), (block.n,))
    if is_prose(below) or _says_when(below.text):
        return Stated(unquoted(bare), (block.n,))
    return Stated(unquoted(f"{bare} {below.text.strip()}"), (block.n, below.n))
