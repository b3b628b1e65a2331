"""That a person was asked, and filled in a survey. What was answered leads to nobody, so it is nobody's data here:
nothing of it can be told or forgotten."""

from typing import Any

from accounts.people.models import Person
from courseware.surveys.models import Asked, Filled

MODELS = ["surveys.Filled", "surveys.Asked"]


def collect(person: Person) -> dict[str, Any]:
    filled = Filled.objects.of(person).select_related("survey__course", "survey__event").order_by("on")
    asked = Asked.objects.of(person).select_related("survey__course", "survey__event").order_by("at")
    return {
        "surveys_filled_in": [{"survey": str(row.survey), "on": row.on.isoformat()} for row in filled],
        "surveys_sent": [{"survey": str(row.survey), "at": row.at.isoformat()} for row in asked],
    }


def forget(person: Person) -> None:
    for model in (Filled, Asked):
        model.objects.of(person).delete()
