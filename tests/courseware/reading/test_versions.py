import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.reading import actions
from courseware.reading.actions import Beat, ModuleText, SectionText
from courseware.reading.errors import VersionExists
from courseware.reading.models import Course, Module, Progress, SectionRead
from courseware.reading.states import ModuleState, Shown
from tests import factories
from tests.courseware.reading.test_views import at, words

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def original():
    return factories.module(sections=2, title="Rivers")


@pytest.fixture
def reader(client):
    someone = factories.person(language="ru")
    client.force_login(someone)
    return someone


@pytest.fixture
def organizer(client, original):
    someone = factories.person()
    factories.membership(original.course.team, someone)
    client.force_login(someone)
    return someone


def version_of(original, *, sections=2, published=True, language="ru") -> Module:
    """A version that has as many of the original's sections in its own words."""
    version = actions.add_version(original, language=language, title="Реки", by=None, at=AT)
    texts = [SectionText("Часть", "Текст.", original=each) for each in original.sections.all()[:sections]]
    actions.correct_module(version, ModuleText({}, texts), by=None, at=AT)
    if published:
        actions.move(version, Shown.PUBLISHED, by=None, at=AT)
    return version


def course_page(client, module) -> str:
    return words(client.get(reverse("reading:course", args=[module.course.slug]), headers={"accept-language": "en"}))


def test_a_module_has_one_version_in_each_language(original):
    version_of(original)
    for language in ("ru", "en"):
        with pytest.raises(VersionExists):
            actions.add_version(original, language=language, title="Twice", by=None, at=AT)


def test_a_version_of_a_version_is_one_of_the_original(original):
    further = actions.add_version(version_of(original), language="kk", title="Өзендер", by=None, at=AT)
    assert further.original == original


def test_readers_see_one_entry_in_their_language_that_names_the_others(client, original, reader):
    version = version_of(original)
    page = course_page(client, original)
    assert f'href="{at("module", version)}">Реки' in page
    assert f'href="{at("module", original)}" hreflang="en"' in page
    assert page.count("<article") == 1


def test_readers_of_other_languages_see_the_original(client, original):
    version_of(original, language="kk")
    client.force_login(factories.person(language="ru"))
    assert f'href="{at("module", original)}">Rivers' in course_page(client, original)


def test_a_course_counts_a_module_in_two_languages_once(original):
    version_of(original)
    course = Course.objects.with_size().with_progress(factories.person()).get()
    assert (course.module_count, course.section_count, course.minutes) == (1, 2, 1)


def test_reading_either_language_counts_on_the_original(original, reader):
    version = version_of(original)
    actions.mark_read(version.sections.first(), person=reader, at=AT)
    actions.mark_read(original.sections.last(), person=reader, at=AT)
    progress = Progress.objects.get()
    assert (progress.module, progress.state) == (original, ModuleState.COMPLETE)
    assert SectionRead.objects.filter(section__module=version).count() == 0
    both = Module.objects.with_progress(reader)
    assert {(each.read_count, each.section_count, each.standing) for each in both} == {(2, 2, "complete")}


def test_the_device_is_told_of_the_sections_of_the_version_that_it_shows(client, original, reader):
    version = version_of(original)
    actions.mark_read(original.sections.first(), person=reader, at=AT)
    told = client.post(at("progress", version), {"device": str(version.sections.first().code)}, "application/json")
    assert told.json()["read_codes"] == [str(version.sections.first().code)]
    assert told.json()["read"] == 1


def test_seconds_in_either_language_add_up(original, reader):
    for n, module in enumerate((original, version_of(original))):
        beat = Beat(module.sections.first().code, {module.sections.first().code: 4})
        progress = actions.note_reading(module, beat, person=reader, at=AT.replace(year=AT.year + n))
    assert progress.seconds == 8


def test_one_goes_on_in_the_language_that_one_reads(client, original, reader):
    version = version_of(original, language="kk")
    actions.mark_read(version.sections.first(), person=reader, at=AT)
    assert f'href="{at("module", version)}#{version.sections.last().anchor}"' in course_page(client, original)


def test_prerequisites_hold_for_every_language(original, reader):
    first = factories.module(original.course)
    version = version_of(original)
    actions.set_rule(original, completion="sections", minimum_minutes=0, requires=[first], by=None, at=AT)
    assert not Module.objects.open_to(reader).filter(pk__in=[original.pk, version.pk]).exists()


def test_a_version_is_shown_with_its_original_and_never_alone(client, original, reader):
    version = version_of(original)
    actions.move(original, Shown.DRAFT, by=None, at=AT)
    assert client.get(at("module", version)).status_code == 404


def test_publishing_everything_leaves_unfinished_versions_alone(original):
    version_of(original, sections=1, published=False)
    actions.publish_everything(original.course, by=None, at=AT)
    assert Module.objects.get(original=original).state == Shown.DRAFT


def test_sections_that_are_not_translated_lead_to_the_original(client, original, reader):
    page = words(client.get(at("module", version_of(original, sections=1)), headers={"accept-language": "en"}))
    last = original.sections.last()
    assert f'<a href="{at("module", original)}#{last.anchor}">{last.heading}</a>' in page
    assert original.sections.first().heading not in page


def test_a_version_moves_with_its_original(original):
    later = factories.module(original.course, position=9)
    version = version_of(original)
    assert actions.move_module(original, 1, by=None, at=AT) == 2
    assert list(Module.objects.values_list("pk", "position")) == [(later.pk, 1), (original.pk, 2), (version.pk, 2)]


def test_a_correction_of_the_original_shows_to_readers_and_to_the_team(client, original, organizer):
    version = version_of(original)
    assert "has been corrected since" not in words(client.get(at("module", version)))
    correct(original)
    assert "The text in English has been corrected since" in words(client.get(at("module", version)))
    assert "The source has changed since" in words(client.get(at("beside", version)))
    assert "The source has changed since" in words(client.get(reverse("reading:desk", args=[original.course.slug])))


def correct(module):
    texts = [SectionText(each.heading, each.body + " More.", each.code) for each in module.sections.all()]
    actions.correct_module(module, ModuleText({}, texts), by=None, at=AT)


def test_the_mark_goes_when_the_version_is_said_to_be_up_to_date(client, original, organizer):
    version = version_of(original)
    correct(original)
    client.post(at("up_to_date", version), {"seen": "1"})
    assert not Module.objects.select_related("original").get(pk=version.pk).is_behind_original


def test_a_correction_that_came_meanwhile_still_shows(original):
    version = version_of(original)
    correct(original), correct(original)
    actions.confirm_version(Module.objects.get(pk=version.pk), seen=1, by=None, at=AT)
    assert Module.objects.select_related("original").get(pk=version.pk).is_behind_original


@pytest.mark.parametrize("seen", ["", "x", "999999999999"])
def test_a_wrong_revision_confirms_nothing(client, original, organizer, seen):
    version = version_of(original)
    correct(original)
    client.post(at("up_to_date", version), {"seen": seen})
    assert Module.objects.select_related("original").get(pk=version.pk).is_behind_original


def test_the_desk_begins_a_version_and_offers_only_languages_that_are_missing(client, original, organizer):
    version_of(original)
    page = words(client.get(at("add_version", original)))
    assert "Қазақша" in page
    assert 'value="ru"' not in page
    answer = client.post(at("add_version", original), {"language": "kk", "title": "Өзендер"})
    assert answer["Location"] == at("beside", Module.objects.get(language="kk"))


def beside_form(version, **bodies):
    data = {"title": version.title, "seen": version.revision}
    for n, section in enumerate(version.original.sections.all()):
        data |= {f"heading-{section.code}": f"Часть {n}", f"body-{section.code}": bodies.get(f"n{n}", "")}
    return data


def test_a_version_is_filled_in_beside_its_original(client, original, organizer):
    version = actions.add_version(original, language="ru", title="Реки", by=None, at=AT)
    page = words(client.get(at("beside", version)))
    assert all(section.body in page for section in original.sections.all())
    assert client.post(at("beside", version), beside_form(version, n1="Второй.")).status_code == 302
    section = version.sections.get()
    assert (section.heading, section.body, section.original) == ("Часть 1", "Второй.", original.sections.last())


def test_sections_of_the_version_stay_the_same_rows_and_its_own_ones_stay(client, original, organizer):
    version = version_of(original)
    extra = factories.section(version, heading="Послесловие", body="Только здесь.")
    before = {each.original_id: each.code for each in version.sections.all()}
    client.post(at("beside", version), beside_form(Module.objects.get(pk=version.pk), n0="Первый.", n1="Второй."))
    assert {each.original_id: each.code for each in version.sections.all()} == before
    assert version.sections.last() == extra


@pytest.mark.parametrize("wrong", [{}, {"title": ""}, {"seen": "7"}])
def test_what_cannot_be_saved_beside_is_shown_again(client, original, organizer, wrong):
    version = version_of(original)
    data = beside_form(Module.objects.get(pk=version.pk), **({"n0": "Новый."} if wrong else {})) | wrong
    answer = client.post(at("beside", version), data)
    assert answer.status_code == 422
    assert version.sections.first().body == "Текст."


def test_the_pages_of_versions_are_for_the_team(client, original, reader):
    version = version_of(original)
    for name in ("beside", "add_version", "rule"):
        assert client.get(at(name, version)).status_code == 404
    assert client.post(at("up_to_date", version), {"seen": "1"}).status_code == 404


def test_the_rule_is_set_at_the_desk(client, original, organizer):
    first = factories.module(original.course)
    given = {"completion": "minutes", "minimum_minutes": "7", "requires": [first.slug]}
    assert client.post(at("rule", original), given).status_code == 302
    original.refresh_from_db()
    assert (original.completion, original.minimum_minutes, original.requires.get()) == ("minutes", 7, first)


def test_a_rule_that_makes_no_sense_is_shown_again_in_words(client, original, organizer):
    first = factories.module(original.course)
    actions.set_rule(first, completion="sections", minimum_minutes=0, requires=[original], by=None, at=AT)
    circle = client.post(at("rule", original), {"completion": "sections", "requires": [first.slug]})
    assert circle.status_code == 422
    assert "nobody could go on" in words(circle)
    assert "Say how many minutes" in words(client.post(at("rule", original), {"completion": "minutes"}))
