"""The modules of a course as a reader meets them: each once, in the reader's language where there is one in it."""

from collections.abc import Iterable, Sequence

from courseware.reading.models import Module, Progress, Section
from courseware.reading.states import EARNED, Shown


def families(modules: Iterable[Module], language: str, *, missing: bool = True) -> list[Module]:
    """The originals among the modules, in their order. `modules` carry their progress (ModuleQuerySet.with_progress).

    Each gets `shown` (what to open: the version in `language` if there is one, else itself), `others` (its other
    languages) and, unless `missing` is False, `missing`: the modules that have to be completed first and are not. That
    wants `requires` prefetched.
    """
    modules = list(modules)
    originals = {module.pk: module for module in modules if module.original_id is None}
    for head in originals.values():
        family = [head, *(each for each in modules if each.original_id == head.pk)]
        head.shown = next((each for each in family if each.language == language), head)
        for each in family:
            each.original = None if each is head else head
        head.others = [each for each in family if each is not head.shown]
        head.missing = _missing(head, originals) if missing else []
    return list(originals.values())


def _missing(module: Module, originals: dict[int, Module]) -> list[Module]:
    if module.standing in EARNED:
        return []
    required = [originals[each.pk] for each in module.requires.all() if each.pk in originals]
    return [each for each in required if each.standing not in EARNED and each.state == Shown.PUBLISHED]


def where_to_go_on(modules: Sequence[Module], place: Progress | None) -> tuple[Module, Section | None] | None:
    """The module, and the section in it, to open next; None when everything that is open is read.

    `modules` come from `families`. The section may be one of a language version: then that is what to open.
    """
    unread = [module for module in modules if module.read_count < module.section_count and not module.missing]
    for module in unread:
        if place and place.module_id == module.pk:
            return module, place.section
    later = [module for module in unread if place and module.position > place.module.position]
    return ((later or unread)[0], None) if unread else None
