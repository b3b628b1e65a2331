import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.reading import actions
from courseware.reading.models import Course
from courseware.reading.states import Access, Shown
from tests import factories
from tests.pages import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def organizer(client):
    someone = factories.person()
    client.force_login(someone)
    return someone


@pytest.fixture
def module(organizer):
    course = factories.course(team=factories.team(organizer=organizer), published=False)
    return factories.module(course, sections=2, state=Shown.DRAFT, document=factories.document("A title", "A line."))


def at(name, module, *more) -> str:
    return reverse(f"reading:{name}", args=[module.course.slug, *more])


def module_form(module, **changes):
    """What the browser posts when nothing was changed."""
    sections = list(module.sections.all())
    data = {"title": module.title, "reading_minutes": 2, "key_terms": "", "abbreviations": "", "captions": ""}
    data |= {"seen": module.revision, "sections-TOTAL_FORMS": len(sections), "sections-INITIAL_FORMS": len(sections)}
    for n, section in enumerate(sections):
        row = {"code": section.code, "heading": section.heading, "body": section.body, "number": n + 1}
        data |= {f"sections-{n}-{name}": value for name, value in row.items()}
    return data | changes


def test_the_desk_shows_modules_and_how_many_questions_wait(client, module):
    factories.question(module, review="drafted")
    factories.question(module)
    page = words(client.get(at("desk", module)))
    assert "1 question to check" in page
    assert "1 approved question" in page


def test_the_desk_takes_the_same_queries_for_one_module_and_for_three(module, queries_of):
    one = queries_of(at("desk", module))
    for _ in range(2):
        factories.question(factories.module(module.course))
    assert queries_of(at("desk", module)) == one


def test_the_form_of_a_module_takes_the_same_queries_for_one_section_and_for_three(module, queries_of):
    one = queries_of(at("edit_module", module, module.slug))
    factories.section(module), factories.section(module)
    assert queries_of(at("edit_module", module, module.slug)) == one


def test_a_moderator_sees_the_desk_and_changes_nothing(client, module):
    client.force_login(moderator := factories.person())
    factories.membership(module.course.team, moderator, role="moderator")
    assert "Publish" not in words(client.get(at("desk", module)))
    assert client.get(at("edit_course", module)).status_code == 404
    assert client.get(at("edit_module", module, module.slug)).status_code == 404
    assert client.post(at("move", module), {"state": "published"}).status_code == 404


def test_the_desk_does_not_exist_for_another_team(client, module):
    client.force_login(factories.team(organizer=factories.person()).members.get())
    assert client.get(at("desk", module)).status_code == 404


def test_a_refusal_is_told_and_changes_nothing(client, module):
    page = client.post(at("move", module), {"state": "published"}, follow=True)
    assert "Publish at least one module first" in words(page)
    assert Course.objects.get().state == Shown.DRAFT


def test_one_click_publishes_the_course_with_its_modules(client, module):
    client.post(at("move", module), {"state": "published", "everything": "yes"})
    module.refresh_from_db()
    assert (module.state, Course.objects.get().state) == (Shown.PUBLISHED, Shown.PUBLISHED)


def test_a_module_is_published_on_its_own_and_taken_back(client, module):
    for state in ("published", "draft"):
        client.post(at("move", module), {"state": state, "module": module.slug})
        module.refresh_from_db()
        assert module.state == state
    assert Course.objects.get().state == Shown.DRAFT


def test_a_module_of_another_course_cannot_be_published_from_here(client, module):
    other = factories.module(state=Shown.DRAFT)
    assert client.post(at("move", module), {"state": "published", "module": other.slug}).status_code == 404


def test_the_course_is_corrected(client, module, organizer):
    event = factories.event(team=module.course.team)
    given = {"title": "Better", "summary": "In short.", "access": "registered", "event": event.pk}
    assert client.post(at("edit_course", module), given).status_code == 302
    course = Course.objects.get()
    assert (course.title, course.access, course.event) == ("Better", Access.REGISTERED, event)


def test_access_for_registered_people_asks_for_the_event(client, module):
    answer = client.post(at("edit_course", module), {"title": "T", "access": "registered"})
    assert answer.status_code == 422
    assert "Choose the event first" in words(answer)


def test_an_event_of_another_team_cannot_be_linked(client, module):
    given = {"title": "T", "access": "signed_in", "event": factories.event().pk}
    assert client.post(at("edit_course", module), given).status_code == 422
    assert Course.objects.get().event is None


def test_the_text_of_a_module_is_corrected(client, module):
    changes = {
        "title": "Better",
        "key_terms": "river\n\n border  post\nriver",
        "abbreviations": "UN = United Nations",
        "sections-0-number": 2,
        "sections-1-number": 1,
        "sections-1-body": "Corrected.",
    }
    assert client.post(at("edit_module", module, module.slug), module_form(module, **changes)).status_code == 302
    module.refresh_from_db()
    assert (module.title, module.key_terms) == ("Better", ["river", "border post"])
    assert module.abbreviations == [{"short": "UN", "long": "United Nations"}]
    assert module.sections.first().body == "Corrected."


def test_a_section_is_removed_by_its_box(client, module):
    client.post(at("edit_module", module, module.slug), module_form(module, **{"sections-0-DELETE": "on"}))
    assert module.sections.count() == 1


def test_the_last_sections_cannot_be_removed(client, module):
    boxes = {f"sections-{n}-DELETE": "on" for n in range(2)}
    answer = client.post(at("edit_module", module, module.slug), module_form(module, **boxes))
    assert answer.status_code == 422
    assert "needs at least one section" in words(answer)
    assert module.sections.count() == 2


def test_the_button_for_one_more_section_saves_nothing_and_keeps_what_was_typed(client, module):
    form = module_form(module, more="yes", title="Typed", **{"sections-0-body": "Typed text"})
    answer = client.post(at("edit_module", module, module.slug), form)
    assert answer.status_code == 200
    assert all(words(answer).count(piece) for piece in ("Typed text", 'name="sections-2-body"'))
    module.refresh_from_db()
    assert module.title != "Typed"


def test_an_added_section_is_saved_and_one_left_empty_is_not(client, module):
    form = module_form(module, **{"sections-TOTAL_FORMS": 4, "sections-2-number": 3, "sections-3-number": 4})
    form |= {"sections-2-heading": "Third", "sections-2-body": "More.", "sections-3-body": ""}
    assert client.post(at("edit_module", module, module.slug), form).status_code == 302
    assert [section.heading for section in module.sections.all()][2:] == ["Third"]


@pytest.mark.parametrize(
    "wrong",
    [{"title": ""}, {"abbreviations": "UN United Nations"}, {"reading_minutes": "0"}, {"sections-0-body": ""},
     {"published_on": "soon"}, {"sections-TOTAL_FORMS": "x"}],
)  # fmt: skip
def test_wrong_input_is_shown_again_and_saves_nothing(client, module, wrong):
    answer = client.post(at("edit_module", module, module.slug), module_form(module, **wrong))
    assert answer.status_code == 422
    before = module.title
    module.refresh_from_db()
    assert module.title == before


def test_the_source_stands_beside_the_text_with_what_was_left_out(client, module):
    module.sections.update(blocks=[2])
    page = words(client.get(at("edit_module", module, module.slug)))
    assert 'id="block-2" data-n="2"' in page
    assert "not in the text" in page.split('id="block-1"')[1].split('id="block-2"')[0]
    assert "¶ 2" in page


@pytest.mark.parametrize("name", ["edit_course", "edit_module"])
def test_an_empty_post_is_shown_again_with_what_is_missing(client, module, name):
    more = [module.slug] if name == "edit_module" else []
    answer = client.post(at(name, module, *more))
    assert answer.status_code == 422
    assert "This field is required" in words(answer)


def order(module) -> list[str]:
    return [each.slug for each in module.course.modules.all()]


def test_a_module_is_moved_by_its_button_and_the_page_says_where_it_stands(client, module):
    second = factories.module(module.course, slug="second")
    answer = client.post(at("place", module, "second"), {"step": "up"}, follow=True)
    assert order(module) == [second.slug, module.slug]
    assert answer.redirect_chain[0][0].endswith("#module-second")
    assert f"“{second.title}” is module 1 now" in words(answer)


def test_the_first_module_cannot_go_up_nor_the_last_one_down(client, module):
    assert "step" not in words(client.get(at("desk", module)))
    factories.module(module.course)
    first, last = words(client.get(at("desk", module))).split('id="module-')[1:]
    assert ('value="up"' in first, 'value="down"' in first) == (False, True)
    assert ('value="up"' in last, 'value="down"' in last) == (True, False)


def test_an_unknown_step_moves_nothing(client, module):
    factories.module(module.course)
    before = order(module)
    assert client.post(at("place", module, module.slug), {"step": "away"}).status_code == 302
    assert order(module) == before


def test_modules_of_other_teams_cannot_be_moved_and_opening_the_address_moves_nothing(client, module):
    other = factories.module()
    assert client.post(at("place", other, other.slug), {"step": "up"}).status_code == 404
    assert client.get(at("place", module, module.slug)).status_code == 405


def test_a_moderator_gets_no_buttons_for_the_order(client, module):
    factories.module(module.course)
    client.force_login(moderator := factories.person())
    factories.membership(module.course.team, moderator, role="moderator")
    assert "Move down" not in words(client.get(at("desk", module)))
    assert client.post(at("place", module, module.slug), {"step": "down"}).status_code == 404


def test_what_somebody_else_saved_meanwhile_is_not_overwritten_and_nothing_typed_is_lost(client, module):
    form = module_form(module, title="Mine", **{"sections-0-body": "My text"})
    theirs = actions.ModuleText({"title": "Theirs"}, [actions.SectionText("", "Their text")])
    actions.correct_module(module, theirs, by=None, at=timezone.now())
    answer = client.post(at("edit_module", module, module.slug), form)
    assert answer.status_code == 422
    assert all(words(answer).count(piece) for piece in ("Somebody else saved this module", "Mine", "My text"))
    module.refresh_from_db()
    assert (module.title, module.sections.get().body) == ("Theirs", "Their text")


def test_the_form_carries_what_was_seen_so_that_two_savings_in_turn_work(client, module):
    for title in ("One", "Two"):
        page = words(client.get(at("edit_module", module, module.slug)))
        module.refresh_from_db()
        assert f'name="seen" value="{module.revision}"' in page
        assert client.post(at("edit_module", module, module.slug), module_form(module, title=title)).status_code == 302
    module.refresh_from_db()
    assert module.title == "Two"


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30])
def test_a_revision_that_cannot_be_is_refused(client, module, seen):
    assert client.post(at("edit_module", module, module.slug), module_form(module, seen=seen)).status_code == 422


def test_what_was_mended_in_the_passages_shown_is_told_beside_them(client, module):
    near = {"block": 2, "found": "bor-der", "kept": "border"}
    far = {"block": 900, "found": "ri-ver", "kept": "river"}
    module.document.warnings = [["hyphen_mended", near], ["hyphen_mended", far]]
    module.document.save()
    module.sections.update(blocks=[2])
    page = words(client.get(at("edit_module", module, module.slug)))
    assert "1 place was mended while the file was read" in page
    assert "“bor-der” became “border”" in page
    assert "ri-ver" not in page


def test_a_file_without_remarks_has_no_list_of_them(client, module):
    module.sections.update(blocks=[2])
    assert "<details" not in words(client.get(at("edit_module", module, module.slug))).split('id="source"')[1]


def test_the_desk_says_that_a_module_without_approved_questions_has_no_quiz(client, module):
    assert "Trainees see no quiz here" in words(client.get(at("desk", module)))
    factories.question(module)
    assert "Trainees see no quiz here" not in words(client.get(at("desk", module)))


def test_a_count_of_sections_without_end_is_no_number(client, module):
    form = module_form(module, more="yes", **{"sections-TOTAL_FORMS": "9" * 5000})
    assert client.post(at("edit_module", module, module.slug), form).status_code == 200
