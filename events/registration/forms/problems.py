"""What is wrong with a list of people, in sentences that say how to mend it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.registration.invitefile import MOST_LINES, Problem, Unreadable

COLUMNS = {
    "name": lambda: _("Name"),
    "email": lambda: _("E-mail"),
    "country": lambda: _("Country"),
    "agency": lambda: _("Agency"),
    "position": lambda: _("Position"),
    "category": lambda: _("Category"),
    "language": lambda: _("Language"),
}
LINES = {
    "no_email": lambda value: _("There is no e-mail address. Add one."),
    "bad_email": lambda value: _("“%(value)s” is no e-mail address. Correct it.") % {"value": value},
    "twice": lambda value: _("The same address stands in line %(value)s. Remove one of the two.") % {"value": value},
    "formula": lambda value: (
        _("%(column)s begins with =, +, - or @, as a formula does. Write plain words.") % {"column": column(value)}
    ),
    "too_long": lambda value: _("%(column)s is too long. Shorten it.") % {"column": column(value)},
    "country": lambda value: (
        _("“%(value)s” is no country we know. Write its usual name in English or Russian, or two letters such as KZ.")
        % {"value": value}
    ),
    "category": lambda value: (
        _("“%(value)s” is no category. Write participant, observer, speaker or interpreter.") % {"value": value}
    ),
    "language": lambda value: _("“%(value)s” is no language we write in. Write en or ru.") % {"value": value},
}
WHOLE = {
    "empty": lambda figure: _("There is nobody in this list. Choose a file or paste lines."),
    "not_text": lambda figure: _(
        "This file is not a table in text form. In your spreadsheet choose “Save as”, then CSV (UTF-8)."
    ),
    "no_email_column": lambda figure: _(
        "The first line has to name the columns, one of them “email”. The others may be: name, country, agency, "
        "position, category, language."
    ),
    "broken": lambda figure: _("The table cannot be read: a quotation mark is missing. Save it anew as CSV."),
    "too_many": lambda figure: (
        ngettext(
            "%(figure)s line is too many: one list holds at most %(most)s. Split it.",
            "%(figure)s lines are too many: one list holds at most %(most)s. Split it.",
            figure,
        )
        % {"figure": figure, "most": MOST_LINES}
    ),
}


def column(name: str) -> str:
    return COLUMNS[name]()


def sentence(problem: Problem) -> str:
    return LINES[problem.code](problem.value)


def refusal(unreadable: Unreadable) -> str:
    return WHOLE[unreadable.code](unreadable.figure)
