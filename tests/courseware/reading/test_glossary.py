import pytest
from django.urls import reverse

from courseware.reading.states import Access
from tests import factories
from tests.courseware.reading.test_views import at, words

pytestmark = pytest.mark.django_db
IOM = {"short": "IOM", "long": "Organization for Migration"}


@pytest.fixture
def course(client):
    client.force_login(factories.person())
    return factories.course()


def glossary(client, course):
    return client.get(reverse("reading:glossary", args=[course.slug]))


def test_a_word_of_two_modules_stands_once_with_both(client, course):
    modules = [factories.module(course, abbreviations=[IOM]) for _ in range(2)]
    page = words(glossary(client, course))
    assert page.count("Organization for Migration") == 1
    assert all(f"{at('module', module)}#word-1" in page for module in modules)


def test_different_explanations_of_a_word_stand_beside_each_other(client, course):
    for meaning in ("A boat.", "A ship."):
        factories.module(course, terms=[{"term": "ferry", "sentence": meaning}])
    page = words(glossary(client, course))
    assert page.count("<dt>") == 1
    assert "A boat." in page
    assert "A ship." in page


def test_words_stand_in_the_order_of_the_alphabet(client, course):
    terms = [{"term": term, "sentence": f"{term}."} for term in ("wharf", "Anchor", "boat")]
    factories.module(course, terms=terms)
    page = words(glossary(client, course))
    assert page.index("<dt>Anchor") < page.index("<dt>boat") < page.index("<dt>wharf")


def test_words_of_modules_that_are_closed_to_the_reader_are_left_out(client, course):
    factories.module(course, abbreviations=[IOM], state="draft")
    assert "No words are explained yet" in words(glossary(client, course))
    course.access, course.event = Access.REGISTERED, factories.event()
    course.save()
    assert glossary(client, course).status_code == 403


def test_strangers_are_asked_to_sign_in(client, course):
    factories.module(course, abbreviations=[IOM])
    client.logout()
    answer = glossary(client, course)
    assert answer.status_code == 403
    assert "Organization" not in words(answer)


def test_the_glossary_takes_the_same_queries_for_one_module_and_for_three(client, course, queries_of):
    factories.module(course, abbreviations=[IOM])
    one = queries_of(reverse("reading:glossary", args=[course.slug]))
    for _ in range(2):
        factories.module(course, abbreviations=[IOM])
    assert queries_of(reverse("reading:glossary", args=[course.slug])) == one
