import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from events.programme.models import Event
from events.registration import actions, standing, wording
from events.registration.models import Quota
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()


def waits(event, *, seconds=0, **fields):
    return factories.registration(event, state="waiting", queued_at=AT + timedelta(seconds=seconds), **fields)


def limit(event, scope, value, seats):
    Quota.objects.create(event=event, scope=scope, value=value, limit=seats)
    Event.objects.filter(pk=event.pk).update(has_limits=True)
    event.refresh_from_db()


def test_the_place_counts_those_who_came_before_at_the_same_event():
    event, other = factories.event(capacity=0), factories.event(capacity=0)
    third, first = waits(event, seconds=2), waits(event)
    waits(event, seconds=1), waits(other)
    assert [standing.place_in_line(row) for row in (first, third)] == [1, 3]


def test_of_two_who_came_in_the_same_moment_one_is_first():
    event = factories.event(capacity=0)
    assert sorted(standing.place_in_line(row) for row in (waits(event), waits(event))) == [1, 2]


def test_a_full_event_is_the_reason():
    assert standing.why_waiting(waits(factories.event(capacity=0)), AT) == "full"


@pytest.mark.parametrize(("scope", "value"), [("country", "KZ"), ("agency", "customs"), ("category", "observer")])
def test_a_full_country_agency_or_category_is_named_before_a_full_event(scope, value):
    event = factories.event(capacity=0)
    limit(event, scope, value, 0)
    row = waits(event, country="KZ", agency="Customs", category="observer")
    assert standing.why_waiting(row, AT) == f"limit_{scope}"


def test_somebody_from_another_country_waits_for_a_seat_only():
    event = factories.event(capacity=0)
    limit(event, "country", "KZ", 0)
    assert standing.why_waiting(waits(event, country="UZ"), AT) == "full"


def test_a_list_that_no_longer_moves_says_so():
    event = factories.event(capacity=0)
    row = waits(event)
    assert standing.why_waiting(row, event.starts_at - timedelta(minutes=59)) == "list_closed"
    assert standing.why_waiting(row, event.starts_at - timedelta(minutes=61)) == "full"


def test_whoever_could_have_a_seat_is_next_or_behind_others():
    event = factories.event(capacity=5)
    first, second = waits(event), waits(event, seconds=1)
    assert [standing.why_waiting(row, AT) for row in (first, second)] == ["next", "behind_others"]
    actions.move_up(at=AT)


def test_every_reason_has_a_sentence():
    codes = ["full", "limit_country", "limit_agency", "limit_category", "behind_others", "next", "list_closed"]
    assert all(wording.why(code).endswith(".") for code in codes)
    with pytest.raises(KeyError):
        wording.why("nonsense")


def test_what_the_trail_says_is_worded_and_an_unknown_code_too():
    assert wording.happened("registration_moved", "approved") == "Approved"
    assert wording.happened("registration_moved", "of_tomorrow") == "Came into another state"
    assert wording.happened("of_tomorrow", "") == "Noted"


def test_every_move_that_the_rules_make_has_words():
    sources = (Path(actions.__file__).parent / name for name in ("entering.py", "moving.py", "rules.py", "holds.py"))
    codes = {code for source in sources for code in re.findall(r'why="(\w+)"', source.read_text())}
    assert {"approved", "offer_ran_out", "rules_changed"} <= codes <= set(wording.HAPPENED)


def test_an_offer_that_ran_out_is_told_to_both_it_concerns():
    told = [wording.happened("registration_moved", "offer_ran_out", to) for to in ("expired", "offered")]
    assert told[0].startswith("The time to accept") and told[1].startswith("Moved up")


def question(**fields):
    return factories.form_question(factories.event(), **fields)


@pytest.mark.parametrize(
    ("fields", "value", "words"),
    [
        ({"kind": "yes_no"}, False, "no"),
        ({"kind": "choices", "choices": [{"key": "a", "label": "Air"}]}, ["a", "gone"], "Air, gone"),
        ({"kind": "choice", "choices": []}, "gone", "gone"),
        ({"kind": "country"}, "TJ", "Tajikistan"),
        ({"kind": "date"}, "2026-12-10", "10 December 2026"),
        ({"kind": "number"}, 0, "0"),
        ({"kind": "short"}, "", ""),
        ({"kind": "choices"}, [], ""),
    ],
)  # fmt: skip
def test_an_answer_is_told_as_it_was_meant(fields, value, words):
    assert wording.answered(question(**fields), value) == words
