"""From an invitation to the waiting list, up to a seat, and along when the event moves: as the person sees it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.people.models import Person
from events.programme.models import Event
from events.registration import actions
from tests import factories
from tests.browser.conftest import NARROW, WIDE
from tests.mailbox import last_code, last_letter

INVITED = "aliya@example.org"


def invite(page: Page, event: Event) -> None:
    page.goto(f"/desk/events/{event.slug}/invitations/add/")
    page.get_by_label("E-mail address").fill(INVITED)
    page.get_by_label("Name").fill("Aliya Test")
    page.get_by_role("button", name="Send the invitation").click()
    expect(page.get_by_text(INVITED).first).to_be_visible()


def accept(page: Page) -> None:
    page.goto(re.search(r"/invited/\S+", last_letter(INVITED).body).group())
    page.get_by_role("button", name="Go on to the form").click()
    expect(page.get_by_label("Name")).to_have_value("Aliya Test")
    page.get_by_label("Country").select_option("KZ")
    page.get_by_label("Agency").fill("Border service")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Send and get the code").click()
    page.get_by_label("Code").fill(last_code(INVITED))
    page.get_by_role("button", name="Continue").click()


def give_up_seat(page: Page, event: Event) -> None:
    page.goto(f"/events/{event.slug}/withdraw/")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("Your registration is withdrawn.")).to_be_visible()


def start_an_hour_later(page: Page, event: Event) -> None:
    page.goto(f"/desk/events/{event.slug}/edit/")
    page.get_by_label("Start").first.fill("18:00")
    page.get_by_label("End").first.fill("20:00")
    page.get_by_role("button", name="Save").click()
    page.wait_for_load_state()


@pytest.mark.parametrize(("viewport", "colours"), [(WIDE, "light"), (NARROW, "dark")], ids=["wide", "narrow and dark"])
def test_an_invited_person_waits_moves_up_and_hears_of_the_new_time(new_page, axe, viewport, colours):
    organizer, event = factories.person(), factories.event(capacity=1, title="Webinar on borders")
    factories.membership(event.team, organizer)
    seated = factories.registration(event).person
    desk, invited = new_page(signed_in=organizer), new_page(viewport=viewport, color_scheme=colours)
    invite(desk, event)
    accept(invited)
    expect(invited.get_by_role("heading", level=1)).to_have_text("You are number 1 on the waiting list")
    assert axe(invited) == []
    give_up_seat(new_page(signed_in=seated), event)
    assert last_letter(INVITED).subject == "A seat is yours: Webinar on borders"
    invited.reload()
    expect(invited.get_by_role("heading", level=1)).to_have_text("You are registered")
    assert axe(invited) == []
    start_an_hour_later(desk, event)
    actions.tell_of_moving(at=timezone.now() + timedelta(minutes=5))
    moved = last_letter(INVITED)
    assert (moved.kind, moved.calendar_method) == ("event_moved", "REQUEST")
    assert "DTSTART;TZID=Asia/Tashkent" in moved.calendar
    assert "T180000" in moved.calendar


def test_a_seat_is_given_up_from_a_letter_without_signing_in(new_page, axe):
    event, person = factories.event(capacity=1), factories.person()
    draft = actions.write_draft(
        event,
        email=person.email,
        answers={"name": "Aliya", "country": "KZ", "agency": "Customs", "position": "", "language": "en"},
        draft=None,
        at=timezone.now(),
    )
    actions.confirm(draft, person=person, at=timezone.now())
    page = new_page(viewport=NARROW)
    page.goto(re.search(r"/r/\S+", last_letter(person.email).body).group())
    assert axe(page) == []
    assert Person.objects.get(pk=person.pk).name not in page.content()
    page.get_by_role("button", name=re.compile("Withdraw|cannot come")).click()
    draft.refresh_from_db()
    assert draft.state == "withdrawn"
