import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.audit.models import AuditEntry
from courseware.exchange import actions
from courseware.exchange.models import LrsFeed, QuestionUpload
from courseware.quizzes.models import Question
from courseware.quizzes.states import Kind, Review
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def organizer():
    return factories.person()


@pytest.fixture
def course(organizer, client):
    client.force_login(organizer)
    course = factories.course(team=factories.team(organizer=organizer), slug="rivers")
    factories.quiz(factories.module(course, slug="one"), questions=2)
    return course


def page(client, name, *args):
    return client.get(reverse(f"exchange:{name}", args=["rivers", *args]))


def test_the_page_of_exports_leads_to_every_format(client, course):
    html = page(client, "exports").content.decode()
    for form in actions.FORMATS:
        assert reverse("exchange:export", args=["rivers", form]) in html


@pytest.mark.parametrize("form", actions.FORMATS)
def test_a_format_tells_that_its_file_is_in_order(client, course, form):
    html = page(client, "export", form).content.decode()
    assert "In order" in html and reverse("exchange:download", args=["rivers", form]) in html


def test_what_stays_behind_is_told_in_words(client, course):
    question = course.questions.first()
    question.kind = Kind.ORDERING
    question.save()
    assert (
        "Putting in order is not in this format: 1 question is left out."
        in page(client, "export", "gift").content.decode()
    )


def test_ordering_goes_along_for_a_newer_moodle(client, course):
    Question.objects.filter(course=course).update(kind=Kind.ORDERING)
    address = reverse("exchange:download", args=["rivers", "moodle"])
    assert b'type="ordering"' not in client.get(address).content
    assert client.get(f"{address}?ordering=on").content.count(b'type="ordering"') == 2


def test_a_self_check_that_finds_something_says_so(client, course, monkeypatch):
    monkeypatch.setattr("courseware.exchange.formats.gift.writing.escaped", lambda text: text)
    Question.objects.filter(course=course).update(stem="Is 2 = {3}?")
    html = page(client, "export", "gift").content.decode()
    assert "was not quite what was meant" in html and "In order" not in html


def test_the_file_is_downloaded_under_the_name_of_the_course(client, course):
    answer = page(client, "download", "scorm")
    assert answer["Content-Disposition"] == 'attachment; filename="rivers-scorm12.zip"'
    assert answer.content.startswith(b"PK")


def test_a_format_that_does_not_exist_is_not_found(client, course):
    assert page(client, "export", "word").status_code == 404


def test_a_course_with_nothing_in_it_says_what_to_do(client, organizer):
    client.force_login(organizer)
    factories.course(team=factories.team(organizer=organizer), slug="rivers")
    html = page(client, "export", "moodle").content.decode()
    assert "There is nothing to take along yet" in html


def send(client, data, name="questions.txt", **fields):
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("exchange:upload", args=["rivers"]), {"file": file, **fields})


def test_a_file_is_looked_at_then_taken(client, course):
    answer = send(client, b"Two?{=2 ~3}\n\nAn essay{}", module="one")
    html = client.get(answer.url).content.decode()
    assert "Take this 1 question" in html and "An essay is marked by a person" in html
    client.post(answer.url, {"approve": "on"})
    assert Question.objects.get(stem="Two?").review == Review.APPROVED
    assert not QuestionUpload.objects.exists()


def test_a_file_can_be_left_alone(client, course):
    answer = send(client, b"Two?{=2 ~3}")
    client.post(f"{answer.url}discard/")
    assert not QuestionUpload.objects.exists() and not Question.objects.filter(stem="Two?").exists()


@pytest.mark.parametrize(
    "data, words",
    [(b"", "The file is empty."), (b"<quiz>", "This XML is broken"), (b"// nothing", "No question was found")],
)
def test_a_file_that_cannot_be_read_says_why(client, course, data, words):
    answer = send(client, data)
    assert answer.status_code == 422 and words in answer.content.decode()


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read(client, course, monkeypatch):
    monkeypatch.setattr("courseware.exchange.actions.receive", lambda *a, **k: 1 / 0)
    answer = send(client, b"x" * 50_000_000)
    assert answer.status_code == 422 and "larger than 10 MB" in answer.content.decode()


def test_an_upload_of_another_course_is_not_found(client, course, organizer):
    other = factories.course(team=course.team)
    answer = send(client, b"Two?{=2 ~3}")
    code = QuestionUpload.objects.get().code
    assert client.get(answer.url).status_code == 200
    assert client.get(reverse("exchange:preview", args=[other.slug, code])).status_code == 404


def test_words_of_a_file_are_shown_as_words(client, course):
    answer = send(client, b"[plain]<script>alert(1)</script>{=<b>2</b> ~3}")
    html = client.get(answer.url).content.decode()
    assert "<script>alert" not in html and "&lt;script&gt;alert" in html


def test_giving_out_the_record_stands_in_the_trail(client, course):
    attempt = factories.attempt(course.modules.get().quiz)
    answer = client.post(reverse("exchange:record", args=["rivers"]))
    lines = b"".join(answer.streaming_content).splitlines()
    assert len(lines) == 1 and attempt.person.email.encode() not in lines[0]
    assert AuditEntry.objects.filter(action="record_downloaded", about=course.about).exists()


def test_without_a_key_for_opaque_names_the_record_is_not_given_out(client, course, settings):
    settings.XAPI_ACTOR_KEY = ""
    answer = client.post(reverse("exchange:record", args=["rivers"]), follow=True)
    assert "XAPI_ACTOR_KEY" in answer.content.decode()


def test_sending_can_be_turned_on_and_off(client, course, settings):
    settings.XAPI_ENDPOINT = "https://lrs.example.org/xapi"
    address = reverse("exchange:feed", args=["rivers"])
    client.post(address)
    assert LrsFeed.objects.get().is_on
    assert "Stop sending" in page(client, "record").content.decode()
    client.post(address, {"stop": "yes"})
    assert not LrsFeed.objects.get().is_on


def test_without_a_store_nothing_can_be_turned_on(client, course):
    client.post(reverse("exchange:feed", args=["rivers"]))
    assert not LrsFeed.objects.exists()
