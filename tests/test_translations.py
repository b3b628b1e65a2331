"""What is committed in locale/ fits what is written in code and templates. Needs no GNU gettext."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(settings.ROOT)
CODE = ["accounts", "config", "courseware", "events", "front", "intake"]
OTHERS = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
# Which argument of a call is text, as makemessages has it; "c" marks the one that is context.
PLAIN, PLURAL, CONTEXT, CONTEXT_PLURAL = (1,), (1, 2), ((1, "c"), 2), ((1, "c"), 2, 3)
CALLS = {
    "_": None, "gettext": PLAIN, "gettext_lazy": PLAIN, "gettext_noop": PLAIN,
    "ngettext": PLURAL, "ngettext_lazy": PLURAL,
    "pgettext": CONTEXT, "pgettext_lazy": CONTEXT, "npgettext": CONTEXT_PLURAL, "npgettext_lazy": CONTEXT_PLURAL,
}  # fmt: skip

pytestmark = pytest.mark.parametrize("language", OTHERS)


def catalog(language: str) -> Catalog:
    with (ROOT / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def written() -> set[tuple[str | None, str]]:
    """Every (context, text) that code and templates ask a translation for."""
    sources = [path.read_text() for package in CODE for path in (ROOT / package).rglob("*.py")]
    pages = [path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"}]
    return {message for source in sources + [as_code(page) for page in pages] for message in messages(source)}


def as_code(page: Path) -> str:
    """What Django makes of a template for gettext; indentation means nothing in it."""
    return "\n".join(line.strip() for line in templatize(page.read_text()).splitlines())


def messages(source: str) -> list[tuple[str | None, str]]:
    found = extract("python", BytesIO(source.encode()), keywords=CALLS, options={"encoding": "utf-8"})
    return [(context, text[0] if isinstance(text, tuple) else text) for _line, text, _comments, context in found]


def test_every_text_has_its_translation(language):
    known = {(message.context, key(message.id)) for message in catalog(language) if message.id and message.string}
    assert written() - known == set()


def test_nothing_is_kept_that_no_page_says(language):
    known = {(message.context, key(message.id)) for message in catalog(language) if message.id}
    assert known - written() == set()


def test_no_translation_is_a_guess(language):
    assert [message.id for message in catalog(language) if message.fuzzy and message.id] == []


def test_every_translation_has_the_same_places_for_values(language):
    wrong = [(message.id, error) for message, errors in catalog(language).check() for error in errors]
    assert wrong == []


def test_the_compiled_file_is_in_step(language):
    with (ROOT / "locale" / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = read_mo(file)
    assert texts_of(compiled) == texts_of(catalog(language))


def key(text: str | tuple[str, ...] | list[str]) -> str:
    """A message with a plural is known by its singular."""
    return text if isinstance(text, str) else text[0]


def texts_of(entries: Catalog) -> dict[tuple[str | None, str], list[str]]:
    """What stands for each text; one form or several, always as a list."""
    return {
        (as_text(message.context), key(message.id)): [message.string]
        if isinstance(message.string, str)
        else [*message.string]
        for message in entries
        if message.id
    }


def as_text(context: str | bytes | None) -> str | None:
    """Babel reads the context of a compiled message as bytes."""
    return context.decode() if isinstance(context, bytes) else context
