from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from courseware.quizzes import actions
from courseware.reading.models import Course, Module
from intake.actions import read_due
from intake.models import SourceDocument
from tests import factories
from tests.courseware.quizzes.desk_pages import UPLOAD
from tests.pages import words

pytestmark = pytest.mark.django_db


def file(data: bytes, name: str = "page.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_an_uploaded_page_becomes_a_draft_course(client, team, page):
    answer = client.post(UPLOAD, {"file": file(page), "team": team.slug, "title": "Rivers"})
    course = Course.objects.get()
    assert answer["Location"] == reverse("reading:desk", args=["rivers"])
    assert (course.team, course.state, course.modules.count()) == (team, "draft", 1)


def test_what_the_drafting_remarked_is_told(client, team, page):
    answer = client.post(UPLOAD, {"file": file(page), "team": team.slug}, follow=True)
    assert "could be drafted" in words(answer)


def test_a_page_can_be_added_to_a_course(client, module, page):
    client.post(UPLOAD, {"file": file(page), "course": module.course.slug})
    assert Course.objects.get().modules.count() == 2


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "page.txt", "empty"),
        (b"\x00\x01\x02" * 50, "page.txt", "not text"),
        (b"Text", "page.exe", "No article was found"),
        (b"Only a line", "page.txt", "No article was found"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_leaves_nothing(client, team, data, name, reason):
    answer = client.post(UPLOAD, {"file": file(data, name), "team": team.slug})
    assert answer.status_code == 422
    assert reason in words(answer)
    assert not Course.objects.exists()
    assert not SourceDocument.objects.exists()


def test_several_files_become_one_course_and_a_refused_one_is_named(client, team, page):
    files = [file(page), file(b"", "empty.txt"), file(page.replace(b"Rivers", b"Roads"), "roads.txt")]
    answer = client.post(UPLOAD, {"file": files, "team": team.slug}, follow=True)
    assert "empty.txt: This file is empty" in words(answer)
    assert set(Module.objects.values_list("document__name", flat=True)) == {"page.txt", "roads.txt"}
    assert Course.objects.count() == 1


def test_a_long_file_is_read_in_the_background_and_its_modules_appear_in_the_course(client, team, page, monkeypatch):
    monkeypatch.setattr("courseware.quizzes.actions.drafted.READ_AT_ONCE", 10)
    answer = client.post(UPLOAD, {"file": file(page), "team": team.slug, "title": "Rivers"}, follow=True)
    course = Course.objects.get(title="Rivers")
    assert answer.redirect_chain[-1][0] == f"/desk/courses/{course.slug}/files/" and "every 2s" in words(answer)
    read_due(clock=timezone.now)
    assert [actions.draft_read_articles(at=timezone.now()) for _ in range(2)] == [1, 0]
    assert course.modules.exists() and "To the course" in words(client.get(f"/desk/courses/{course.slug}/files/"))


def test_a_long_file_without_an_article_says_so_for_a_week(client, team):
    course = factories.course(team=team)
    factories.document("Only a line", purpose=actions.purpose_of(course))
    actions.draft_read_articles(at=timezone.now())
    where = f"/desk/courses/{course.slug}/files/"
    assert "No article was found" in words(client.get(where))
    actions.forget_refused(at=timezone.now() + timedelta(days=8))
    assert "No article was found" not in words(client.get(where))


def test_a_page_that_is_in_the_course_already_is_refused(client, module, page):
    for _ in range(2):
        answer = client.post(UPLOAD, {"file": file(page), "course": module.course.slug})
    assert answer.status_code == 422
    assert "in the course already" in words(answer)


def test_a_new_course_needs_a_team_of_ones_own(client, team, page):
    assert client.post(UPLOAD, {"file": file(page)}).status_code == 422
    assert client.post(UPLOAD, {"file": file(page), "team": factories.team().slug}).status_code == 422
    assert client.post(UPLOAD, {"file": file(page), "course": factories.course().slug}).status_code == 422
    assert not Module.objects.exists()


def test_the_upload_does_not_exist_for_people_without_a_team_to_organize(client, organizer):
    assert client.get(UPLOAD).status_code == 404
    factories.team(moderator=organizer)
    assert client.get(UPLOAD).status_code == 404


def test_the_list_signs_of_an_uploaded_page_become_a_list_for_the_reader(client, team, page):
    listed = page.replace(b"Work at the Crossing", b"- one thing\n- another thing\n\nWork at the Crossing")
    client.post(reverse("quizzes:upload"), {"file": file(listed), "team": team.slug})
    module = Module.objects.get()
    text = words(client.get(reverse("reading:module", args=[module.course.slug, module.slug])))
    assert "<ul> <li>one thing</li> <li>another thing</li> </ul>" in text
