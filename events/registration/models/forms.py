import json
import uuid
from hashlib import sha256

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from events.programme.models import Event
from events.registration.models.attachments import Attachment
from events.registration.models.invitations import Delegation
from events.registration.models.registrations import Registration
from events.registration.states import KIND_WORDS, WITH_CHOICES, Kind, RegistrationState, SeenBy

FIELD_PREFIX = "q-"
YES, NO = "yes", "no"


class QuestionQuerySet(models.QuerySet["Question"]):
    def asked(self) -> "QuestionQuerySet":
        """The form as it stands; what was changed or removed stays for the answers that were given to it."""
        return self.filter(retired_at=None)


class Question(models.Model):
    """One question of an event's form, beside name, country, agency, position and language, which everybody is asked.

    A question that has answers is never changed: its new wording is a new row with the same `key`, and the old row is
    retired. So an answer stays readable under the words that it was given to.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="questions")
    key = models.SlugField(_("key"), max_length=40)
    section = models.CharField(_("section"), max_length=120, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    label = models.CharField(_("question"), max_length=300)
    help = models.CharField(_("help"), max_length=400, blank=True)
    required = models.BooleanField(_("must be answered"), default=False)
    choices = models.JSONField(_("choices"), default=list, blank=True, help_text="[{key, label}], keys never change")
    shown_if_key = models.CharField(_("only shown if"), max_length=40, blank=True)
    shown_if_value = models.CharField(_("is answered with"), max_length=120, blank=True)
    seen_by = models.CharField(_("who may see it"), max_length=12, choices=SeenBy.choices, default=SeenBy.ORGANIZERS)
    purpose = models.CharField(_("what it is asked for"), max_length=300)
    kept_days = models.PositiveSmallIntegerField(_("days kept after the event"), default=90)
    position = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "key"], condition=Q(retired_at=None), name="one_question_per_key_is_asked"
            )
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def field_name(self) -> str:
        """Its name on the form people fill in. It changes with the words, so that an answer given to others is told."""
        words = json.dumps([self.kind, self.label, self.choices], sort_keys=True)
        return f"{FIELD_PREFIX}{self.key}-{sha256(words.encode()).hexdigest()[:8]}"

    @property
    def kind_words(self) -> str:
        return str(KIND_WORDS.get(self.kind) or self.get_kind_display())

    @property
    def labels(self) -> dict[str, str]:
        """The choices by their keys; of a yes-or-no question none, since those are worded where they are shown."""
        return {choice["key"]: choice["label"] for choice in self.choices}

    @property
    def conditions(self) -> list[str]:
        """The values that another question may be shown for."""
        if self.kind == Kind.YES_NO:
            return [YES, NO]
        return list(self.labels) if self.kind in WITH_CHOICES else []

    def is_answered_with(self, value: object, wanted: str) -> bool:
        """`value` as an Answer holds it; `wanted` one of `conditions`."""
        if isinstance(value, bool):
            return value == (wanted == YES)
        return wanted in value if isinstance(value, list) else value == wanted

    def still_takes(self, answer: "Answer") -> bool:
        """Whether an answer given to an earlier wording of it can stand under this one."""
        if answer.question.kind != self.kind:
            return False
        keys = answer.value if isinstance(answer.value, list) else [answer.value]
        return self.kind not in WITH_CHOICES or set(keys) <= set(self.labels)


class AnswerQuerySet(models.QuerySet["Answer"]):
    def readable_by(self, person: Person) -> "AnswerQuerySet":
        """The person's own, those at events that they decide about, and those that the whole team may see."""
        if not person.is_authenticated:
            return self.none()
        managed, run = Event.objects.managed_by(person), Event.objects.run_by(person)
        for_desk = Q(registration__event__in=managed) | Q(registration__event__in=run, question__seen_by=SeenBy.TEAM)
        proven = ~Q(registration__state=RegistrationState.DRAFT)
        return self.filter(Q(registration__person=person) | for_desk & proven)


def attachments_for(person: Person) -> models.QuerySet[Attachment]:
    """Files that the person may open: handed in with an answer that they may read, or with a list of nominees."""
    if not person.is_authenticated:
        return Attachment.objects.none()
    answered = Answer.objects.readable_by(person).filter(file__isnull=False).values("file")
    delegations = (Delegation.objects.of(person) | Delegation.objects.managed_by(person)).filter(note__isnull=False)
    return Attachment.objects.filter(Q(pk__in=answered) | Q(pk__in=delegations.values("note")))


class Answer(models.Model):
    """What was answered to a question; one that was left empty has no row.

    `value` by kind: a number is the text of a Decimal ("1.50"), since floats would round it; a choice is its key and
    several are a list of keys in the order of the form; yes or no is a boolean; a date is its ISO text; a country its
    two letters; a file has None here and its row in `file`; all else is text.
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    value = models.JSONField(null=True)
    file = models.ForeignKey(Attachment, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = AnswerQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["registration", "question"], name="one_answer_per_question")]

    def __str__(self) -> str:
        return f"{self.registration_id} {self.question_id}"
