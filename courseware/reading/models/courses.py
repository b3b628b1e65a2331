import uuid

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from accounts.people.models import Person
from accounts.teams.models import Team
from courseware.reading.models.progress import Note, Progress, SectionRead
from courseware.reading.progress import Rule
from courseware.reading.states import Access, Completion, ModuleState, Shown
from events.programme.models import Event
from events.registration.models import Registration
from intake.models import SourceDocument

# Of the module, or section, at hand: the original where it is a language version, else itself. Progress is kept there.
ORIGINAL = Coalesce(OuterRef("original_id"), OuterRef("pk"))


def total(
    rows: models.QuerySet, key: str, what: models.Aggregate | None = None, *, of: OuterRef | Coalesce | None = None
) -> Coalesce:
    """Over those `rows` whose `key` is the row at hand: a subquery each, so that several totals cannot multiply."""
    sums = rows.order_by().filter(**{key: of or OuterRef("pk")}).values(key).annotate(total=what or Count("pk"))
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
        """`module_count` and `minutes`, of the published modules; one that stands in several languages counts once."""
        published = Module.objects.published().originals()
        minutes = total(published, "course", Sum("reading_minutes"))
        return self.annotate(module_count=total(published, "course"), minutes=minutes)

    def with_progress(self, person: Person) -> "CourseQuerySet":
        """`section_count` and `read_count`, of the published modules; language versions count as their original."""
        published = Module.objects.published().originals()
        sections = Section.objects.filter(module__in=published)
        read = SectionRead.objects.of(person).filter(section__module__in=published)
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


# A language version is shown together with its original, never alone.
PUBLISHED = Q(state=Shown.PUBLISHED) & (Q(original=None) | Q(original__state=Shown.PUBLISHED))


class ModuleQuerySet(models.QuerySet["Module"]):
    def published(self) -> "ModuleQuerySet":
        return self.filter(PUBLISHED)

    def originals(self) -> "ModuleQuerySet":
        """Without language versions: what is counted, asked for first, and completed."""
        return self.filter(original=None)

    def open_to(self, person: Person) -> "ModuleQuerySet":
        """Unlocked modules of open courses."""
        return self.filter(course__in=Course.objects.open_to(person)).unlocked_for(person)

    def unlocked_for(self, person: Person) -> "ModuleQuerySet":
        """Published modules whose prerequisites the person has met; the team sees all of its own.

        What was completed once stays open, whatever is asked for first later.
        """
        team = Q(course__team__in=Team.objects.joined_by(person))
        earned = Progress.objects.of(person).earned()
        first = Module.requires.through.objects.filter(from_module=ORIGINAL, to_module__state=Shown.PUBLISHED)
        unmet = first.exclude(to_module__in=earned.values("module"))
        unlocked = ~Exists(unmet) | Exists(earned.filter(module=ORIGINAL))
        return self.filter(team | PUBLISHED & unlocked)

    def visible_to(self, person: Person) -> "ModuleQuerySet":
        """Modules whose title may be seen; reading them is another question."""
        team = Q(course__team__in=Team.objects.joined_by(person))
        return self.filter(course__in=Course.objects.visible_to(person)).filter(PUBLISHED | team)

    def managed_by(self, person: Person) -> "ModuleQuerySet":
        return self.filter(course__in=Course.objects.managed_by(person))

    def with_size(self) -> "ModuleQuerySet":
        """`own_count`: how many sections it has itself, which for a language version may be fewer than the original."""
        return self.annotate(own_count=total(Section.objects.all(), "module"))

    def with_progress(self, person: Person) -> "ModuleQuerySet":
        """`section_count`, `read_count`, `seconds`, `standing` (a ModuleState), `place` (the code of a section).

        A language version has those of its original.
        """
        own = Progress.objects.of(person).filter(module=ORIGINAL)
        return self.annotate(
            section_count=total(Section.objects.all(), "module", of=ORIGINAL),
            read_count=total(SectionRead.objects.of(person), "section__module", of=ORIGINAL),
            seconds=Coalesce(Subquery(own.values("seconds")), 0),
            standing=Coalesce(Subquery(own.values("state")), Value(ModuleState.INCOMPLETE.value)),
            place=Subquery(own.values("section__code")),
        )

    def with_access(self, person: Person) -> "ModuleQuerySet":
        """`is_open`: the person may read it."""
        return self.annotate(is_open=Exists(Module.objects.open_to(person).filter(pk=OuterRef("pk"))))

    def family_of(self, module: "Module") -> "ModuleQuerySet":
        """The original and its language versions."""
        head = module.original_id or module.pk
        return self.filter(Q(pk=head) | Q(original=head))


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
        default=0,
        editable=False,
        help_text="Revision of the original that this language version was last compared with",
    )

    objects = ModuleQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "slug"], name="module_address_once_per_course"),
            models.CheckConstraint(condition=~Q(original=F("pk")), name="module_is_not_its_own_original"),
            models.UniqueConstraint(
                fields=["original", "language"], condition=Q(original__isnull=False), name="one_version_per_language"
            ),
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
    def rule(self) -> Rule:
        return Rule(self.completion, self.minimum_minutes)

    @property
    def minutes_expected(self) -> int:
        """What the minutes spent are shown against: those that are asked for, else the time that reading takes."""
        return (self.rule.wants_minutes and self.minimum_minutes) or self.reading_minutes

    @property
    def unexplained_terms(self) -> list[str]:
        """The key terms for which the text has no sentence of their own."""
        explained = {each["term"] for each in self.terms}
        return [term for term in self.key_terms if term not in explained]


class SectionQuerySet(models.QuerySet["Section"]):
    def open_to(self, person: Person) -> "SectionQuerySet":
        return self.filter(module__in=Module.objects.open_to(person))

    def with_progress(self, person: Person) -> "SectionQuerySet":
        """`is_read`: by this person, in whichever language."""
        return self.annotate(is_read=Exists(SectionRead.objects.of(person).filter(section=ORIGINAL)))

    def with_notes(self, person: Person) -> "SectionQuerySet":
        """`own_notes`, the person's own. One more query."""
        own = Note.objects.of(person).order_by("created_at")
        return self.prefetch_related(Prefetch("notes", own, to_attr="own_notes"))


class Section(models.Model):
    """A part of a module that is read in one go. `body` is Markdown; `blocks` are the numbers it was drafted from.

    `original` is the section of the original that a language version has here in its own words.
    """

    code = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    module = models.ForeignKey(Module, on_delete=models.CASCADE, related_name="sections")
    heading = models.CharField(_("heading"), max_length=250, blank=True)
    heading_proposed = models.BooleanField(
        default=False, help_text="The original has no heading here, and nobody has looked at ours"
    )
    body = models.TextField(_("text"))
    blocks = models.JSONField(default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    original = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="versions")

    objects = SectionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.heading or str(_("Opening"))

    @property
    def anchor(self) -> str:
        return f"section-{self.code}"
