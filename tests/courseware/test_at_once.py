"""Two organizers at the same moment. On SQLite the one write lock parts them; on PostgreSQL the rules themselves do."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connections
from django.utils import timezone

from courseware.quizzes import actions as quizzes
from courseware.quizzes.actions import ChoiceText, QuestionText
from courseware.quizzes.errors import ChangedMeanwhile
from courseware.quizzes.models import Question
from courseware.reading import actions as reading
from courseware.reading.errors import ChangedMeanwhile as ModuleChanged
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
AT, PEOPLE = timezone.now(), 6


def at_once(act: Callable[[int], None], *refusals: type[Exception]) -> list[str]:
    """What `act` came to for each of PEOPLE, all of whom start together."""
    gate, outcomes = Barrier(PEOPLE), []

    def run(n: int) -> None:
        gate.wait(timeout=20)
        try:
            act(n)
            outcomes.append("done")
        except refusals:
            outcomes.append("refused")
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=(n,)) for n in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def test_of_several_corrections_of_an_answered_question_one_stands():
    quizzes.start(factories.quiz(questions=1), person=factories.person(), at=AT)
    copies = list(Question.objects.all()) * PEOPLE

    def correct(n: int) -> None:
        text = QuestionText("single", f"Corrected {n}?", (ChoiceText("a", True), ChoiceText("b", False)))
        quizzes.correct_question(copies[n], text, by=None, at=AT)

    assert at_once(correct, ChangedMeanwhile) == ["done"] + ["refused"] * (PEOPLE - 1)
    assert Question.objects.approved().count() == 1


def test_of_several_corrections_of_one_text_the_first_stands():
    module = factories.module()
    copies = [type(module).objects.get() for _ in range(PEOPLE)]

    def correct(n: int) -> None:
        text = reading.ModuleText({"title": f"Title {n}"}, [reading.SectionText("", f"Text {n}")])
        reading.correct_module(copies[n], text, by=None, at=AT, seen=0)

    assert at_once(correct, ModuleChanged) == ["done"] + ["refused"] * (PEOPLE - 1)
    module.refresh_from_db()
    assert module.sections.get().body == module.title.replace("Title", "Text")


def test_modules_moved_at_the_same_moment_keep_a_place_of_their_own():
    course = factories.course()
    modules = [factories.module(course) for _ in range(PEOPLE)]
    assert at_once(lambda n: reading.move_module(modules[n], (-1) ** n, by=None, at=AT)) == ["done"] * PEOPLE
    assert list(course.modules.values_list("position", flat=True)) == list(range(1, PEOPLE + 1))
