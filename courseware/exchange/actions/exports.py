"""The files that a course can be taken elsewhere in."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import override

from courseware.exchange.actions.gathering import course_file, only
from courseware.exchange.formats.cartridge import as_cartridge
from courseware.exchange.formats.course import Written
from courseware.exchange.formats.questions import as_aiken, as_gift, as_moodle_xml
from courseware.exchange.formats.scorm import as_scorm
from courseware.exchange.wording import player_words
from courseware.reading.models import Course

FORMATS = ("moodle", "scorm", "cartridge", "gift", "aiken")
WITH_MODULES = ("scorm", "cartridge")


def written(course: Course, form: str, *, modules: Collection[str] = (), ordering: bool = False) -> Written:
    """The file, read again and compared. `modules` are slugs; none means all. `ordering`: for Moodle 4.4 and later."""
    file = course_file(course)
    if form in WITH_MODULES:
        file = only(file, modules)
    if form == "moodle":
        return as_moodle_xml(file, ordering=ordering)
    if form == "scorm":
        languages = {each.language for each in file.modules} | {""}
        return as_scorm(file, {each: player_words(each or file.language) for each in languages})
    if form == "cartridge":
        with override(file.language):
            words = {"quiz": _("Quiz: %(title)s"), "others": _("Other questions"), "source": _("Source")}
        return as_cartridge(file, **words)
    return as_gift(file) if form == "gift" else as_aiken(file)
