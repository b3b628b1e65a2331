from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from courseware.reading import actions
from courseware.reading.actions import ModuleText, SectionText
from courseware.reading.drafting import CourseDraft, ModuleDraft, SectionDraft
from courseware.reading.errors import ChangedMeanwhile, EmptyModule, EventMissing, NothingToShow
from courseware.reading.models import Course, Progress, SectionRead
from courseware.reading.states import Access, Shown
from intake.language import Abbreviation
from tests import factories

pytestmark = pytest.mark.django_db
AT = timezone.now()
LATER = AT + timedelta(minutes=5)


def draft(title: str = "Rivers of the region") -> ModuleDraft:
    return ModuleDraft(
        title=title,
        author="A. Author",
        published=date(2021, 3, 4),
        source=None,
        sections=(
            SectionDraft(None, ("One.", "- two", "- three"), (3, 4, 5)),
            SectionDraft("Waters", ("Four.",), (7,)),
        ),
        captions=("A map",),
        reading_minutes=3,
        key_terms=("river",),
        abbreviations=(Abbreviation("UN", "United Nations"),),
        language="en",
    )


def page(*modules: ModuleDraft) -> CourseDraft:
    return CourseDraft(modules, discarded=(), warnings=())


def test_a_course_starts_as_a_draft_at_an_address_made_of_its_title():
    course = actions.start_course(factories.team(), title="Borders and Rivers", by=None, at=AT)
    assert (course.slug, course.state) == ("borders-and-rivers", Shown.DRAFT)


@pytest.mark.parametrize(("title", "slug"), [("New", "new-2"), ("Edit", "edit-2"), ("Реки", "reki")])
def test_no_course_takes_an_address_of_the_desk(title, slug):
    assert actions.start_course(factories.team(), title=title, by=None, at=AT).slug == slug


def test_two_courses_of_one_title_have_two_addresses():
    first, second = (actions.start_course(factories.team(), title="Rivers", by=None, at=AT) for _ in range(2))
    assert (first.slug, second.slug) == ("rivers", "rivers-2")


def test_a_drafted_module_is_kept_as_drafted():
    course = factories.course()
    (module,) = actions.add_modules(course, page(draft()), source=factories.document(), by=None, at=AT)
    module.refresh_from_db()
    assert (module.state, module.author, module.published_on, module.source) == (
        Shown.DRAFT, "A. Author", date(2021, 3, 4), ""
    )  # fmt: skip
    assert module.abbreviations == [{"short": "UN", "long": "United Nations"}]
    assert [(each.heading, each.body, each.blocks) for each in module.sections.all()] == [
        ("", "One.\n\n- two\n- three", [3, 4, 5]), ("Waters", "Four.", [7])
    ]  # fmt: skip


def test_modules_of_one_title_have_different_addresses_within_a_course():
    course = factories.course()
    modules = actions.add_modules(course, page(draft(), draft(), draft("State")), source=None, by=None, at=AT)
    assert [module.slug for module in modules] == ["rivers-of-the-region", "rivers-of-the-region-2", "state-2"]


def test_a_course_without_a_published_module_is_not_published():
    course = factories.course(published=False)
    factories.module(course, state=Shown.DRAFT)
    with pytest.raises(NothingToShow):
        actions.move(course, Shown.PUBLISHED, by=None, at=AT)
    assert Course.objects.get().state == Shown.DRAFT


def test_a_course_for_registered_people_needs_its_event():
    course = factories.module(factories.course(published=False, access=Access.REGISTERED)).course
    with pytest.raises(EventMissing):
        actions.move(course, Shown.PUBLISHED, by=None, at=AT)


def test_a_module_without_text_is_not_published():
    with pytest.raises(EmptyModule):
        actions.move(factories.module(sections=0, state=Shown.DRAFT), Shown.PUBLISHED, by=None, at=AT)


def test_publishing_twice_is_recorded_once_and_can_be_taken_back():
    module = factories.module(state=Shown.DRAFT)
    for state in (Shown.PUBLISHED, Shown.PUBLISHED, Shown.DRAFT):
        actions.move(module, state, by=None, at=AT)
    module.refresh_from_db()
    assert module.state == Shown.DRAFT
    assert AuditEntry.objects.filter(action="shown", about=module.about).count() == 2


def test_publishing_everything_publishes_the_modules_and_the_course():
    course = factories.course(published=False)
    factories.module(course, state=Shown.DRAFT)
    actions.publish_everything(course, by=None, at=AT)
    assert course.modules.published().count() == 1
    assert Course.objects.listed().get() == course


def test_an_empty_module_stops_publishing_everything_before_anything_is_shown():
    course = factories.course(published=False)
    factories.module(course, state=Shown.DRAFT)
    factories.module(course, sections=0, state=Shown.DRAFT)
    with pytest.raises(EmptyModule):
        actions.publish_everything(course, by=None, at=AT)
    assert not course.modules.published().exists()


def test_access_for_registered_people_is_refused_without_an_event():
    course = factories.course()
    with pytest.raises(EventMissing):
        actions.correct_course(course, {"access": Access.REGISTERED, "event": None}, by=None, at=AT)
    assert Course.objects.get().access == Access.SIGNED_IN


def test_a_corrected_section_keeps_who_has_read_it():
    module, reader = factories.module(sections=1), factories.person()
    section = module.sections.get()
    actions.mark_read(section, person=reader, at=AT)
    text = ModuleText({"title": "Better"}, [SectionText("New", "Added."), SectionText("Old", "Better.", section.code)])
    actions.correct_module(module, text, by=None, at=LATER)
    assert [(each.heading, each.body) for each in module.sections.all()] == [("New", "Added."), ("Old", "Better.")]
    assert SectionRead.objects.get(person=reader).section == section


def test_a_section_left_out_is_removed():
    module = factories.module(sections=2)
    first = module.sections.first()
    actions.correct_module(module, ModuleText({}, [SectionText("A", "B", first.code)]), by=None, at=AT)
    assert module.sections.get() == first


def test_a_module_cannot_lose_its_last_section():
    module = factories.module(sections=1)
    with pytest.raises(EmptyModule):
        actions.correct_module(module, ModuleText({"title": "Gone"}, []), by=None, at=AT)
    module.refresh_from_db()
    assert module.title != "Gone"


def test_a_section_is_read_once_at_the_first_time():
    section, reader = factories.module().sections.first(), factories.person()
    for at in (AT, LATER):
        actions.mark_read(section, person=reader, at=at)
    assert SectionRead.objects.get().at == AT


def test_one_resumes_at_the_section_after_the_one_just_read():
    module, reader = factories.module(sections=2), factories.person()
    first, second = module.sections.all()
    actions.mark_read(first, person=reader, at=AT)
    assert Progress.objects.get().section == second
    actions.mark_read(second, person=reader, at=LATER)
    assert (Progress.objects.get().section, Progress.objects.get().at) == (second, LATER)


def test_progress_counts_the_persons_own_reading_of_published_modules():
    module, reader = factories.module(sections=3), factories.person()
    factories.module(module.course, state=Shown.DRAFT)
    for section in module.sections.all()[:2]:
        actions.mark_read(section, person=reader, at=AT)
        actions.mark_read(section, person=factories.person(), at=AT)
    course = Course.objects.with_progress(reader).get()
    assert (course.read_count, course.section_count) == (2, 3)


def test_the_size_of_a_course_counts_published_modules_only():
    course = factories.course()
    for minutes in (3, 4):
        factories.module(course, reading_minutes=minutes)
    factories.module(course, state=Shown.DRAFT, reading_minutes=50)
    sized = Course.objects.with_size().get()
    assert (sized.module_count, sized.minutes) == (2, 7)


def places(course) -> dict[str, int]:
    return dict(course.modules.values_list("slug", "position"))


def test_a_moved_module_changes_places_with_its_neighbour():
    course = factories.course()
    first, _, third = (factories.module(course, slug=slug) for slug in ("a", "b", "c"))
    assert actions.move_module(first, 1, by=None, at=AT) == 2
    assert places(course) == {"b": 1, "a": 2, "c": 3}
    assert actions.move_module(third, -1, by=None, at=AT) == 2
    assert places(course) == {"b": 1, "c": 2, "a": 3}


@pytest.mark.parametrize(("slug", "step", "place"), [("a", -1, 1), ("c", 1, 3)])
def test_past_either_end_a_module_stays_and_nothing_is_recorded(slug, step, place):
    course = factories.course()
    modules = {slug: factories.module(course, slug=slug) for slug in ("a", "b", "c")}
    assert actions.move_module(modules[slug], step, by=None, at=AT) == place
    assert list(places(course)) == ["a", "b", "c"]
    assert not AuditEntry.objects.exists()


def test_moving_a_module_makes_equal_places_different_and_leaves_other_courses_alone():
    course, other = factories.course(), factories.module(position=7)
    modules = [factories.module(course, slug=slug, position=5) for slug in ("a", "b", "c")]
    actions.move_module(modules[2], -1, by=None, at=AT)
    assert places(course) == {"a": 1, "c": 2, "b": 3}
    other.refresh_from_db()
    assert other.position == 7


def test_a_correction_of_a_text_that_has_changed_since_it_was_shown_is_refused():
    module = factories.module(title="As it was")
    text = ModuleText({"title": "First"}, [SectionText("", "Text.")])
    actions.correct_module(module, text, by=None, at=AT, seen=0)
    with pytest.raises(ChangedMeanwhile):
        actions.correct_module(module, ModuleText({"title": "Second"}, text.sections), by=None, at=AT, seen=0)
    module.refresh_from_db()
    assert (module.title, module.revision) == ("First", 1)
