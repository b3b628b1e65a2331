import secrets
import uuid

from django.db import models
from django.db.models import Q

from accounts.people.models import OwnQuerySet, Person
from courseware.surveys.models.surveys import Question, Survey


class Filled(models.Model):
    """That the person has filled in the survey; certificates ask for it. What was answered is not to be found from
    here: answers have no key to this row and no moment, and this row has a day only."""

    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="filled")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()

    objects = OwnQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["survey", "person"], name="survey_filled_in_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.survey_id}"


class Asked(models.Model):
    """That the person was sent a link to the survey. `code` is what the link holds, signed."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.CASCADE, related_name="asked")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "asked"
        constraints = [models.UniqueConstraint(fields=["survey", "person"], name="asked_once_per_survey")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.survey_id}"


def in_no_order() -> int:
    """Keys that count up, or rows in the order of their coming, would tell whose answers stand side by side."""
    return secrets.randbelow(2**62) + 1


class Answer(models.Model):
    """What somebody answered to one question: a number (of a rating, a choice, 1 for yes), or own words.

    Nothing leads from here to a person, nor to the same person's other answers.
    """

    id = models.BigAutoField(primary_key=True, default=in_no_order)
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveSmallIntegerField(null=True)
    text = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(number__isnull=False, text="") | Q(number=None) & ~Q(text=""),
                name="answer_is_a_number_or_words",
            )
        ]

    def __str__(self) -> str:
        return self.text or str(self.number)
