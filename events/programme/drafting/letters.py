"""Letters and e-mails: what tells who writes to whom and when, or was added on the way, and nothing of the event."""

import itertools
import re
from collections.abc import Iterator, Sequence

from events.programme.drafting.clock import times
from events.programme.drafting.cover import is_generic, is_letterhead
from events.programme.drafting.days import dates
from events.programme.drafting.lexicon import EVENT_WORD
from intake.blocks import Block, Document

_SALUTATION = re.compile(
    r"(?:dear|distinguished|esteemed|(?:your )?excellenc(?:y|ies)|уважаем\w{2,3}|дорог\w{2,3}|глубокоуважаем\w{2,3})\b"
    r".{0,100}[,!:]?$|(?:mesdames|messieurs|madam|sir|chers?|chères?)\b.{0,40},$",
    re.IGNORECASE,
)
_LONGEST_HEAD = 14  # blocks
_LONGEST_DATELINE = 12  # words
_PLACE_ABOVE = re.compile(r"(?:[A-ZА-ЯЁ][\w-]+(?:\s[A-ZА-ЯЁ][\w-]+){0,2},?\s)?\d")
_RUN_ON = re.compile(
    r"\n|\s(?=(?:sent|to|cc|date|subject|envoyé|à|objet|кому|копия|дата|отправлено|тема)\s?:\s)", re.IGNORECASE
)
_SUBJECT = re.compile(r"^(?:subject|re|тема|предмет|objet)\s?:", re.IGNORECASE)
_ANSWERS = re.compile(r":\s?(?:re|aw|sv|отв)\s?:", re.IGNORECASE)  # "Subject: RE: Training"
_REFERENCE = re.compile(r"^(?:our |your )?(?:ref(?:erence)?|no|исх|наш исх|réf)\b\.?\s?[:№]", re.IGNORECASE)
_SENDER = re.compile(r"^(?:from|от|отправитель|от кого|de)\s?:\s?(?!\D{0,12}\d{1,2}[:.]\d\d)\S", re.IGNORECASE)
_MAIL_LINE = re.compile(
    r"^(?:from|sent|to|cc|bcc|reply-to|date|subject|importance|attachments?|от|от кого|кому|копия|дата|отправлено|тема|"
    r"вложени\w|de|à|envoyé|objet|date d[’']envoi|pièces? jointes?)\s?:",
    re.IGNORECASE,
)
_ON_THE_WAY = re.compile(
    r"\bunsubscribe\b|\b(?:view|read|open) (?:it |this |the )?(?:e-?mail |message |newsletter )?"
    r"(?:online\b|in (?:your|a|the) browser)|\b(?:change|manage|update) your (?:e-?mail |subscription )?preferences|"
    r"\b(?:this|the) (?:e-?mail|message)\b[^.]{0,120}\b(?:confidential|privileged|intended (?:only|solely))|"
    r"\byou (?:are )?receiv\w{1,4} this (?:e-?mail|message|letter)|"
    r"\breceived (?:it|this \S{4,12}) (?:in error|by mistake)|\bbefore printing this\b|"
    r"^(?:-{2,}|[-—_*\s]{0,20}(?:forwarded|original) message\b.{0,20}|begin forwarded message:?)$|"
    r"^(?:©|\(c\)\s(?:19|20)\d\d)|\ball rights reserved\b|"
    r"отписаться от|конфиденциальн\w{2,4} информаци|вы получили это (?:письмо|сообщение)|se désabonner",
    re.IGNORECASE,
)
_ENTRY_OF_CALENDAR = re.compile(
    r"^(?:sent|categor(?:y|ies)|reminder|importance|priority|show (?:me |time )?as|recurrence|meeting status|"
    r"(?:required |optional )?attendees|attachments?|privacy|"
    r"отправлено|категори[ия]|напоминание|важность|повторение)\s?:",
    re.IGNORECASE,
)
_OF_CALENDAR = re.compile(r"^(?:organi[sz]er|when|where|организатор|когда|где)\s?:", re.IGNORECASE)
_COMMENT = re.compile(r"\[[a-z]{1,2}\](?=\s?\S)")
_COMMENT_MARK = re.compile(r"\[[a-z]{1,2}\]")
_RULE = re.compile(r"(?:\s?[_~=*+.–—-]){5,}\s?")
_LONGEST_REMARK = 120  # words that somebody put above a message sent on
_LONGEST_FOOTER = 90  # words


def head_of_letter(document: Document) -> frozenset[int]:
    """The numbers of the blocks above the salutation, without the subject line, and of the line that dates the letter
    at its end; empty for what is no letter."""
    blocks = document.blocks[:_LONGEST_HEAD]
    end = next((at for at, block in enumerate(blocks) if _SALUTATION.fullmatch(block.text.strip())), -1)
    head = frozenset(block.n for block in blocks[: end + 1] if not _is_of_the_event(block))
    return head | _dated_at_end(document.blocks)


def _dated_at_end(blocks: Sequence[Block]) -> frozenset[int]:
    """ "Merin, 2 June 2027" below all else, where a sentence above says when the event is."""
    line = blocks[-1].text.strip() if blocks else ""
    days = dates(line)
    if len(days) != 1 or times(line) or days[0].end < len(line.rstrip(".")) or not _PLACE_ABOVE.match(line):
        return frozenset()
    told = (b for b in blocks[:-1] if b.kind == "paragraph" and len(b.text.split()) > _LONGEST_DATELINE)
    is_told = any(EVENT_WORD.search(block.text) and dates(block.text) for block in told)
    return frozenset((blocks[-1].n,)) if is_told else frozenset()


def _is_of_the_event(block: Block) -> bool:
    """Whether a line above the salutation speaks of the event: the subject, a heading that is no sender, a day with its
    hours."""
    if _REFERENCE.match(block.text):
        return False
    names_it = block.kind == "heading" and not is_letterhead(block.text) and not block.text.isupper()
    speaks = ":" in block.text or EVENT_WORD.search(block.text) or is_generic(block.text)
    return is_subject(block) or (names_it and bool(speaks)) or bool(times(block.text[:200]))


def added_on_the_way(document: Document) -> frozenset[int]:
    """The numbers of the blocks of an e-mail that are not its text: its heads, what was written above a message sent
    on, and the lines by which senders excuse, warn and unsubscribe. Subject lines of the last head are kept."""
    heads = list(_heads(document.blocks))
    if _is_reply(document, heads):
        head = {block.n for block in heads[0] if not is_subject(block)}
        return frozenset(head | {block.n for block in document.blocks if block.n >= heads[1][0].n or _is_footer(block)})
    found = {block.n for head in heads for block in head if head is not heads[-1] or not is_subject(block)}
    for above, below in itertools.pairwise(heads):
        remark = [block for block in document.blocks if above[-1].n < block.n < below[0].n]
        if sum(len(block.text.split()) for block in remark) <= _LONGEST_REMARK:
            found.update(block.n for block in remark)
    found.update(block.n for block in document.blocks if _is_footer(block))
    return frozenset(found | _of_calendar(document.blocks))


def _is_reply(document: Document, heads: Sequence[list[Block]]) -> bool:
    """Whether an answer that tells the hours stands above the messages that it answers, which tell fewer."""
    if len(heads) < 2 or not any(is_subject(block) and _ANSWERS.search(block.text[:60]) for block in heads[0]):
        return False
    above = [b for b in document.blocks if heads[0][-1].n < b.n < heads[1][0].n]
    below = [b for b in document.blocks if b.n > heads[1][-1].n]
    hours, older = (sum(len(times(b.text[:1_000])) for b in part) for part in (above, below))
    return hours > max(1, older)


def _of_calendar(blocks: Sequence[Block]) -> set[int]:
    """What a calendar notes of an entry besides the event: `Reminder: 15 minutes`, and the rules that it draws."""
    head = blocks[:_LONGEST_HEAD]
    if sum(bool(_OF_CALENDAR.match(block.text)) for block in head) < 2:
        return set()
    entries = {block.n for block in head if _ENTRY_OF_CALENDAR.match(block.text)}
    return entries | {block.n for block in blocks if entries and _RULE.fullmatch(block.text.strip())}


def comments_in(document: Document) -> frozenset[int]:
    """The numbers of the blocks at the end that are remarks of editors: `[a]Which year?`, with an `[a]` in the text."""
    found, marks = set[int](), set[str]()
    for block in document.blocks:
        mark = _COMMENT.match(block.text)
        if mark and mark.group() in marks:
            found.add(block.n)
        marks.update(_COMMENT_MARK.findall(block.text[1:]))
    last = list(itertools.takewhile(lambda block: _COMMENT.match(block.text), reversed(document.blocks)))
    counted = bool(last) and last[-1].text.startswith("[a]")  # of a web page the marks in the text are not kept
    return frozenset(found | {block.n for block in last if counted})


def subject_of(document: Document) -> tuple[str, int] | None:
    """The subject of an e-mail, of the last one where it was sent on, and the number of its block."""
    heads = list(_heads(document.blocks))
    own = heads[:1] if _is_reply(document, heads) else heads[-1:]
    rows = [(row, block.n) for head in own for block in head for row in _rows(block) if _SUBJECT.match(row)]
    return (_SUBJECT.sub("", rows[-1][0]).strip(), rows[-1][1]) if rows else None


def is_subject(block: Block) -> bool:
    return block.kind != "table" and bool(_SUBJECT.match(block.text))


def _heads(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Runs of lines such as "From: ...", "To: ...", or a table of them: at least two, one of which names a sender."""
    for is_head, run in itertools.groupby(blocks, _is_mail_line):
        lines = list(run)
        rows = [row for block in lines for row in _rows(block)]
        if is_head and len(rows) > 1 and any(_SENDER.match(row) for row in rows):
            yield lines


def _is_mail_line(block: Block) -> bool:
    rows = _rows(block)
    return bool(rows) and all(_MAIL_LINE.match(row) for row in rows)


def _rows(block: Block) -> list[str]:
    """The lines of a block as `label: value`."""
    if block.kind != "table":
        text = block.text[:1_000].strip()
        return _RUN_ON.split(text) if _SENDER.match(text) else [text]
    return [f"{row[0].strip().rstrip(':')}: {' '.join(row[1:]).strip()}" for row in block.rows if any(row)]


def _is_footer(block: Block) -> bool:
    return len(block.text.split()) <= _LONGEST_FOOTER and bool(_ON_THE_WAY.search(block.text.strip()))
