"""A course with its text and questions, read from the tables once for all formats."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse

from courseware.exchange.formats.course import CourseFile, Entry, ModuleText, SectionText
from courseware.quizzes.models import Question, Quiz, Slot
from courseware.quizzes.states import TOLD_AT_ONCE
from courseware.reading.models import Course, Module, Section
from intake.markup import to_html

_LINK = re.compile(r'(<a\b[^>]*\shref=")([^"]*)"')
Pairs = Sequence[tuple[Question, Entry]]


def course_file(course: Course) -> CourseFile:
    """Published modules, and the questions that are asked at present; in eight queries, however many there are."""
    modules = list(course.modules.published().prefetch_related("sections"))
    asked = Question.objects.approved().filter(course=course).order_by("module__position", "module", "position", "pk")
    asked = asked.select_related("module").prefetch_related("choices", "tags")
    pairs = [(question, _entry(question)) for question in asked]
    of_course = Quiz.objects.of_modules().filter(course=course).prefetch_related("slots")
    quizzes = {quiz.module_id: quiz for quiz in of_course}
    return CourseFile(
        slug=course.slug,
        title=course.title,
        language=modules[0].language if modules and modules[0].language else settings.LANGUAGE_CODE,
        summary=course.summary,
        modules=tuple(_module(course, each, quizzes.get(each.pk), pairs) for each in modules),
        entries=tuple(entry for _question, entry in pairs),
    )


def only(file: CourseFile, slugs: Collection[str]) -> CourseFile:
    """With these modules alone; with all of them where none is named."""
    return replace(file, modules=tuple(each for each in file.modules if each.slug in slugs)) if slugs else file


def _entry(question: Question) -> Entry:
    return Entry(
        item=question.item,
        code=str(question.code),
        tags=tuple(tag.name for tag in question.tags.all()),
        difficulty=question.difficulty,
        module=question.module.slug if question.module else "",
        passage=question.passage,
    )


def _module(course: Course, module: Module, quiz: Quiz | None, pairs: Pairs) -> ModuleText:
    page = settings.SITE_URL + reverse("reading:module", args=[course.slug, module.slug])
    return ModuleText(
        slug=module.slug,
        title=module.title,
        language=module.language,
        source=module.source,
        sections=tuple(_section(section, page) for section in module.sections.all()),
        quiz=tuple(_quiz(module, quiz, pairs)) if quiz else (),
        pass_percent=quiz.pass_percent if quiz else 0,
        rules=tuple(_rules(quiz)) if quiz else (),
    )


def _section(section: Section, page: str) -> SectionText:
    """Links within the site are written in full: beside a file of a package there is nothing of ours."""
    html = _LINK.sub(lambda found: f'{found[1]}{urljoin(page, found[2])}"', to_html(section.body))
    return SectionText(str(section.code), section.heading, html)


def _quiz(module: Module, quiz: Quiz, pairs: Pairs) -> list[Entry]:
    """In the order of its slots; a draw is served with the first that it could take."""
    slots = list(quiz.slots.all())
    if not slots:
        return [entry for question, entry in pairs if question.module_id == module.pk]
    found: dict[int, Entry] = {}
    fixed = {slot.question_id for slot in slots}
    for slot in slots:
        fitting = [pair for pair in pairs if pair[0].pk not in found and _fits(slot, pair[0], fixed)]
        found |= {question.pk: replace(entry, points=slot.points) for question, entry in fitting[: slot.count]}
    return list(found.values())


def _fits(slot: Slot, question: Question, fixed: Collection[int | None]) -> bool:
    if slot.question_id or question.pk in fixed:
        return slot.question_id == question.pk
    wanted: Mapping[str, int | None] = {"module_id": slot.module_id, "difficulty": slot.difficulty}
    tagged = slot.tag_id is None or slot.tag_id in {tag.pk for tag in question.tags.all()}
    return tagged and all(value in (None, getattr(question, name)) for name, value in wanted.items())


def _rules(quiz: Quiz) -> list[str]:
    """What of a quiz's rules stays behind, as codes of Loss."""
    stays = {
        "draws": any(slot.question_id is None for slot in quiz.slots.all()),
        "limits": bool(quiz.attempts_allowed or quiz.time_limit_minutes or quiz.wait_minutes),
        "tries": quiz.behaviour in TOLD_AT_ONCE,
    }
    return [code for code, is_so in stays.items() if is_so]
