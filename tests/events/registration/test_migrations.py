from datetime import timedelta

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from events.registration.models import Registration

BEFORE = [("registration", "0001_initial"), ("programme", "0001_initial")]
AT = timezone.now()


def write_rows_of_the_first_release():
    """One event with one confirmed registration, as the first release wrote them."""
    executor = MigrationExecutor(connection)
    executor.migrate(BEFORE)
    old = executor.loader.project_state(BEFORE).apps
    team = old.get_model("teams", "Team").objects.create(slug="team", name="Team")
    times = {"starts_at": AT, "ends_at": AT + timedelta(hours=2), "time_zone": "Asia/Almaty", "created_at": AT}
    event = old.get_model("programme", "Event").objects.create(team=team, slug="old", seats_taken=1, **times)
    person = old.get_model("people", "Person").objects.create(email="someone@example.org")
    moments = {"consented_at": AT, "created_at": AT, "confirmed_at": AT}
    old.get_model("registration", "Registration").objects.create(
        event=event, person=person, state="confirmed", email=person.email, country="KZ", **moments
    )


@pytest.mark.django_db(transaction=True)
def test_registrations_of_the_first_release_keep_their_seats():
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    try:
        write_rows_of_the_first_release()
    finally:
        MigrationExecutor(connection).migrate(latest)
    state, told, moved, seated = Registration.objects.values_list(
        "state", "told_starts_at", "moved_at", "holds_seat"
    ).get()
    assert (state, told, moved, seated) == ("confirmed", AT, AT, True)
