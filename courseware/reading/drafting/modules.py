"""From one article to the draft of a module: sections, captions, and what a reader wants to know beforehand."""

from collections.abc import Sequence
from dataclasses import replace

from courseware.reading.drafting.articles import Article
from courseware.reading.drafting.drafts import ModuleDraft, SectionDraft
from courseware.reading.drafting.lines import Line
from courseware.reading.drafting.particulars import Particulars, stated_in_text
from courseware.reading.drafting.shapes import is_caption, is_running_text, is_subheading, words_in
from intake.language import abbreviations, key_terms, language_of, reading_minutes

_FIRST_LINES = 6


def draft_module(article: Article) -> ModuleDraft:
    particulars, body = _stated(article)
    captions = [line for line in body if _is_caption(line)]
    sections = _sections([line for line in body if not _is_caption(line)])
    text = "\n\n".join(paragraph for section in sections for paragraph in section.paragraphs)
    headings = " ".join(section.heading or "" for section in sections)
    return ModuleDraft(
        title=article.title,
        author=particulars.author,
        published=particulars.published,
        source=particulars.source,
        sections=tuple(sections),
        captions=tuple(line.text for line in captions),
        reading_minutes=reading_minutes(words_in(text) + words_in(headings)),
        key_terms=key_terms(text),
        abbreviations=abbreviations(text),
        language=language_of(text),
    )


def _stated(article: Article) -> tuple[Particulars, list[Line]]:
    """Take "Source:" and "Author:" lines out of the first lines of the text, and out of its last line."""
    found, body = article.particulars, []
    for i, line in enumerate(article.body):
        stated = stated_in_text(line.text) if i < _FIRST_LINES or i == len(article.body) - 1 else None
        if stated is None:
            body.append(line)
        elif stated[0] == "author":
            found = replace(found, author=found.author or stated[1])
        else:
            found = replace(found, source=found.source or stated[1])
    return found, body


def _is_caption(line: Line) -> bool:
    return line.kind == "caption" or (line.kind == "paragraph" and is_caption(line.text))


def _sections(body: Sequence[Line]) -> list[SectionDraft]:
    """Cut the text at its sub-headings. A heading right above another one is put before it ("Part: chapter")."""
    sections: list[SectionDraft] = []
    heading: str | None = None
    held: list[Line] = []
    for i, line in enumerate(body):
        if not _is_heading(body, i):
            held.append(line)
            continue
        if held:
            sections.append(_section(heading, held))
        heading = line.text if held or heading is None else f"{heading}: {line.text}"
        held = []
    return [*sections, _section(heading, held)] if held else sections


def _section(heading: str | None, lines: Sequence[Line]) -> SectionDraft:
    paragraphs = tuple(f"- {line.text}" if line.kind == "item" else line.text for line in lines)
    return SectionDraft(heading, paragraphs, tuple(dict.fromkeys(line.n for line in lines)))


def _is_heading(body: Sequence[Line], at: int) -> bool:
    """A marked heading, or a short line with a paragraph (not a third short line, as in a list) below it."""
    line = body[at]
    if line.kind != "paragraph":
        return line.kind == "heading"
    if not is_subheading(line.text):
        return False
    below = [following.level > 0 or _has_text(following) for following in body[at + 1 : at + 3]]
    short_above = at > 0 and body[at - 1].kind == "paragraph" and is_subheading(body[at - 1].text)
    return any(below[:1]) or (any(below) and not short_above)


def _has_text(line: Line) -> bool:
    return line.kind in ("item", "table", "quote") or is_running_text(line.text)
