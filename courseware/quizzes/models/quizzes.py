import uuid
from fractions import Fraction

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.quizzes.models.attempts import Attempt, Grade
from courseware.quizzes.models.fields import FractionField
from courseware.quizzes.models.questions import Question, Tag
from courseware.quizzes.states import Behaviour, GradeMethod, Layout, Purpose, Review, Reviewed
from courseware.reading.models import Course, Module


def everything() -> list[str]:
    return [str(each) for each in Reviewed]


class QuizQuerySet(models.QuerySet["Quiz"]):
    def of_modules(self) -> "QuizQuerySet":
        return self.filter(purpose=Purpose.MODULE)

    def managed_by(self, person: Person) -> "QuizQuerySet":
        return self.filter(course__in=Course.objects.managed_by(person))

    def open_to(self, person: Person) -> "QuizQuerySet":
        """Quizzes of modules that the person may read, and opened tests of courses that are open to them; the team sees
        its own tests before they are opened."""
        unlocked = Q(module__in=Module.objects.unlocked_for(person))
        opened = Q(opened_at__isnull=False) | Q(course__team__in=Team.objects.joined_by(person))
        return self.filter(unlocked | Q(module=None) & opened, course__in=Course.objects.open_to(person))

    def of_course(self, course: Course) -> "QuizQuerySet":
        """The tests before and after it."""
        return self.exclude(purpose=Purpose.MODULE).filter(course=course)

    def out_of_step(self) -> "QuizQuerySet":
        """Those whose module was corrected since the questions were last compared with its text."""
        return self.of_modules().exclude(checked_revision=F("module__revision"))

    def with_size(self) -> "QuizQuerySet":
        """`size`: how many questions an attempt at each holds."""
        questions = Question.objects.approved().filter(module=OuterRef("module")).order_by().values("module")
        of_module = Subquery(questions.annotate(n=Count("pk")).values("n"))
        in_slots = Slot.objects.asked().filter(quiz=Coalesce(OuterRef("blueprint"), OuterRef("pk"))).order_by()
        return self.annotate(
            size=Coalesce(Subquery(in_slots.values("quiz").annotate(n=Sum("count")).values("n")), of_module, 0)
        )

    def with_standing(self, person: Person) -> "QuizQuerySet":
        """`is_passed`, `is_open` (an attempt waits to be finished), `best`: the percent that counts, or None.

        Whether it may be shown says standing.told_of_all, by `first_at` and `last_at`: when attempts were handed in.
        """
        own = Attempt.objects.of(person).filter(quiz=OuterRef("pk"))
        grade = Grade.objects.filter(quiz=OuterRef("pk"), person=person.pk)
        ends = own.submitted().values("submitted_at")
        return self.annotate(
            is_passed=Exists(grade.filter(passed=True)),
            is_open=Exists(own.open()),
            best=Subquery(grade.values("percent")),
            first_at=Subquery(ends.order_by("submitted_at")[:1]),
            last_at=Subquery(ends.order_by("-submitted_at")[:1]),
        )

    def missing_for(self, person: Person) -> "QuizQuerySet":
        """Quizzes of modules that hold a question and that the person has not passed."""
        return self.of_modules().with_size().with_standing(person).filter(size__gt=0, is_passed=False)


class Quiz(models.Model):
    """The check at the end of a module, or a test before or after a course.

    It asks what its slots say; without slots, a module's quiz asks every approved question of the module. A test after
    the course asks what the slots of its `blueprint`, the test before it, say.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="quizzes")
    module = models.OneToOneField(Module, null=True, blank=True, on_delete=models.CASCADE, related_name="quiz")
    purpose = models.CharField(max_length=10, choices=Purpose.choices, default=Purpose.MODULE)
    title = models.CharField(_("title"), max_length=250, blank=True)
    blueprint = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="copies")
    layout = models.CharField(_("pages"), max_length=10, choices=Layout.choices, default=Layout.ONE_BY_ONE)
    behaviour = models.CharField(
        _("feedback and tries"), max_length=10, choices=Behaviour.choices, default=Behaviour.IMMEDIATE
    )
    tries = models.PositiveSmallIntegerField(
        _("tries for each question"), default=3, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    penalty = FractionField(_("what each further try costs"), default=Fraction(1, 3))
    pass_percent = models.PositiveSmallIntegerField(
        _("percent needed to pass"), default=70, validators=[MaxValueValidator(100)]
    )
    shuffle_questions = models.BooleanField(_("ask in a new order each time"), default=False)
    shuffle_choices = models.BooleanField(_("offer the choices in a new order each time"), default=True)
    attempts_allowed = models.PositiveSmallIntegerField(_("attempts allowed"), default=0, help_text=_("0: any number"))
    wait_minutes = models.PositiveIntegerField(_("minutes to wait between two attempts"), default=0)
    time_limit_minutes = models.PositiveSmallIntegerField(_("minutes for an attempt"), default=0)
    grace_seconds = models.PositiveSmallIntegerField(_("seconds of grace for answers on their way"), default=60)
    grade_method = models.CharField(
        _("attempt that counts"), max_length=10, choices=GradeMethod.choices, default=GradeMethod.HIGHEST
    )
    opened_at = models.DateTimeField(
        null=True, editable=False, help_text="A test of a course: since when trainees may take it; None: not yet"
    )
    closes_at = models.DateTimeField(_("closes"), null=True, blank=True)
    review_after = models.JSONField(_("shown right after handing in"), default=everything, blank=True)
    review_later = models.JSONField(_("shown later, while the quiz is open"), default=everything, blank=True)
    review_closed = models.JSONField(_("shown once the quiz is closed"), default=everything, blank=True)
    checked_revision = models.PositiveIntegerField(
        default=0, editable=False, help_text="Module.revision when the passages were last found in the text"
    )

    objects = QuizQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "quizzes"
        constraints = [
            models.CheckConstraint(condition=Q(pass_percent__lte=100), name="pass_percent_up_to_100"),
            models.CheckConstraint(
                condition=Q(purpose=Purpose.MODULE, module__isnull=False)
                | ~Q(purpose=Purpose.MODULE) & Q(module__isnull=True),
                name="only_quizzes_of_modules_have_one",
            ),
            models.UniqueConstraint(
                fields=["course", "purpose"],
                condition=~Q(purpose=Purpose.MODULE),
                name="one_test_before_and_one_after_a_course",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.module or capfirst(self.get_purpose_display()))

    @property
    def about(self) -> str:
        return f"quiz:{self.pk}"


class SlotQuerySet(models.QuerySet["Slot"]):
    def asked(self) -> "SlotQuerySet":
        """Draws, and the fixed questions that are approved at present."""
        return self.filter(Q(question=None) | Q(question__review=Review.APPROVED))


class Slot(models.Model):
    """One place in a quiz: a fixed question (its standing version is asked), or a draw of `count` from the bank.

    A draw takes approved questions with all that is named: module, tag, difficulty. `points` is for each question.
    """

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="slots")
    question = models.ForeignKey(Question, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    module = models.ForeignKey(Module, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    tag = models.ForeignKey(Tag, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    difficulty = models.PositiveSmallIntegerField(null=True, blank=True)
    count = models.PositiveSmallIntegerField(_("how many"), default=1)
    points = FractionField(_("points for each"), default=Fraction(1))
    position = models.PositiveSmallIntegerField(default=0)

    objects = SlotQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.question or self.tag or self.module or self.pk)


class Allowance(models.Model):
    """More time or more attempts for one person, and why: a disability, a broken line."""

    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="allowances")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    extra_minutes = models.PositiveSmallIntegerField(_("more minutes"), default=0)
    extra_attempts = models.PositiveSmallIntegerField(_("more attempts"), default=0)
    reason = models.CharField(_("reason"), max_length=250)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["quiz", "person"], name="one_allowance_per_quiz")]

    def __str__(self) -> str:
        return self.reason
