"""What helps a reader: short forms explained in place, the quoted passage found again, where to go on."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from html.parser import HTMLParser
from urllib.parse import quote as in_url

from django.utils.html import conditional_escape, format_html_join, mark_safe
from django.utils.safestring import SafeString

from courseware.reading.models import Module, Progress, Section
from intake.language import Readability, explaining_sentences, opinions, readability, words
from intake.markup import as_markdown as as_markdown
from intake.markup import plain

# Text in these elements stays as it is: a link keeps its words, code its letters, a short form its own explanation.
UNTOUCHED = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6"}
VOID = {"br", "hr", "img", "wbr", "input", "col"}
# A reader who skims a text still needs about a quarter of the time that reading it takes at 200 words a minute.
WORDS_PER_SECOND_SKIMMED = 200 / 60 * 4
SECONDS_AT_LEAST, SECONDS_AT_MOST = 5, 60


class _Explainer(HTMLParser):
    """Copies HTML letter by letter, wrapping the first occurrence of each short form in its text."""

    def __init__(self, long_forms: dict[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self.waiting = {escape(short): long for short, long in long_forms.items()}
        self.copied: list[str] = []
        self.text = ""
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        self.copied.append(self.get_starttag_text() or "")
        if tag not in VOID:
            self.inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._flush()
        self.copied.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self._flush()
        self.copied.append(f"</{tag}>")
        if tag in self.inside:
            del self.inside[len(self.inside) - 1 - self.inside[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_entityref(self, name: str) -> None:
        self.text += f"&{name};"

    def handle_charref(self, name: str) -> None:
        self.text += f"&#{name};"

    def _flush(self) -> None:
        text, self.text = self.text, ""
        if self.waiting and text.strip() and not UNTOUCHED.intersection(self.inside):
            longest_first = sorted(self.waiting, key=len, reverse=True)
            text = re.sub(rf"(?<![\w&])({'|'.join(map(re.escape, longest_first))})(?!\w)", self._explained, text)
        self.copied.append(text)

    def _explained(self, found: re.Match[str]) -> str:
        long = self.waiting.pop(found[1], None)
        return f'<abbr title="{escape(long)}">{found[1]}</abbr>' if long else found[1]

    def finished(self) -> str:
        self.close()
        self._flush()
        return "".join(self.copied)


def with_abbreviations(html: SafeString, abbreviations: Iterable[dict[str, str]]) -> SafeString:
    """Rendered, sanitised HTML with the first occurrence of each short form explained; its markup stays as it was."""
    explainer = _Explainer({each["short"]: each["long"] for each in abbreviations})
    explainer.feed(conditional_escape(html))
    return mark_safe(explainer.finished())


def with_passage(text: str, passage: str) -> SafeString:
    """Plain text as paragraphs in which the passage is marked, however its blanks and lines are broken."""
    paragraphs = [_marked(each, passage) for each in re.split(r"\n\s*\n", plain(text)) if each.strip()]
    return format_html_join("\n", "<p>{}</p>", ((each,) for each in paragraphs))


def _marked(paragraph: str, passage: str) -> SafeString:
    pattern = r"\s+".join(map(re.escape, passage.split()))
    found = re.search(pattern, paragraph) if pattern else None
    if found is None:
        return mark_safe(escape(paragraph))
    before, after = paragraph[: found.start()], paragraph[found.end() :]
    return mark_safe(f"{escape(before)}<mark>{escape(found[0])}</mark>{escape(after)}")


def explained(terms: Sequence[str], bodies: Iterable[str]) -> list[dict[str, str]]:
    """The terms of a text in Markdown, each with the sentence that explains it; those it does not use are left out."""
    found = explaining_sentences(terms, "\n\n".join(map(plain, bodies)))
    return [{"term": term, "sentence": sentence} for term, sentence in found.items()]


def views_in(body: str, language: str) -> list[str]:
    """The sentences of a text in Markdown that read as somebody's view."""
    text = plain(body)
    return [text[one.start : one.end] for one in opinions(text, language)]


def readability_of(module: Module) -> Readability | None:
    """Of the text as it stands now; None where it is too short, or in a language without a formula."""
    bodies = module.sections.values_list("body", flat=True)
    return readability("\n\n".join(map(plain, bodies)), module.language)


def seconds_to_read(text: str) -> int:
    """How long a section has to be on screen to count as read."""
    return round(min(max(len(words(text)) / WORDS_PER_SECOND_SKIMMED, SECONDS_AT_LEAST), SECONDS_AT_MOST))


def text_fragment(passage: str) -> str:
    """What to add to a section's anchor so that browsers which know it scroll to the passage and mark it."""
    found = passage.split()
    if not found:
        return ""
    ends = [found] if len(found) <= 12 else [found[:5], found[-5:]]
    return ":~:text=" + ",".join(in_url(" ".join(end), safe="").replace("-", "%2D") for end in ends)


def where_to_go_on(modules: Sequence[Module], place: Progress | None) -> tuple[Module, Section | None] | None:
    """The module, and the section in it, to open next; None when everything is read.

    `modules` carry their progress (ModuleQuerySet.with_progress).
    """
    unread = [module for module in modules if module.read_count < module.section_count]
    for module in unread:
        if place and place.module_id == module.pk:
            return module, place.section
    later = [module for module in unread if place and module.position > place.module.position]
    return ((later or unread)[0], None) if unread else None
