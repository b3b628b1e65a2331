import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TypeVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from courseware.quizzes.models import Attempt
from courseware.quizzes.states import Purpose
from courseware.reading.models import Course, Module, Progress
from courseware.surveys.states import RATINGS, QuestionKind, SurveyKind, SurveyState
from events.programme.models import Event
from events.programme.states import EventState
from events.registration.models import Registration

T = TypeVar("T")


def words_in(by_language: Mapping[str, T], default: T) -> T:
    """What is written in the reader's language, else in the site's, else in any."""
    wanted = ((get_language() or "").partition("-")[0], settings.LANGUAGE_CODE, *by_language)
    return next((by_language[code] for code in wanted if by_language.get(code)), default)


def behind(person: Person, at: datetime) -> Q:
    """For surveys of courses: see waiting_for."""
    progress = Progress.objects.of(person).filter(module__course=OuterRef("course"))
    asked = Module.objects.published().originals().filter(course=OuterRef("course"))
    missing = asked.exclude(pk__in=Progress.objects.of(person).earned().values("module"))
    tested = Attempt.objects.of(person).submitted().filter(quiz__course=OuterRef("course"), quiz__purpose=Purpose.POST)
    is_over = Q(course__event__ends_at__lte=at)
    return Exists(progress.earned()) & ~Exists(missing) | Q(Exists(tested)) | is_over & Exists(progress)


class SurveyQuerySet(models.QuerySet["Survey"]):
    def managed_by(self, person: Person) -> "SurveyQuerySet":
        events, courses = Event.objects.managed_by(person), Course.objects.managed_by(person)
        return self.filter(Q(event__in=events) | Q(course__in=courses))

    def evaluations(self) -> "SurveyQuerySet":
        return self.filter(kind=SurveyKind.EVALUATION)

    def follow_ups(self) -> "SurveyQuerySet":
        return self.filter(kind=SurveyKind.FOLLOW_UP)

    def open(self) -> "SurveyQuerySet":
        return self.filter(state=SurveyState.OPEN)

    def shown_to(self, person: Person, at: datetime) -> "SurveyQuerySet":
        """Evaluations, open or closed, of courses the person may read and of events that began and where they are
        confirmed."""
        if not person.is_authenticated:
            return self.none()
        begun = Event.objects.filter(starts_at__lte=at).exclude(state=EventState.CANCELLED)
        held = Registration.objects.of(person).confirmed().filter(event__in=begun).values("event")
        concerned = Q(event__in=held) | Q(course__in=Course.objects.open_to(person))
        return self.evaluations().exclude(state=SurveyState.DRAFT).filter(concerned)

    def waiting_for(self, person: Person, at: datetime) -> "SurveyQuerySet":
        """Open evaluations that the person can fill in and has not, of events, and of courses that are behind them.

        A course is behind whoever has completed its modules or handed in the test after it, and, once its event is
        over, behind whoever has begun it. Before that the form can be filled in (`shown_to`), but is not asked for.
        """
        open_ones = self.shown_to(person, at).open().filter(Q(course=None) | behind(person, at))
        return open_ones.exclude(filled__person=person).select_related("course", "event")


class Survey(models.Model):
    """Questions about a course or an event: right after it, or `weeks` later by letter.

    Counters say how many filled it in and how many were asked by letter; people who are erased stay counted.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    course = models.ForeignKey(Course, null=True, blank=True, on_delete=models.CASCADE, related_name="surveys")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.CASCADE, related_name="surveys")
    kind = models.CharField(max_length=10, choices=SurveyKind.choices)
    state = models.CharField(max_length=10, choices=SurveyState.choices, default=SurveyState.DRAFT)
    introduction = models.JSONField(default=dict, blank=True, help_text="By language")
    weeks = models.PositiveSmallIntegerField(
        _("weeks later"), default=12, validators=[MinValueValidator(1), MaxValueValidator(104)]
    )
    filled_count = models.PositiveIntegerField(default=0, editable=False)
    asked_count = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(course=None, event__isnull=False) | Q(course__isnull=False, event=None),
                name="survey_of_a_course_or_of_an_event",
            ),
            models.UniqueConstraint(fields=["course", "kind"], name="one_survey_of_a_kind_per_course"),
            models.UniqueConstraint(fields=["event", "kind"], name="one_survey_of_a_kind_per_event"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.subject}"

    @property
    def subject(self) -> Course | Event:
        return self.course or self.event

    @property
    def about(self) -> str:
        return f"survey:{self.pk}"

    @property
    def greeting(self) -> str:
        """The introduction in the reader's language."""
        return words_in(self.introduction, "")

    @property
    def later(self) -> timedelta:
        return timedelta(weeks=self.weeks)


class QuestionQuerySet(models.QuerySet["Question"]):
    def standing(self) -> "QuestionQuerySet":
        return self.filter(replaced=False)


class Question(models.Model):
    """One question as it was worded when it was answered: once there are answers, another wording is another row.

    `words` and `choices` are by language, choices in the same order in each. `asked` counts the people who filled in
    the survey while it stood there.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="questions")
    kind = models.CharField(_("kind"), max_length=10, choices=QuestionKind.choices)
    words = models.JSONField(default=dict)
    choices = models.JSONField(default=dict, blank=True)
    asked = models.PositiveIntegerField(default=0, editable=False)
    replaced = models.BooleanField(default=False, editable=False)
    position = models.PositiveSmallIntegerField(default=0)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return words_in(self.words, "")

    @property
    def offered(self) -> list[tuple[int, str]]:
        """What can be chosen, as a number is kept of it, and its words; nothing for own words."""
        told = {
            QuestionKind.RATING: [(n, str(n)) for n in RATINGS],
            QuestionKind.CHOICE: list(enumerate(words_in(self.choices, []))),
            QuestionKind.YES_NO: [(1, _("yes")), (0, _("no"))],
        }
        return [(number, str(words)) for number, words in told.get(self.kind, [])]
