"""The course of the demonstration: readings, quizzes, tests before and after, evaluation, certificate."""

import tomllib
from datetime import datetime
from typing import Any

from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.certificates import actions as certificates
from courseware.certificates.states import Issued
from courseware.quizzes import actions as quizzes
from courseware.quizzes.actions import ChoiceText, QuestionText
from courseware.quizzes.models import Tag
from courseware.quizzes.questionfile import parse
from courseware.quizzes.states import Difficulty, Kind, Purpose
from courseware.reading import actions as reading
from courseware.reading.models import Course, Module
from courseware.reading.states import Completion, Shown
from courseware.surveys import actions as surveys
from courseware.surveys.states import SurveyKind, SurveyState
from events.programme.models import Event
from front.seeding.files import SEEDS

ALL_RIGHT = (Kind.NUMERIC, Kind.SHORT)  # every line is an answer that is accepted


def publish_course(team: Team, event: Event, decisions: dict[str, Any], *, by: Person, at: datetime) -> Course:
    """The page of articles, split into modules; hand-written questions approved, drafted ones left to review."""
    page = SEEDS / "articles.txt"
    course = reading.start_course(team, event=event, by=by, at=at, **decisions["course"])
    quizzes.draft_course_from_file(page.name, page.read_bytes(), team=team, course=course, by=by, at=at)
    modules = {module.title: module for module in course.modules.all()}
    for path in sorted((SEEDS / "quizzes").glob("*.txt")):
        written = parse(path.read_text(encoding="utf-8"))
        quizzes.add_written_questions(modules[written.module], written, by=by, at=at)
    fill_bank(course, modules, by=by, at=at)
    for module in modules.values():
        reading.set_rule(module, completion=Completion.ALL, minimum_minutes=0, requires=(), by=by, at=at)
    for thing in (*modules.values(), course):
        reading.move(thing, Shown.PUBLISHED, by=by, at=at)
    open_tests(course, decisions["tests"], by=by, at=at)
    ask_opinions(course, by=by, at=at)
    award_certificates(course, decisions["certificate"], by=by, at=at)
    return course


def fill_bank(course: Course, modules: dict[str, Module], *, by: Person, at: datetime) -> None:
    """Questions of every kind; those with an objective are drawn for the tests."""
    written = tomllib.loads((SEEDS / "bank.toml").read_text(encoding="utf-8"))["question"]
    for told in written:
        module = modules.get(told.get("module", ""))
        question = quizzes.add_question(course, text_of(told, module), module=module, by=by, at=at)
        if "objective" in told:
            quizzes.tag([question], [told["objective"]], by=by, at=at)
    for tag in Tag.objects.filter(course=course):
        quizzes.set_objective(tag, True, by=by, at=at)


def text_of(told: dict[str, Any], module: Module | None) -> QuestionText:
    kind = Kind(told["kind"])
    lines = tuple(ChoiceText(**line_of(line, is_right=kind in ALL_RIGHT)) for line in told["lines"])
    section = module.sections.get(heading=told.get("section", "")) if module else None
    details = {"passage": told.get("passage", ""), "feedback": told["feedback"], "section": section}
    return QuestionText(kind, told["stem"], lines, difficulty=Difficulty[told["difficulty"].upper()], **details)


def line_of(line: dict[str, Any], *, is_right: bool) -> dict[str, Any]:
    named = {"correct" if name == "right" else name: value for name, value in line.items()}
    return {"correct": is_right} | named


def open_tests(course: Course, wishes: dict[str, int], *, by: Person, at: datetime) -> None:
    """One before the course and one after it, from one blueprint."""
    draws = dict.fromkeys(Tag.objects.filter(course=course, is_objective=True), wishes["of_each_objective"])
    before = quizzes.make_pre_test(course, draws, by=by, at=at)
    quizzes.make_post_test(course, by=by, at=at)
    after = quizzes.set_up_quiz(course, purpose=Purpose.POST, pass_percent=wishes["pass_percent"], by=by, at=at)
    for test in (before, after):
        quizzes.open_test(test, by=by, at=at)


def ask_opinions(course: Course, *, by: Person, at: datetime) -> None:
    """The evaluation, and a letter weeks later, both with the questions that every survey begins with."""
    for kind in SurveyKind:
        survey = surveys.start(course, kind, by=by, at=at)
        surveys.move(survey, SurveyState.OPEN, by=by, at=at)


def award_certificates(course: Course, wishes: dict[str, str], *, by: Person, at: datetime) -> None:
    """By itself, as soon as somebody has read everything, passed every quiz and the test, and said what they think."""
    asked = {"all_modules": True, "test_passed": True, "evaluation": True, "issued": Issued.AUTOMATIC}
    certificates.make_award(course.team, {"course": course, "language": "en", **asked, **wishes}, by=by, at=at)
