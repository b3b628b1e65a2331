"""From one article to the draft of a module: sections, captions, and what a reader wants to know beforehand."""

from collections.abc import Sequence
from dataclasses import replace

from courseware.reading.drafting.articles import Article
from courseware.reading.drafting.captions import unglued
from courseware.reading.drafting.drafts import ModuleDraft, SectionDraft, TermDraft
from courseware.reading.drafting.lengths import Part, readable
from courseware.reading.drafting.lines import NO_HEADING, Line
from courseware.reading.drafting.objectives import objectives
from courseware.reading.drafting.particulars import Particulars, publisher_in, stated_by_dateline, stated_in_text
from courseware.reading.drafting.quotes import without_pull_quotes
from courseware.reading.drafting.shapes import is_caption, is_running_text, is_subheading, says_caption, words_in
from courseware.reading.drafting.standpoints import views_in
from intake.language import (
    abbreviations,
    explaining_sentences,
    key_terms,
    language_of,
    readability,
    reading_minutes,
    unexplained,
)

_FIRST_LINES = 6
_LAST_LINES = 3
_LEAST_QUESTIONS = 3
_NOTHING = Particulars()


def draft_module(article: Article, language: str | None = None, told: Particulars = _NOTHING) -> ModuleDraft:
    """`language` is that of the page, for an article too short to tell; `told` is what the page says of itself, which
    counts where the article does not say it."""
    particulars, body = _stated(article)
    body = [part for line in _without_contents(body) for part in unglued(line)]
    body, quotes = without_pull_quotes(body)
    captions = [line.text for line in body if _is_caption(line)]
    parts = _parts([line for line in body if not _is_caption(line)])
    prose = "\n\n".join(line.text for part in parts for line in part.lines)
    language = language_of(prose) or language
    sections = tuple(_section(part) for part in readable(parts, language))
    draft = ModuleDraft(
        title=article.title,
        author=particulars.author or told.author,
        published=particulars.published or told.published,
        source=particulars.source,
        publisher=particulars.publisher or publisher_in(particulars.source) or told.publisher,
        sections=sections,
        captions=tuple(dict.fromkeys(captions)),
        quotes=tuple(quotes),
        reading_minutes=reading_minutes(words_in(prose) + sum(words_in(part.heading or "") for part in parts)),
        key_terms=key_terms(prose),
        abbreviations=abbreviations(prose),
        language=language,
        readability=readability(prose, language),
    )
    return _with_aids(draft, prose)


def _with_aids(draft: ModuleDraft, prose: str) -> ModuleDraft:
    found = explaining_sentences(draft.key_terms, prose)
    terms = tuple(TermDraft(term, sentence) for term, sentence in found.items())
    return replace(
        draft,
        terms=terms,
        bodies=unexplained(prose, draft.abbreviations),
        objectives=objectives(draft.title, draft.sections, terms, draft.language),
        opinions=tuple(views_in(draft.sections, draft.language)),
    )


def _stated(article: Article) -> tuple[Particulars, list[Line]]:
    """Take "Source:" and "Author:" lines out of the first and the last lines of the text."""
    found, body = article.particulars, []
    last = len(article.body) - _LAST_LINES
    for i, line in enumerate(article.body):
        stated = stated_in_text(line.text) if i < _FIRST_LINES or i >= last else None
        if stated is None:
            body.append(line)
        else:
            name, value = stated
            found = replace(found, **{name: getattr(found, name) or value})
    opening = next((line.text for line in body if is_running_text(line.text)), "")
    return found.completed_by(stated_by_dateline(opening)), body


def _without_contents(body: Sequence[Line]) -> list[Line]:
    """Leave out the items of a table of contents, which only repeat the headings."""
    headings = {line.text.casefold() for line in body if line.kind == "heading"}
    return [line for line in body if line.kind != "item" or line.text.casefold() not in headings]


def _is_caption(line: Line) -> bool:
    if line.kind == "heading":
        return says_caption(line.text)  # "Image caption: The Hall at Dostyk" in a text without marks
    return line.kind == "caption" or (line.kind == "paragraph" and is_caption(line.text))


def _parts(body: Sequence[Line]) -> list[Part]:
    """Cut the text at its sub-headings. A heading right above another one has a part of its own, without text."""
    parts: list[Part] = []
    heading: str | None = None
    title: Line | None = None
    held: list[Line] = []
    marked = any(line.level > 1 for line in body)
    asked = marked and sum(_is_asked(line) for line in body) >= _LEAST_QUESTIONS
    for i, line in enumerate(body):
        if not _is_heading(body, i) or (asked and _is_asked(line)):
            held.append(line)
            continue
        if held or heading:
            parts.append(Part(heading, tuple(held), title))
        heading, title, held = line.text, line, []
    return [*parts, Part(heading, tuple(held), title)] if held else parts


def _is_asked(line: Line) -> bool:
    """A question that no markup calls a heading. Where the text has headings too, several are half of an interview."""
    return line.kind == "paragraph" and line.text.endswith("?")


def _section(part: Part) -> SectionDraft:
    paragraphs = tuple(f"- {line.text}" if line.kind == "item" else line.text for line in part.lines)
    return SectionDraft(part.heading, paragraphs, tuple(dict.fromkeys(line.n for line in part.lines)), part.proposed)


def _is_heading(body: Sequence[Line], at: int) -> bool:
    """A marked heading, or a short line with a paragraph (not a third short line, as in a list) below it."""
    line = body[at]
    if line.kind != "paragraph":
        return line.kind == "heading"
    if line.level == NO_HEADING:
        return False
    if not is_subheading(line.text) or (at == 0 and len(body) > 1 and _heads_what_follows(body)):  # a subtitle
        return False
    below = [_has_text(following) for following in body[at + 1 : at + 3]]
    short_above = at > 0 and body[at - 1].kind == "paragraph" and is_subheading(body[at - 1].text)
    return any(below[:1]) or (any(below) and not short_above)


def _heads_what_follows(body: Sequence[Line]) -> bool:
    """Whether the second line of a text heads its first section, so that the one above it does not."""
    is_plain = body[1].kind == "paragraph" and len(body) > 2 and is_running_text(body[2].text)
    return body[1].level > 0 or (is_plain and is_subheading(body[1].text))


def _has_text(line: Line) -> bool:
    return line.kind in ("item", "table", "quote") or is_running_text(line.text)
