"""Answers when the line drops: the network is switched off, or the real server is killed."""

import json

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from courseware.quizzes import actions as quizzes
from courseware.quizzes.models import Attempt, Response
from tests.browser.conftest import session_of
from tests.browser.offline.devices import (
    DOWN,
    answers,
    choose,
    close_and_open,
    drop_the_line,
    mend_the_line,
    open_and_keep,
    path_of,
    status,
)
from tests.browser.servers import Server


def test_answers_given_without_a_line_outlive_the_tab_and_are_saved_once(device, quiz, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, attempt)
    drop_the_line(context)
    page.reload()
    choose(page, 1, "Right")
    choose(page, 2, "Wrong")
    choose(page, 1, "Wrong")
    expect(status(page, 1)).to_contain_text("Saved on this device only.")
    page = close_and_open(page, attempt)
    expect(page.locator("#q1").get_by_label("Wrong")).to_be_checked()
    assert answers(attempt) == [None, None, None]
    mend_the_line(context)
    expect(status(page, 2)).to_have_text("Saved on the server.")
    expect(status(page, 1)).to_have_text("Saved on the server.")
    assert answers(attempt) == [[2], [2], None]
    assert Response.objects.filter(attempt=attempt).count() == 3


def test_a_line_that_drops_between_two_questions_leads_to_the_kept_attempt(device, quiz, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, quiz, attempt)
    page.get_by_role("button", name="Go on where you left").click()
    context.set_offline(True)
    choose(page, 1, "Right")
    page.get_by_role("button", name="Save and go on").click()
    page.wait_for_url("**/attempts/*/#q2")
    expect(page.locator("#q1").get_by_label("Right")).to_be_checked()
    choose(page, 2, "Right")
    context.set_offline(False)
    expect(status(page, 2)).to_have_text("Saved on the server.")
    assert answers(attempt) == [[1], [1], None]


def test_two_devices_are_merged_and_the_later_of_two_answers_counts(device, quiz, attempt, reader):
    first, second = device(reader), device(reader)
    train, office = open_and_keep(first, attempt), open_and_keep(second, attempt)
    first.set_offline(True)
    choose(train, 1, "Wrong")
    choose(train, 2, "Right")
    expect(status(train, 2)).to_contain_text("Saved on this device only.")
    choose(office, 1, "Right")
    choose(office, 3, "Right")
    expect(status(office, 3)).to_have_text("Saved on the server.")
    first.set_offline(False)
    expect(status(train, 2)).to_have_text("Saved on the server.")
    expect(status(train, 1)).to_contain_text("You gave another answer later")
    expect(train.locator("#q1").get_by_label("Right")).to_be_checked()
    assert answers(attempt) == [[1], [1], [1]]


def test_an_answer_given_later_without_a_line_outdoes_an_earlier_one_from_elsewhere(device, quiz, attempt, reader):
    first, second = device(reader), device(reader)
    train, office = open_and_keep(first, attempt), open_and_keep(second, attempt)
    first.set_offline(True)
    choose(office, 1, "Right")
    expect(status(office, 1)).to_have_text("Saved on the server.")
    choose(train, 1, "Wrong")
    first.set_offline(False)
    expect(status(train, 1)).to_have_text("Saved on the server.")
    assert answers(attempt) == [[2], None, None]


def test_what_could_not_be_sent_is_told_before_signing_out(device, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, attempt)
    page.route("**/quizzes/attempts/*/*/", lambda route: route.abort())
    choose(page, 1, "Right")
    expect(status(page, 1)).to_contain_text("Saved on this device only.")
    page.goto("/accounts/logout/")
    expect(page.get_by_text("Answers saved on this device only: 1. Signing out removes them.")).to_be_visible()


def test_answers_saved_as_a_file_are_handed_in_from_another_device(device, quiz, attempt, reader, tmp_path):
    context = device(reader)
    page = open_and_keep(context, attempt)
    context.set_offline(True)
    choose(page, 1, "Right")
    choose(page, 2, "Wrong")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my answers as a file").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert reader.name not in file.read_text() and reader.email not in file.read_text()
    assert json.loads(file.read_text())["person"] == str(reader.code)
    elsewhere = device(reader).new_page()
    elsewhere.goto(path_of(quiz))
    elsewhere.get_by_role("link", name="Hand in an answer file").click()
    elsewhere.get_by_label("Answer file").set_input_files(file)
    elsewhere.get_by_role("button", name="Hand in").click()
    expect(elsewhere.get_by_text("taken", exact=True)).to_have_count(2)
    assert answers(attempt) == [[1], [2], None]


def test_an_answer_that_came_too_late_is_told_and_offered_as_a_file(device, quiz, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, attempt)
    context.set_offline(True)
    choose(page, 1, "Right")
    expect(status(page, 1)).to_contain_text("Saved on this device only.")
    quizzes.submit(Attempt.objects.select_related("quiz__module").get(), at=timezone.now())
    context.set_offline(False)
    expect(page.get_by_text("the try was closed before your answer arrived")).to_be_visible()
    expect(page.get_by_role("button", name="Save my answers as a file")).to_be_visible()
    assert answers(attempt) == [None, None, None]


@pytest.mark.django_db(transaction=True)
def test_the_server_is_killed_in_the_middle_of_an_attempt_and_the_learner_goes_on(device, attempt, reader):
    with Server() as server:
        context = device(reader, base_url=server.url)
        context.add_cookies([{**session_of(reader), "url": server.url}])
        page = open_and_keep(context, attempt)
        choose(page, 1, "Right")
        expect(status(page, 1)).to_have_text("Saved on the server.")
        server.kill()
        choose(page, 2, "Right")
        expect(status(page, 2)).to_contain_text("Saved on this device only.")
        page.close()
        page = context.new_page()
        page.goto(path_of(attempt))
        expect(page.get_by_text(DOWN)).to_be_visible()
        expect(page.locator("#q1").get_by_label("Right")).to_be_checked()
        expect(page.locator("#q2").get_by_label("Right")).to_be_checked()
        choose(page, 3, "Wrong")
        assert answers(attempt) == [[1], None, None]
        server.start()
        expect(status(page, 3)).to_have_text("Saved on the server.", timeout=30_000)
        expect(status(page, 2)).to_have_text("Saved on the server.")
        assert answers(attempt) == [[1], [1], [2]]
        page.get_by_role("button", name="Finish and see the result").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Not passed")
    assert Attempt.objects.get().right_count == 2


def test_handing_in_without_a_line_waits_on_the_page(device, attempt, reader):
    context = device(reader)
    page = open_and_keep(context, attempt)
    context.set_offline(True)
    page.get_by_role("button", name="Finish and see the result").click()
    expect(page.get_by_text("Handing in needs a connection.")).to_be_visible()
    assert page.url.endswith(path_of(attempt))


def test_the_quiz_is_taken_along_and_saved_without_javascript(device, quiz, reader, axe):
    page = device(reader, java_script_enabled=False).new_page()
    page.goto(path_of(quiz))
    page.get_by_role("button", name="Take the quiz with you").click()
    choose(page, 2, "Right")
    page.get_by_role("button", name="Save for now").click()
    expect(page.get_by_text("Saved. You can go on now or come back later.")).to_be_visible()
    assert answers(Attempt.objects.get()) == [None, [1], None]
