"""Damage that conversion to text leaves behind, mended and told: broken paragraphs, glued footnote marks, hyphens."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake.blocks import Block, Remark
from intake.language.stopwords import listed
from intake.readers.lines import numbered

_LEAST_BEFORE_BREAK = 60  # a shorter line without a stop is a label, not a broken paragraph
_LEAST_AFTER_BREAK = 20
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]{0,3}$")
# "invites you to the webinar / “Seals”, which is held"
_QUOTED_WITHIN = re.compile(r"[«“\"][^«»“”\"]{5,200}[»”\"](?:,?\s[a-zа-яё]|,$)")
_HOURS = re.compile(r"(?:с|from|at|de) \d{1,2}[:.]\d\d\b")  # "с 20:30 до 22:00 ...": a line of an agenda
_DEGREE = re.compile(r"[кд]\.\s?\w{1,4}\.")  # "к.б.н. Example": a person on a line of their own
_FOOTNOTE = re.compile(r"(?<![\w\-/@.=#_])([^\W\d_]{4,40})(\d{1,2})(?=[.,;:](?:\s|$))")
_FOOTNOTE_AFTER_STOP = re.compile(
    r"(?<=[^\W\d_]{3}[.])(?<!\b(?:rev|doc|ver|vol|fig|art|nos|tel|ext|Rev|Doc|Vol|Fig|Art|Tel|Ext)\.)(\d{1,2})(?=\s[^\W\d_])"
)
_BROKEN_HYPHEN = re.compile(r"(?<![\w\-])([^\W\d_]{2,30})-[ \u00a0]([^\W\d_]{2,30})(?![\w\-])")
_SUSPENDING = listed("and or to nor but и или либо und oder et ou y o")


@dataclass(frozen=True, slots=True)
class _Mended:
    block: Block
    remarks: tuple[Remark, ...]


def mended(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Remark, ...]]:
    """The blocks, renumbered, and one remark for each repair, with the number of its block.

    Remarks: paragraph_joined, footnote_removed, hyphen_mended.
    """
    joined = _joined(blocks)
    vocabulary = {word.lower() for block in joined for word in re.findall(r"[^\W_]{2,60}", block.block.text)}
    repaired = [_repaired(one, vocabulary) for one in joined]
    renumbered = numbered(one.block for one in repaired)
    remarks = [
        _placed(remark, block.n) for block, one in zip(renumbered, repaired, strict=True) for remark in one.remarks
    ]
    return renumbered, tuple(remarks)


def _placed(remark: Remark, n: int) -> Remark:
    return Remark(remark.code, {**remark.values, "block": n})


def _joined(blocks: Iterable[Block]) -> list[_Mended]:
    done: list[_Mended] = []
    for block in blocks:
        if done and _is_broken_between(done[-1].block, block):
            before = done[-1]
            text = f"{before.block.text} {block.text}"
            around = f"{_last_words(before.block.text)} / {' '.join(block.text.split()[:3])}"
            remark = Remark("paragraph_joined", {"around": around})
            done[-1] = _Mended(replace(before.block, text=text), (*before.remarks, remark))
        else:
            done.append(_Mended(block, ()))
    return done


def _last_words(text: str) -> str:
    return " ".join(text.rsplit(maxsplit=3)[-3:])


def _is_broken_between(first: Block, second: Block) -> bool:
    return (
        first.kind in ("paragraph", "item")
        and second.kind == "paragraph"
        and len(first.text) >= _LEAST_BEFORE_BREAK
        and len(second.text) >= _LEAST_AFTER_BREAK
        and not _ENDS.search(first.text)
        and not (_DEGREE.match(second.text) or _HOURS.match(second.text))
        and bool(second.text[0].islower() or _QUOTED_WITHIN.match(second.text))
    )


def _repaired(one: _Mended, vocabulary: set[str]) -> _Mended:
    if one.block.kind not in ("paragraph", "item", "quote"):
        return one
    text, remarks = one.block.text, list(one.remarks)

    def without_mark(match: re.Match[str]) -> str:
        if match.group(1).isupper():  # a designation such as COVID19
            return match.group()
        remarks.append(Remark("footnote_removed", {"found": match.group(), "kept": match.group(1)}))
        return match.group(1)

    def without_mark_after_stop(match: re.Match[str]) -> str:
        remarks.append(Remark("footnote_removed", {"found": "." + match.group(), "kept": "."}))
        return ""

    def whole(match: re.Match[str]) -> str:
        return _whole_word(match, vocabulary, remarks)

    text = _FOOTNOTE.sub(without_mark, text)
    text = _FOOTNOTE_AFTER_STOP.sub(without_mark_after_stop, text)
    text = _BROKEN_HYPHEN.sub(whole, text)
    return _Mended(replace(one.block, text=text), tuple(remarks))


def _whole_word(match: re.Match[str], vocabulary: set[str], remarks: list[Remark]) -> str:
    """`Counter- Terrorism` keeps its hyphen; `manage- ment` loses it where the text has the whole word elsewhere."""
    first, second = match.groups()
    if second.lower() in _SUSPENDING:  # "short- and long-term"
        return match.group()
    kept = f"{first}{second}" if f"{first}{second}".lower() in vocabulary else f"{first}-{second}"
    remarks.append(Remark("hyphen_mended", {"found": match.group(), "kept": kept}))
    return kept
