from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.audit.models import AuditEntry
from courseware.reading import actions
from courseware.reading.errors import EmptyNote
from courseware.reading.models import Note
from courseware.reading.states import Access
from tests import factories
from tests.courseware.reading.test_views import at, words

pytestmark = pytest.mark.django_db
AT = timezone.now()
SECRET = "For my eyes only"


@pytest.fixture
def section():
    module = factories.module(sections=0)
    return factories.section(module, heading="Waters", body="The Amu Darya is **a long** river.\n\nIt is a long one.")


def of(name, section, *more) -> str:
    return reverse(f"reading:{name}", args=[section.module.course.slug, *more])


def add(client, section, **given):
    headers = given.pop("headers", {})
    return client.post(at("add_note", section.module, section.code), given, headers=headers)


def test_a_highlight_is_shown_where_it_was_made(client, reader, section):
    add(client, section, quote="is a long", before="It ")
    page = words(client.get(at("module", section.module)))
    code = Note.objects.get().code
    assert f'It <mark data-note="{code}">is a long</mark> one.' in page
    assert page.count("<mark") == 1


def test_a_note_is_written_without_a_script_and_leads_back_to_the_section(client, reader, section):
    answer = add(client, section, text="Look this up")
    assert answer["Location"] == f"{at('module', section.module)}#{section.anchor}"
    assert "Look this up" in words(client.get(at("module", section.module)))


def test_the_script_gets_the_text_of_the_section_anew(client, reader, section):
    page = words(add(client, section, quote="long river", headers={"HX-Request": "true"}))
    assert page.startswith("<p>The Amu Darya is <strong>a <mark")
    assert "<html" not in page


def test_an_empty_note_is_refused_in_words(client, reader, section):
    answer = add(client, section, text="  ")
    assert answer.status_code == 422
    assert "an empty note cannot be kept" in words(answer)
    assert not Note.objects.exists()


def test_a_note_sent_twice_is_kept_once(reader, section):
    code = uuid4()
    for _ in range(2):
        actions.keep_note(section, person=reader, text="Once", code=code, at=AT)
    assert Note.objects.get().text == "Once"


def test_nobody_writes_under_the_code_of_somebody_elses_note(client, reader, section):
    theirs = actions.keep_note(section, person=factories.person(), text=SECRET, at=AT)
    answer = add(client, section, text="Mine", code=theirs.code)
    assert answer.status_code == 404
    assert Note.objects.get().text == SECRET


@pytest.mark.parametrize("role", ["reader", "organizer"])
def test_nobody_else_sees_a_note(client, section, role):
    theirs = actions.keep_note(section, person=factories.person(), quote="The Amu Darya", text=SECRET, at=AT)
    someone = factories.person()
    if role == "organizer":
        factories.membership(section.module.course.team, someone)
    client.force_login(someone)
    pages = [at("module", section.module), of("notes", section), of("notes_export", section), of("course", section)]
    told = " ".join(words(client.get(url)) for url in pages)
    assert SECRET not in told
    assert "data-note=" not in told
    assert client.get(of("note", section, theirs.code)).status_code == 404
    assert client.post(of("note", section, theirs.code), {"remove": "yes"}).status_code == 404
    assert Note.objects.count() == 1


def test_notes_leave_no_trace_in_the_trail(reader, section):
    actions.remove_note(actions.keep_note(section, person=reader, text=SECRET, at=AT))
    assert not AuditEntry.objects.exists()


def test_a_note_is_changed_and_removed(client, reader, section):
    note = actions.keep_note(section, person=reader, text="First", at=AT)
    client.post(of("note", section, note.code), {"text": "Second"})
    assert Note.objects.get().text == "Second"
    client.post(of("note", section, note.code), {"remove": "yes"})
    assert not Note.objects.exists()


def test_a_highlight_may_lose_its_words_and_a_note_may_not(reader, section):
    marked = actions.keep_note(section, person=reader, quote="river", text="x", at=AT)
    actions.change_note(marked, text="", at=AT)
    with pytest.raises(EmptyNote):
        actions.change_note(actions.keep_note(section, person=reader, text="x", at=AT), text=" ", at=AT)


def test_the_list_is_exported_as_markdown_by_module_and_section(client, reader, section):
    actions.keep_note(section, person=reader, quote="a long\nriver", text="Where *does* it end?", at=AT)
    actions.keep_note(section, person=reader, text="Second <thought>", at=AT + timedelta(seconds=1))
    answer = client.get(of("notes_export", section))
    text = answer.content.decode()
    assert answer["Content-Disposition"] == f'attachment; filename="{section.module.course.slug}-notes.md"'
    lines = [line for line in text.splitlines() if line]
    assert lines[:3] == [f"# {section.module.course.title}", f"## {section.module.title}", "### Waters"]
    assert lines[3:6] == ["> a long", "> river", "Where *does* it end?"]
    assert "Second <thought>" in lines
    assert text.count("### Waters") == 1


def test_a_note_outlives_its_section_and_its_course(client, reader, section):
    actions.keep_note(section, person=reader, text="Still here", at=AT)
    course = section.module.course
    section.delete()
    course.access = Access.TEAM
    course.save()
    page = words(client.get(reverse("reading:notes", args=[course.slug])))
    assert "Still here" in page
    assert "no longer in the module" in page


def test_the_notes_of_a_course_that_one_may_not_see_are_not_found(client, reader, section):
    section.module.course.access = Access.TEAM
    section.module.course.save()
    assert client.get(of("notes", section)).status_code == 404


def test_an_empty_list_says_how_to_begin(client, reader, section):
    assert "No notes yet" in words(client.get(of("notes", section)))


def test_the_list_takes_the_same_queries_for_one_note_and_for_three(reader, section, queries_of):
    actions.keep_note(section, person=reader, text="One", at=AT)
    one = queries_of(of("notes", section))
    for _ in range(2):
        other = factories.module(section.module.course, sections=1).sections.get()
        actions.keep_note(other, person=reader, text="More", at=AT)
    assert queries_of(of("notes", section)) == one
