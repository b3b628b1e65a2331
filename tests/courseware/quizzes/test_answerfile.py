import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from courseware.quizzes import actions
from courseware.quizzes.answerfile import MOST_ANSWERS, Unreadable, read_file
from courseware.quizzes.errors import AttemptOpen, ForeignFile, NothingOfQuiz
from courseware.quizzes.models import Allowance, Attempt
from courseware.quizzes.states import Behaviour
from courseware.reading.models import Progress
from tests import factories

AT = timezone.now()
RIGHT, WRONG = [1], [2]


def file_text(person, attempt, *answers, **changed) -> bytes:
    """`answers`: (position, answer, sequence, minutes after AT)."""
    lines = [
        {"position": position, "answer": given, "certainty": None, "sequence": sequence, "id": "x",
         "at": (AT + timedelta(minutes=minutes)).isoformat()}
        for position, given, sequence, minutes in answers
    ]  # fmt: skip
    told = {"format": "convoke-answers", "version": 1, "person": str(person), "made_at": AT.isoformat()}
    return json.dumps(told | {"attempts": [{"attempt": str(attempt), "answers": lines}]} | changed).encode()


def test_a_file_is_read_back_as_it_was_made():
    person, attempt = uuid4(), uuid4()
    file = read_file(file_text(person, attempt, (1, RIGHT, 3, 0)))
    assert (file.person, file.attempts) == (person, {attempt})
    assert (file.answers[0].answer, file.answers[0].sequence, file.answers[0].at) == (RIGHT, 3, AT)


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{}", b"\xff", b"[" * 100_000, b'{"format": "convoke-answers"}',
     file_text("nobody", uuid4()), file_text(uuid4(), uuid4(), (0, RIGHT, 1, 0)),
     file_text(uuid4(), uuid4(), (True, RIGHT, 1, 0)), file_text(uuid4(), uuid4(), (1, RIGHT, 2**31, 0)),
     file_text(uuid4(), uuid4(), attempts=None), file_text(uuid4(), uuid4(), format="other")],
)  # fmt: skip
def test_anything_else_is_refused(data):
    with pytest.raises(Unreadable, match="not_ours"):
        read_file(data)


def test_files_of_later_versions_and_endless_ones_are_refused_by_their_own_names():
    with pytest.raises(Unreadable, match="newer"):
        read_file(file_text(uuid4(), uuid4(), version=2))
    with pytest.raises(Unreadable, match="too_many"):
        read_file(file_text(uuid4(), uuid4(), *[(1, RIGHT, 1, 0)] * (MOST_ANSWERS + 1)))


@pytest.fixture
def person(db):
    return factories.person()


@pytest.fixture
def attempt(person):
    return factories.attempt(factories.quiz(questions=2, behaviour=Behaviour.DEFERRED), person=person, started_at=AT)


def hand_in(person, attempt, *answers, at=AT):
    file = read_file(file_text(person.code, attempt.code, *answers))
    return actions.hand_in_file(file, quiz=attempt.quiz, person=person, at=at)


def kept(attempt) -> list:
    return list(attempt.responses.order_by("position").values_list("answer", "sequence"))


def test_a_file_is_kept_once_however_often_it_is_handed_in(person, attempt):
    for _ in range(2):
        told = hand_in(person, attempt, (1, RIGHT, 2, 0), (2, WRONG, 1, 0))
        assert [each.is_taken for each in told] == [True, True]
    assert kept(attempt) == [(RIGHT, 2), (WRONG, 1)]
    entries = AuditEntry.objects.filter(action="answer_file_handed_in")
    assert [each.details for each in entries] == [{"answers": 2, "taken": 2}] * 2


def test_the_later_of_two_answers_counts(person, attempt):
    for position in (1, 2):
        held = attempt.responses.select_related("question", "attempt__quiz").get(position=position)
        actions.save_answer(held, RIGHT, at=AT, sequence=5)
    told = hand_in(person, attempt, (1, WRONG, 1, -10), (2, WRONG, 1, +10), at=AT + timedelta(minutes=20))
    assert [each.is_taken for each in told] == [False, True]
    assert kept(attempt) == [(RIGHT, 5), (WRONG, 6)]


def test_blanks_and_what_was_never_offered_are_not_taken(person, attempt):
    told = hand_in(person, attempt, (1, [], 2, 0), (2, [9], 2, 0), (7, RIGHT, 1, 0))
    assert [(each.position, each.is_taken) for each in told] == [(1, False), (2, False)]
    assert kept(attempt) == [(None, 0), (None, 0)]


def test_nobody_hands_in_what_somebody_else_answered(person, attempt):
    file, other = read_file(file_text(person.code, attempt.code, (1, RIGHT, 1, 0))), factories.person()
    with pytest.raises(ForeignFile):
        actions.hand_in_file(file, quiz=attempt.quiz, person=other, at=AT)


def test_a_file_of_another_quiz_is_sent_to_its_own_page(person, attempt):
    other = factories.attempt(person=person)
    with pytest.raises(NothingOfQuiz):
        actions.hand_in_file(
            read_file(file_text(person.code, other.code, (1, RIGHT, 1, 0))), quiz=attempt.quiz, person=person, at=AT
        )


def finished(attempt) -> Attempt:
    return actions.submit(Attempt.objects.select_related("quiz__module", "person").get(pk=attempt.pk), at=AT)


def admit(attempt, *answers):
    file = read_file(file_text(attempt.person.code, attempt.code, *answers))
    by = factories.person()
    return actions.admit_late_file(file, quiz=attempt.quiz, reason="No power.", by=by, at=AT + timedelta(hours=1))[0]


def test_a_finished_attempt_takes_no_file_from_the_person(person, attempt):
    finished(attempt)
    told = hand_in(person, attempt, (1, RIGHT, 1, 0))
    assert [each.is_taken for each in told] == [False]
    assert kept(attempt)[0] == (None, 0)


def test_an_organizer_admits_a_late_file_and_the_attempt_is_marked_again(attempt):
    finished(attempt)
    admitted = admit(attempt, (1, RIGHT, 1, 0), (2, RIGHT, 1, 0))
    attempt.refresh_from_db()
    assert (admitted.before, admitted.after) == (0, 100)
    assert (attempt.percent, attempt.right_count, attempt.passed) == (100, 2, True)
    assert Progress.objects.get(person=attempt.person).quiz == "passed"
    assert set(attempt.responses.values_list("closed", flat=True)) == {True}


def test_what_was_admitted_is_on_record_with_both_results_and_the_reason_with_the_allowances(attempt):
    finished(attempt)
    admit(attempt, (1, RIGHT, 1, 0))
    details = AuditEntry.objects.get(action="answer_file_admitted").details
    assert details == {"person": str(attempt.person.code), "answers": 1, "taken": 1, "percent_before": 0,
                       "percent_after": 50}  # fmt: skip
    assert Allowance.objects.get(person=attempt.person, quiz=attempt.quiz).reason == "No power."


def test_a_late_file_changes_nothing_whose_feedback_was_seen_and_nothing_newer(person, attempt):
    attempt.quiz.behaviour = Behaviour.IMMEDIATE
    attempt.quiz.save()
    actions.answer(attempt, 1, WRONG, at=AT)
    actions.answer(attempt, 2, WRONG, at=AT, sequence=9)
    attempt.responses.filter(position=2).update(tries=[])
    finished(attempt)
    admitted = admit(attempt, (1, RIGHT, 50, 0), (2, RIGHT, 3, 0))
    assert [each.is_taken for each in admitted.verdicts] == [False, False]
    assert (admitted.before, admitted.after) == (0, 0)


def test_an_open_attempt_is_left_to_the_person(attempt):
    with pytest.raises(AttemptOpen):
        admit(attempt, (1, RIGHT, 1, 0))
