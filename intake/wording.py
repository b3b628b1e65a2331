"""The sentences for why a file is not taken in, and for what a reader mended in it."""

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _


def sentence(code: str, values: Mapping[str, str | int]) -> str:
    """Word a code of `intake.errors.Refused` or of a reader's remark in the language in force; KeyError if unknown."""
    return SENTENCES[code]() % _readable(values)


def _readable(values: Mapping[str, str | int]) -> dict[str, str | int]:
    """The values as people read them: sizes in megabytes, large counts with thousands apart."""
    readable = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
    size, limit = values.get("size"), values.get("limit")
    if isinstance(size, int) and isinstance(limit, int):
        readable |= {"size": f"{size / 1_000_000:.1f}", "limit": f"{limit / 1_000_000:g}"}
    return readable


SENTENCES: dict[str, Callable[[], str]] = {
    "empty": lambda: _("This file is empty. Choose a file that has text in it."),
    "too_big": lambda: _(
        "This file has %(size)s MB; the limit is %(limit)s MB. Leave out what is not needed, or split it."
    ),
    "binary": lambda: _("This file is not text. Save the document as plain text (.txt) or Markdown (.md) first."),
    "wrong_type": lambda: _(
        "This is a %(type)s file. Open it, save it as plain text (.txt) or Markdown (.md), and choose the saved file."
    ),
    "not_text": lambda: _(
        "Line %(line)s of this file cannot be read: it is not in UTF-8. Save the file again with the encoding UTF-8."
    ),
    "unknown_extension": lambda: _(
        "Files like “%(name)s” cannot be read. Choose a file that ends in one of: %(known)s."
    ),
    "line_too_long": lambda: _(
        "Line %(line)s has more than %(limit)s characters. Break it into paragraphs and choose the file again."
    ),
    "too_long": lambda: _("This file has %(blocks)s paragraphs; the limit is %(limit)s. Split it into several files."),
    "paragraph_joined": lambda: _("A paragraph that was broken in two was joined (¶ %(block)s): “%(around)s”."),
    "footnote_removed": lambda: _("A footnote mark was taken off (¶ %(block)s): “%(found)s” became “%(kept)s”."),
    "hyphen_mended": lambda: _("A broken word was mended (¶ %(block)s): “%(found)s” became “%(kept)s”."),
}
