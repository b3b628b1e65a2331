import uuid

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from courseware.quizzes.states import Kind, Layout, Reason, Recorded, Review
from courseware.reading.models import Course, Module, Section


class QuizQuerySet(models.QuerySet["Quiz"]):
    def out_of_step(self) -> "QuizQuerySet":
        """Those whose module was corrected since the questions were last compared with its text."""
        return self.exclude(checked_revision=F("module__revision"))

    def with_size(self) -> "QuizQuerySet":
        """`size`: how many questions a new attempt would hold."""
        questions = Question.objects.approved().filter(module=OuterRef("module")).order_by().values("module")
        return self.annotate(size=Coalesce(Subquery(questions.annotate(n=Count("pk")).values("n")), 0))

    def with_standing(self, person: Person) -> "QuizQuerySet":
        """`is_passed`, `is_open` (an attempt waits to be finished), `best` (percent, None before the first result)."""
        own = Attempt.objects.of(person).filter(quiz=OuterRef("pk"))
        percent = Max(100 * F("right_count") / F("question_count"))
        best = own.submitted().order_by().values("quiz").annotate(best=percent).values("best")
        return self.annotate(is_passed=Exists(own.passed()), is_open=Exists(own.open()), best=Subquery(best))

    def missing_for(self, person: Person) -> "QuizQuerySet":
        """Quizzes that hold a question and that the person has not passed."""
        return self.with_size().with_standing(person).filter(size__gt=0, is_passed=False)


class Quiz(models.Model):
    """The check at the end of a module; its questions are the approved ones of the module."""

    module = models.OneToOneField(Module, on_delete=models.CASCADE, related_name="quiz")
    layout = models.CharField(_("pages"), max_length=10, choices=Layout.choices, default=Layout.ONE_BY_ONE)
    pass_percent = models.PositiveSmallIntegerField(
        _("percent needed to pass"), default=70, validators=[MaxValueValidator(100)]
    )

    checked_revision = models.PositiveIntegerField(
        default=0, editable=False, help_text="Module.revision when the passages were last found in the text"
    )

    objects = QuizQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "quizzes"
        constraints = [models.CheckConstraint(condition=Q(pass_percent__lte=100), name="pass_percent_up_to_100")]

    def __str__(self) -> str:
        return str(self.module)


class QuestionQuerySet(models.QuerySet["Question"]):
    def approved(self) -> "QuestionQuerySet":
        return self.filter(review=Review.APPROVED)

    def to_review(self) -> "QuestionQuerySet":
        return self.filter(review=Review.DRAFTED)

    def rejected(self) -> "QuestionQuerySet":
        return self.filter(review=Review.REJECTED)

    def managed_by(self, person: Person) -> "QuestionQuerySet":
        return self.filter(module__course__in=Course.objects.managed_by(person))


class Question(models.Model):
    """A stem, its choices and the passage that supports the key. Only approved ones reach trainees."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    module = models.ForeignKey(Module, on_delete=models.CASCADE, related_name="questions")
    section = models.ForeignKey(Section, null=True, blank=True, on_delete=models.SET_NULL, related_name="questions")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    stem = models.TextField(_("question"))
    passage = models.TextField(_("supporting passage"), blank=True)
    review = models.CharField(max_length=10, choices=Review.choices, default=Review.DRAFTED)
    drafted = models.BooleanField(default=False, help_text="Written by the drafting code, not by a person")
    score = models.FloatField(null=True, help_text="0–1, the drafting code's own judgement")
    type = models.CharField(max_length=30, blank=True, help_text="How the drafting code made it")
    lint = models.JSONField(default=list, blank=True, help_text="Rules that advise a second look, as drafted")
    position = models.PositiveSmallIntegerField(default=0)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.stem


class Choice(models.Model):
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    text = models.TextField(_("answer"))
    correct = models.BooleanField(_("right"), default=False)
    feedback = models.TextField(_("feedback"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class QuestionReview(models.Model):
    """A decision on a question, kept with its wording `before` and `after`: what a later ranking can be fitted on.

    `by` is the opaque code of a person, as in the audit trail.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="reviews")
    verdict = models.CharField(max_length=10, choices=Recorded.choices)
    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)
    by = models.UUIDField(null=True)
    at = models.DateTimeField()
    before = models.JSONField(help_text="kind, stem, passage, choices with text, correct, feedback")
    after = models.JSONField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.question_id} {self.verdict}"


class AttemptQuerySet(models.QuerySet["Attempt"]):
    def of(self, person: Person) -> "AttemptQuerySet":
        return self.filter(person=person) if person.is_authenticated else self.none()

    def open(self) -> "AttemptQuerySet":
        return self.filter(submitted_at=None)

    def submitted(self) -> "AttemptQuerySet":
        return self.exclude(submitted_at=None)

    def passed(self) -> "AttemptQuerySet":
        return self.submitted().filter(passed=True)


class Attempt(models.Model):
    """One try at a quiz, written when it starts: its responses freeze which questions it holds, and their order."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="attempts")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="attempts")
    started_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True)
    right_count = models.PositiveSmallIntegerField(default=0)
    question_count = models.PositiveSmallIntegerField()
    passed = models.BooleanField(default=False)

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["quiz", "person"], condition=Q(submitted_at=None), name="one_open_attempt_per_quiz"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.quiz_id}"

    @property
    def about(self) -> str:
        return f"attempt:{self.pk}"

    @property
    def percent(self) -> int:
        return 100 * self.right_count // self.question_count if self.question_count else 0


class ResponseQuerySet(models.QuerySet["Response"]):
    def unanswered(self) -> "ResponseQuerySet":
        return self.filter(answered_at=None)

    def in_full(self) -> "ResponseQuerySet":
        """With all that a page about them shows, in three queries."""
        return self.select_related("question__section").prefetch_related("question__choices", "chosen")


class Response(models.Model):
    """One question within an attempt, with what the person chose."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="responses")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="responses")
    position = models.PositiveSmallIntegerField()
    chosen = models.ManyToManyField(Choice, related_name="+", blank=True)
    answered_at = models.DateTimeField(null=True)
    is_right = models.BooleanField(null=True)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "question"], name="question_once_per_attempt"),
            models.UniqueConstraint(fields=["attempt", "position"], name="position_once_per_attempt"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt_id} {self.position}"
