import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from courseware.quizzes.items import Item, Option, as_read, in_brief
from courseware.quizzes.models.fields import FractionField
from courseware.quizzes.states import Difficulty, Kind, Reason, Recorded, Review
from courseware.reading.models import Course, Module, Section


class Tag(models.Model):
    """A word that questions of a course are found and drawn by. An objective is what learning gain is told for."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(_("tag"), max_length=80)
    is_objective = models.BooleanField(_("this is a learning objective"), default=False)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["course", "name"], name="tag_once_per_course")]

    def __str__(self) -> str:
        return self.name


class QuestionQuerySet(models.QuerySet["Question"]):
    def approved(self) -> "QuestionQuerySet":
        return self.filter(review=Review.APPROVED)

    def to_review(self) -> "QuestionQuerySet":
        return self.filter(review=Review.DRAFTED)

    def standing(self) -> "QuestionQuerySet":
        """The latest version of each question."""
        return self.exclude(review=Review.REPLACED)


class Question(models.Model):
    """One version of a question in a course's bank: stem, choices, the passage behind it. Approved ones reach trainees.

    Versions of the same question share `series`; all but the latest are REPLACED, and stay as attempts hold them.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    series = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    version = models.PositiveSmallIntegerField(default=1, editable=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="questions")
    module = models.ForeignKey(Module, null=True, blank=True, on_delete=models.CASCADE, related_name="questions")
    section = models.ForeignKey(Section, null=True, blank=True, on_delete=models.SET_NULL, related_name="questions")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    stem = models.TextField(_("question"), help_text="A cloze holds its gaps as [[1]], [[2]] …")
    feedback = models.TextField(_("feedback for everybody"), blank=True)
    difficulty = models.PositiveSmallIntegerField(
        _("difficulty"), choices=Difficulty.choices, default=Difficulty.MEDIUM
    )
    tags = models.ManyToManyField(Tag, blank=True, related_name="questions")
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
        constraints = [models.UniqueConstraint(fields=["series", "version"], name="version_once_per_question")]

    def __str__(self) -> str:
        return as_read(self.kind, self.stem)

    @property
    def brief(self) -> str:
        """What tells it from others in a list."""
        return in_brief(str(self))

    @property
    def about(self) -> str:
        return f"question:{self.series}"

    @property
    def item(self) -> Item:
        """What marking, export and statistics work on. Wants `choices` prefetched."""
        return Item(self.kind, self.stem, tuple(each.option for each in self.choices.all()), self.feedback)


class Choice(models.Model):
    """One line of a question, by kind: an answer to choose, a pair, a step in its place, an accepted answer.

    `key` names it within its question and stays the same from version to version; answers refer to it.
    """

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="choices")
    key = models.PositiveSmallIntegerField()
    text = models.TextField(_("answer"), blank=True)
    correct = models.BooleanField(_("right"), default=False)
    feedback = models.TextField(_("feedback"), blank=True)
    weight = FractionField(_("share of the mark"), null=True, blank=True, help_text="None: as the kind has it")
    match = models.TextField(_("goes with"), blank=True, help_text="Matching: the answer that belongs to `text`")
    gap = models.PositiveSmallIntegerField(_("gap"), default=0, help_text="Cloze: the gap it is offered for")
    tolerance = models.DecimalField(_("tolerance"), max_digits=20, decimal_places=8, null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["question", "key"], name="choice_key_once_per_question")]

    @property
    def option(self) -> Option:
        return Option(
            self.key, self.text, self.correct, self.feedback, self.weight, self.match, self.gap, self.tolerance
        )

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
