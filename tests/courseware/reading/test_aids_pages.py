"""Objectives, key terms, opinions and proposed headings on the pages of organizers and readers."""

import pytest
from django.urls import reverse

from courseware.reading import reading_aids
from tests import factories
from tests.courseware.reading.test_desk import at, module_form, words

OBJECTIVE = {"text": "Explain why the post is new.", "evidence": "The post is new because the old one burnt down."}
BODY = "The day pass is a paper for one day. States should accept it everywhere."


@pytest.fixture
def module(client, db):
    made = factories.module(
        sections=0,
        objectives=[OBJECTIVE],
        key_terms=["day pass", "river"],
        terms=[{"term": "day pass", "sentence": "The day pass is a paper for one day."}],
        abbreviations=[{"short": "OSCE", "long": "Organization", "stated": False}],
        quotes=["A paper for one day"],
    )
    factories.section(made, body=BODY, heading_proposed=True)
    organizer = factories.person()
    factories.membership(made.course.team, organizer, role="organizer")
    client.force_login(organizer)
    return made


def editing(client, module) -> str:
    return words(client.get(at("edit_module", module, module.slug)))


def test_organizers_see_what_is_ours_and_what_reads_as_an_opinion(client, module):
    page = editing(client, module)
    assert "heading proposed" in page
    assert "1 sentence reads as an opinion" in page
    assert "OSCE = Organization" in page
    assert OBJECTIVE["evidence"] in page


def test_drafted_objectives_are_marked_as_proposed(client, module):
    module.sections.update(heading_proposed=False)
    assert '<span class="mark ask">proposed</span>' in editing(client, module)


def test_saving_takes_the_marks_of_a_proposal_away(client, module):
    client.post(at("edit_module", module, module.slug), module_form(module, objectives=OBJECTIVE["text"]))
    assert "heading proposed" not in editing(client, module)


def test_an_objective_that_stays_keeps_what_it_was_drafted_from(client, module):
    given = module_form(module, objectives=f"{OBJECTIVE['text']}\nName two things.")
    assert client.post(at("edit_module", module, module.slug), given).status_code == 302
    module.refresh_from_db()
    assert module.objectives == [OBJECTIVE, {"text": "Name two things."}]


def test_a_short_form_that_stays_keeps_its_mark(client, module):
    client.post(at("edit_module", module, module.slug), module_form(module, abbreviations="OSCE = Organization"))
    module.refresh_from_db()
    assert module.abbreviations == [{"short": "OSCE", "long": "Organization", "stated": False}]


def test_terms_are_explained_anew_from_the_corrected_text(client, module):
    changes = {"key_terms": "day pass\nferry", "sections-0-body": "A day pass is free. A ferry is a boat."}
    client.post(at("edit_module", module, module.slug), module_form(module, **changes))
    module.refresh_from_db()
    assert [each["sentence"] for each in module.terms] == ["A day pass is free.", "A ferry is a boat."]


def test_readers_see_objectives_and_each_term_with_its_sentence(client, module):
    page = words(client.get(reverse("reading:module", args=[module.course.slug, module.slug])))
    assert OBJECTIVE["text"] in page
    assert '<dt id="word-2">day pass</dt><dd>The day pass is a paper for one day.</dd>' in page


def test_a_term_without_a_sentence_is_shown_all_the_same(client, module):
    assert "river" in words(client.get(reverse("reading:module", args=[module.course.slug, module.slug])))


def test_a_short_text_has_no_reading_ease(module):
    assert reading_aids.readability_of(module) is None
