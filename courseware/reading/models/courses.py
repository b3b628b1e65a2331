import uuid

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.reading.models.progress import SectionRead
from courseware.reading.states import Access, Completion, Shown
from events.programme.models import Event
from events.registration.models import Registration
from intake.models import SourceDocument


def total(rows: models.QuerySet, key: str, what: models.Aggregate | None = None) -> Coalesce:
    """Over those `rows` whose `key` is the row at hand: a subquery each, so that several totals cannot multiply."""
    sums = rows.order_by().filter(**{key: OuterRef("pk")}).values(key).annotate(total=what or Count("pk"))
    return Coalesce(Subquery(sums.values("total")), 0)


class CourseQuerySet(models.QuerySet["Course"]):
    def listed(self) -> "CourseQuerySet":
        """Courses whose overview anybody may see."""
        return self.filter(state=Shown.PUBLISHED).exclude(access=Access.TEAM)

    def visible_to(self, person: Person) -> "CourseQuerySet":
        team = Q(team__in=Team.objects.joined_by(person))
        return self.filter(Q(state=Shown.PUBLISHED) & ~Q(access=Access.TEAM) | team)

    def open_to(self, person: Person) -> "CourseQuerySet":
        """Courses whose modules the person may read."""
        if not person.is_authenticated:
            return self.none()
        registered = Registration.objects.of(person).live().values("event")
        everybody = Q(state=Shown.PUBLISHED, access=Access.SIGNED_IN)
        invited = Q(state=Shown.PUBLISHED, access=Access.REGISTERED, event__in=registered)
        return self.filter(everybody | invited | Q(team__in=Team.objects.joined_by(person)))

    def managed_by(self, person: Person) -> "CourseQuerySet":
        return self.filter(team__in=Team.objects.managed_by(person))

    def run_by(self, person: Person) -> "CourseQuerySet":
        return self.filter(team__in=Team.objects.joined_by(person))

    def with_size(self) -> "CourseQuerySet":
        """`module_count` and `minutes`, of the published modules."""
        published = Module.objects.published()
        minutes = total(published, "course", Sum("reading_minutes"))
        return self.annotate(module_count=total(published, "course"), minutes=minutes)

    def with_progress(self, person: Person) -> "CourseQuerySet":
        """`section_count` and `read_count`, of the published modules."""
        sections = Section.objects.filter(module__state=Shown.PUBLISHED)
        read = SectionRead.objects.of(person).filter(section__module__state=Shown.PUBLISHED)
        return self.annotate(
            section_count=total(sections, "module__course"), read_count=total(read, "section__module__course")
        )


class Course(models.Model):
    """Reading modules around a gathering, or on their own."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="courses")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.SET_NULL, related_name="courses")
    slug = models.SlugField(_("address of the page"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=250)
    summary = models.TextField(_("summary"), blank=True)
    state = models.CharField(max_length=10, choices=Shown.choices, default=Shown.DRAFT)
    access = models.CharField(_("who may read"), max_length=10, choices=Access.choices, default=Access.SIGNED_IN)
    created_at = models.DateTimeField(editable=False)

    objects = CourseQuerySet.as_manager()

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    @property
    def about(self) -> str:
        return f"course:{self.pk}"


class ModuleQuerySet(models.QuerySet["Module"]):
    def published(self) -> "ModuleQuerySet":
        return self.filter(state=Shown.PUBLISHED)

    def open_to(self, person: Person) -> "ModuleQuerySet":
        """Published modules of open courses; the team also sees its drafts."""
        team = Q(course__team__in=Team.objects.joined_by(person))
        return self.filter(course__in=Course.objects.open_to(person)).filter(Q(state=Shown.PUBLISHED) | team)

    def visible_to(self, person: Person) -> "ModuleQuerySet":
        """Modules whose title may be seen; reading them is another question."""
        team = Q(course__team__in=Team.objects.joined_by(person))
        return self.filter(course__in=Course.objects.visible_to(person)).filter(Q(state=Shown.PUBLISHED) | team)

    def managed_by(self, person: Person) -> "ModuleQuerySet":
        return self.filter(course__in=Course.objects.managed_by(person))

    def with_progress(self, person: Person) -> "ModuleQuerySet":
        """`section_count` and `read_count`."""
        read = total(SectionRead.objects.of(person), "section__module")
        return self.annotate(section_count=total(Section.objects.all(), "module"), read_count=read)


class Module(models.Model):
    """One article, read in sections. `position` orders it within its course.

    An entry of `abbreviations` with `stated` False is a known body that the text names and does not spell out.
    """

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="modules")
    slug = models.SlugField(max_length=80)
    state = models.CharField(max_length=10, choices=Shown.choices, default=Shown.DRAFT)
    title = models.CharField(_("title"), max_length=250)
    author = models.CharField(_("author"), max_length=150, blank=True)
    published_on = models.DateField(_("first published on"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=500, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True)
    reading_minutes = models.PositiveSmallIntegerField(_("reading minutes"), default=1)
    key_terms = models.JSONField(_("key terms"), default=list, blank=True)
    abbreviations = models.JSONField(default=list, blank=True)
    captions = models.JSONField(default=list, blank=True)
    publisher = models.CharField(_("publisher"), max_length=200, blank=True)
    quotes = models.JSONField(default=list, blank=True, help_text="Quotations that the original sets apart")
    objectives = models.JSONField(default=list, blank=True, help_text="text, and evidence where it was drafted")
    terms = models.JSONField(default=list, blank=True, help_text="term, and the sentence that explains it")
    position = models.PositiveSmallIntegerField(default=0)
    revision = models.PositiveIntegerField(default=0, editable=False, help_text="Counts the corrections of the text")
    document = models.ForeignKey(SourceDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    completion = models.CharField(
        _("complete when"), max_length=10, choices=Completion.choices, default=Completion.SECTIONS
    )
    minimum_minutes = models.PositiveSmallIntegerField(_("minutes to spend at least"), default=0)
    requires = models.ManyToManyField("self", symmetrical=False, blank=True, related_name="opens")
    original = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="versions", verbose_name=_("original")
    )
    original_revision = models.PositiveIntegerField(
        default=0, editable=False, help_text="Revision of the original that this language version was last compared with"
    )

    objects = ModuleQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "slug"], name="module_address_once_per_course"),
            models.CheckConstraint(condition=~Q(original=F("pk")), name="module_is_not_its_own_original"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def about(self) -> str:
        return f"module:{self.pk}"

    @property
    def is_behind_original(self) -> bool:
        """Whether the text that this language version was made from has been corrected since. Needs `original`."""
        return self.original is not None and self.original.revision > self.original_revision

    @property
    def unexplained_terms(self) -> list[str]:
        """The key terms for which the text has no sentence of their own."""
        explained = {each["term"] for each in self.terms}
        return [term for term in self.key_terms if term not in explained]


class SectionQuerySet(models.QuerySet["Section"]):
    def open_to(self, person: Person) -> "SectionQuerySet":
        return self.filter(module__in=Module.objects.open_to(person))

    def with_progress(self, person: Person) -> "SectionQuerySet":
        """`is_read`: by this person."""
        return self.annotate(is_read=Exists(SectionRead.objects.of(person).filter(section=OuterRef("pk"))))


class Section(models.Model):
    """A part of a module that is read in one go. `body` is Markdown; `blocks` are the numbers it was drafted from."""

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    module = models.ForeignKey(Module, on_delete=models.CASCADE, related_name="sections")
    heading = models.CharField(_("heading"), max_length=250, blank=True)
    heading_proposed = models.BooleanField(
        default=False, help_text="The original has no heading here, and nobody has looked at ours"
    )
    body = models.TextField(_("text"))
    blocks = models.JSONField(default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = SectionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.heading or str(_("Opening"))

    @property
    def anchor(self) -> str:
        return f"section-{self.code}"
