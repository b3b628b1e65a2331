import pytest
from django.urls import reverse
from django.utils import timezone

from courseware.reading import actions
from courseware.reading.models import Progress, SectionRead
from courseware.reading.states import Access, Shown
from tests import factories
from tests.pages import words

pytestmark = pytest.mark.django_db
AT = timezone.now()


@pytest.fixture
def module():
    return factories.module(sections=3)


def at(name, module, *more) -> str:
    return reverse(f"reading:{name}", args=[module.course.slug, module.slug, *more])


def read_url(module, position=0) -> str:
    return at("section_read", module, module.sections.all()[position].code)


def test_the_list_shows_neither_drafts_nor_courses_of_a_team(client):
    factories.course(title="For all")
    factories.course(title="Unfinished", published=False)
    factories.course(title="Internal", access=Access.TEAM)
    page = words(client.get(reverse("reading:list")))
    assert "For all" in page
    assert "Unfinished" not in page
    assert "Internal" not in page


def test_an_empty_list_says_what_to_expect(client):
    assert "No courses yet" in words(client.get(reverse("reading:list")))


@pytest.mark.parametrize("name", ["list", "course", "for_event"])
def test_pages_take_the_same_queries_for_one_row_and_for_three(name, reader, queries_of):
    event = factories.event()
    course = factories.course(event=event)
    url = reverse(f"reading:{name}", args={"list": [], "course": [course.slug], "for_event": [event.slug]}[name])
    factories.quiz(factories.module(course), questions=1)
    one = queries_of(url)
    for _ in range(2):
        factories.quiz(factories.module(course), questions=1)
        factories.module(factories.course(event=event))
    assert queries_of(url) == one


def test_a_module_takes_the_same_queries_for_one_section_and_for_three(reader, queries_of):
    module = factories.module(sections=1)
    one = queries_of(at("module", module))
    factories.section(module), factories.section(module), factories.module(module.course)
    assert queries_of(at("module", module)) == one


def test_a_module_takes_few_queries(client, reader, queries_of):
    """Session, person, the course's modules, sections, notes, the quiz, and whether there is a desk to show."""
    course = factories.course()
    modules = [factories.module(course, sections=3) for _ in range(3)]
    factories.quiz(modules[1], questions=2)
    version = actions.add_version(modules[1], language="ru", title="Модуль", by=None, at=AT)
    factories.section(version, original=modules[1].sections.first())
    actions.move(version, Shown.PUBLISHED, by=None, at=AT)
    actions.keep_note(modules[1].sections.first(), person=reader, text="Mine", at=AT)
    assert [queries_of(at("module", each)) for each in (modules[1], version)] == [7, 7]


def test_the_overview_is_public_and_asks_strangers_to_sign_in(client, module):
    page = words(client.get(reverse("reading:course", args=[module.course.slug])))
    assert module.title in page
    assert f"/sign-in/?next=/courses/{module.course.slug}/" in page


def test_a_module_tells_strangers_why_it_is_closed_without_its_text(client, module):
    answer = client.get(at("module", module))
    assert answer.status_code == 403
    assert "Sign in to read" in words(answer)
    assert module.sections.first().body not in words(answer)


def test_a_signed_in_person_reads_the_sections_in_order(client, reader, module):
    page = words(client.get(at("module", module)))
    places = [page.index(section.body) for section in module.sections.all()]
    assert places == sorted(places)
    assert page.count("data-section=") == page.count('data-seconds="5"') == 3


def test_people_who_are_not_registered_are_led_to_the_registration(client, reader):
    event = factories.event()
    module = factories.module(factories.course(access=Access.REGISTERED, event=event))
    answer = client.get(at("module", module))
    assert answer.status_code == 403
    assert reverse("registration:register", args=[event.slug]) in words(answer)


def test_registered_people_read_the_course_of_their_event(client, reader):
    event = factories.event()
    factories.registration(event, person=reader)
    module = factories.module(factories.course(access=Access.REGISTERED, event=event))
    assert client.get(at("module", module)).status_code == 200


@pytest.mark.parametrize("name", ["course", "module"])
def test_a_course_of_the_team_does_not_exist_for_others(name, client, reader):
    module = factories.module(factories.course(access=Access.TEAM))
    url = at("module", module) if name == "module" else reverse("reading:course", args=[module.course.slug])
    assert client.get(url).status_code == 404
    factories.membership(module.course.team, reader, role="moderator")
    assert client.get(url).status_code == 200


def test_a_draft_module_of_a_published_course_does_not_exist_for_others(client, reader):
    module = factories.module(state=Shown.DRAFT)
    assert client.get(at("module", module)).status_code == 404
    assert module.title not in words(client.get(reverse("reading:course", args=[module.course.slug])))


def test_short_forms_are_explained_in_the_text_and_in_a_list(client, reader):
    module = factories.module(sections=0, abbreviations=[{"short": "IOM", "long": "Organization for Migration"}])
    factories.section(module, body="The IOM watched. The IOM wrote.")
    page = words(client.get(at("module", module)))
    assert page.count('<a class="term" href="#word-1"><abbr title="Organization for Migration">IOM</abbr></a>') == 1
    assert '<dt id="word-1">IOM</dt><dd>Organization for Migration</dd>' in page


def test_peoples_markdown_cannot_bring_a_script(client, reader):
    module = factories.module(sections=0)
    factories.section(module, body="<script>alert(1)</script>**bold** <img src=x onerror=alert(1)>")
    page = words(client.get(at("module", module)))
    assert "<strong>bold</strong>" in page
    assert "alert(1)" not in page


def test_the_button_twice_is_as_once(client, reader, module):
    for _ in range(2):
        client.post(read_url(module))
    assert SectionRead.objects.get().person == reader


def test_the_button_works_without_a_script_and_leads_back_to_the_section(client, reader, module):
    answer = client.post(read_url(module))
    assert answer["Location"] == f"{at('module', module)}#{module.sections.first().anchor}"
    assert "1 of 3 sections, 0 of 1 minutes" in words(client.get(at("module", module)))


def test_opening_the_address_of_the_button_changes_nothing(client, reader, module):
    assert client.get(read_url(module)).status_code == 405
    assert not SectionRead.objects.exists()


def test_strangers_and_people_without_access_cannot_mark_a_section(client, module):
    assert "/sign-in/" in client.post(read_url(module))["Location"]
    module.course.access = Access.TEAM
    module.course.save()
    client.force_login(factories.person())
    assert client.post(read_url(module)).status_code == 404
    assert not Progress.objects.exists()


def test_a_section_of_another_module_is_not_found(client, reader, module):
    other = factories.module(module.course).sections.first()
    assert client.post(at("section_read", module, other.code)).status_code == 404


def test_the_overview_leads_back_to_where_one_left(client, reader, module):
    actions.mark_read(module.sections.first(), person=reader, at=AT)
    page = words(client.get(reverse("reading:course", args=[module.course.slug])))
    assert f"{at('module', module)}#{module.sections.all()[1].anchor}" in page
    assert "Continue where you left" in page
    assert "1 of 3 sections, 0 of 1 minutes" in page


def test_the_overview_says_when_everything_is_read(client, reader, module):
    for section in module.sections.all():
        actions.mark_read(section, person=reader, at=AT)
    page = words(client.get(reverse("reading:course", args=[module.course.slug])))
    assert "You have read every section." in page
    assert "Continue where you left" not in page


def test_a_module_leads_to_the_next_one_and_to_its_quiz(client, reader, module):
    quiz = factories.quiz(module, questions=2)
    after = factories.module(module.course)
    page = words(client.get(at("module", module)))
    assert at("module", after) in page
    assert reverse("quizzes:quiz", args=[module.course.slug, quiz.code]) in page


def test_the_readings_of_an_event_are_a_fragment_for_the_script_and_a_page_without(client):
    event = factories.event()
    factories.module(factories.course(event=event, title="Read this"), reading_minutes=7)
    url = reverse("reading:for_event", args=[event.slug])
    fragment, page = words(client.get(url, headers={"hx-request": "true"})), words(client.get(url))
    assert "7 minutes of reading" in fragment
    assert "<html" not in fragment
    assert "Read this" in page
    assert "<html" in page


def test_the_readings_of_an_event_leave_out_drafts_and_other_events(client):
    event = factories.event()
    factories.course(event=event, published=False, title="Unfinished")
    factories.course(event=factories.event(), title="Elsewhere")
    page = words(client.get(reverse("reading:for_event", args=[event.slug])))
    assert "no readings for this event yet" in page
    assert "Unfinished" not in page
    assert "Elsewhere" not in page
