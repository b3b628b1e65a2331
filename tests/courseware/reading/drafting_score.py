"""What a draft has right, missing and invented, beside what a page tells."""

import re
from dataclasses import dataclass

from courseware.reading.drafting import CourseDraft, ModuleDraft, draft_course
from intake.language import words
from intake.readers import read
from tests.courseware.reading.drafting_cases import PageCase, Told

FIELDS = ("title", "author", "published", "publisher")


@dataclass(frozen=True)
class Score:
    """`kept`: words kept, of the words of the articles. `noise`: the noise that stands in a text."""

    modules: tuple[int, int]
    verdicts: dict[str, str]
    kept: tuple[int, int]
    noise: tuple[str, ...]


def drafted(page: PageCase) -> CourseDraft:
    return draft_course(read(page.name, page.data.encode()))


def texts(module: ModuleDraft) -> list[str]:
    heads = [section.heading for section in module.sections if section.heading]
    return [*heads, *(p for section in module.sections for p in section.paragraphs), *module.captions, *module.quotes]


def score(page: PageCase, draft: CourseDraft) -> Score:
    pairs = list(zip(draft.modules, page.told, strict=False))
    verdicts = {
        name: ", ".join(_verdict(getattr(module, name), getattr(told, name)) for module, told in pairs)
        for name in FIELDS
    }
    kept = [_kept(module, told) for module, told in pairs]
    everything = " ".join(text for module in draft.modules for text in (module.title, *texts(module)))
    noise = tuple(line for line in page.noise if line in everything)
    whole = sum(len(words(text)) for told in page.told for text in (*told.texts, *told.captions))
    return Score((len(draft.modules), len(page.told)), verdicts, (sum(kept), whole), noise)


def _verdict(found: object, told: object) -> str:
    if found == told:
        return "right"
    return "missing" if found is None else "invented" if told is None else f"wrong: {found}"


def _kept(module: ModuleDraft, told: Told) -> int:
    """Words of each paragraph that stands whole in the module; of another one nothing counts."""
    everything = _plain(" ".join(texts(module)))
    return sum(len(words(text)) for text in (*told.texts, *told.captions) if _plain(text) in everything)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
