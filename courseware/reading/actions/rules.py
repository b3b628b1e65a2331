"""When a module is complete, and what has to be complete before it."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from accounts.audit import actions as audit
from accounts.people.models import Person
from courseware.reading.actions.courses import hold_order
from courseware.reading.actions.progress import settle_everybody
from courseware.reading.errors import Circle, NotAnOriginal
from courseware.reading.models import Module
from courseware.reading.progress import leads_to


@transaction.atomic
def set_rule(
    module: Module,
    *,
    completion: str,
    minimum_minutes: int,
    requires: Collection[Module],
    by: Person | None,
    at: datetime,
) -> None:
    """Set both; who has begun is judged by it at once, and who had finished stays so. Raises NotAnOriginal, Circle."""
    hold_order(module.course_id)
    if any(each.original_id or each.course_id != module.course_id for each in (module, *requires)):
        raise NotAnOriginal
    _refuse_circle(module, requires)
    module.completion, module.minimum_minutes = completion, minimum_minutes
    module.save(update_fields=["completion", "minimum_minutes"])
    module.requires.set(requires)
    audit.record("module_rule_set", about=module.about, by=by, at=at, completion=str(completion), before=len(requires))
    settle_everybody(module, at=at)


def _refuse_circle(module: Module, requires: Collection[Module]) -> None:
    first = defaultdict(set)
    for row in Module.requires.through.objects.filter(from_module__course=module.course_id):
        first[row.from_module_id].add(row.to_module_id)
    for each in requires:
        if leads_to(each.pk, module.pk, first):
            raise Circle(module.title, each.title)
