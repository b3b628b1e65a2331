"""The sentences for what the drafting of modules remarks."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from intake.blocks import Remark


def sentence(remark: Remark) -> str:
    """Word a remark of `courseware.reading.drafting` in the language in force; KeyError for a code of another's."""
    return SENTENCES[remark.code]() % remark.values


SENTENCES: dict[str, Callable[[], str]] = {
    "no_article_found": lambda: _("No article was found in %(name)s: it holds no title with enough text below it."),
    "teaser_left_out": lambda: _("“%(title)s” was left out: only the beginning of the article is on the page."),
    "article_twice": lambda: _("“%(title)s” is on the page twice; one module was drafted."),
    "long_text_left_out": lambda: _(
        "A text of %(words)s words belongs to no article and was left out. It begins: “%(start)s …”"
    ),
    "title_from_file_name": lambda: _("The text has no title. The name of the file stands in: “%(title)s”."),
    "date_unclear": lambda: _("“%(title)s”: the date “%(text)s” can be read in two ways and was left open."),
}


def reading_ease(level: str) -> str:
    """The level of intake.language.Readability in words."""
    return EASE[level]()


EASE: dict[str, Callable[[], str]] = {
    "plain": lambda: _("plain"),
    "fairly_difficult": lambda: _("fairly difficult"),
    "difficult": lambda: _("difficult"),
    "very_difficult": lambda: _("very difficult"),
}
