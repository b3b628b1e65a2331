"""Sentences for what pure code says in codes: remarks of drafting, rules, states, languages."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from courseware.reading.progress import Rule
from courseware.reading.states import Completion, ModuleState
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


# Languages that texts of the region are written in, as each calls itself.
OWN_NAMES = {
    "en": "English",
    "ru": "Русский",
    "kk": "Қазақша",
    "ky": "Кыргызча",
    "tg": "Тоҷикӣ",
    "tk": "Türkmençe",
    "uz": "Oʻzbekcha",
    "uz-cyrl": "Ўзбекча",
    "fa": "فارسی",
    "ps": "پښتو",
    "mn": "Монгол",
    "tr": "Türkçe",
    "az": "Azərbaycanca",
    "ar": "العربية",
    "zh": "中文",
    "fr": "Français",
    "es": "Español",
    "de": "Deutsch",
}


def language_name(code: str) -> str:
    return OWN_NAMES.get(code) or code or _("the original language")


def rule_in_words(rule: Rule) -> str:
    """When a module is complete, for its readers."""
    words = RULES if rule.minimum_minutes else RULES | WITHOUT_MINUTES
    return words[rule.completion]() % {"minutes": rule.minimum_minutes}


RULES: dict[str, Callable[[], str]] = {
    Completion.SECTIONS: lambda: _("Complete when every section is read."),
    Completion.MINUTES: lambda: _("Complete when every section is read and %(minutes)s min are spent here."),
    Completion.QUIZ: lambda: _("Complete when the quiz is passed."),
    Completion.ALL: lambda: _(
        "Complete when every section is read, %(minutes)s min are spent here, and the quiz is passed."
    ),
}
WITHOUT_MINUTES: dict[str, Callable[[], str]] = {
    Completion.MINUTES: RULES[Completion.SECTIONS],
    Completion.ALL: lambda: _("Complete when every section is read and the quiz is passed."),
}


def standing_in_words(state: str) -> str:
    return STANDINGS[state]()


STANDINGS: dict[str, Callable[[], str]] = {
    ModuleState.INCOMPLETE: lambda: _("In progress"),
    ModuleState.COMPLETE: lambda: _("Complete"),
    ModuleState.PASSED: lambda: _("Passed"),
    ModuleState.FAILED: lambda: _("Quiz not passed yet"),
}
