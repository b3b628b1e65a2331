"""How long it is kept who was asked and who filled in: until two years after a survey was closed. Answers stay, as they
lead to nobody. Called nightly through settings.RETENTION."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from courseware.surveys.models import Asked, Filled

PEOPLE_KEPT = timedelta(days=2 * 365)


def preview(at: datetime) -> dict[str, int]:
    """What `carry_out` would do at that moment."""
    return {name: rows.count() for name, rows in gone(at).items()}


def carry_out(at: datetime) -> dict[str, int]:
    return {name: rows.delete()[0] for name, rows in gone(at).items()}


def gone(at: datetime) -> dict[str, QuerySet]:
    closed = {"survey__closed_at__lt": at - PEOPLE_KEPT}
    models = {"survey_forms_forgotten": Filled, "survey_letters_forgotten": Asked}
    return {name: model.objects.filter(**closed) for name, model in models.items()}
