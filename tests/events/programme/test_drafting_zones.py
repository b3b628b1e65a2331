from datetime import date, datetime, timedelta

import pytest

from events.programme.drafting import draft_event, zone_of
from events.programme.drafting.places import zone_of_address
from events.programme.drafting.zones import zones
from intake.readers import read


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("10:00 (UTC+5)", "UTC+05:00"),
        ("10:00 GMT-3:30", "UTC-03:30"),
        ("10:00 GMT", "UTC"),
        ("10:00 CET", "CET"),
        ("10:00 Tashkent time", "Asia/Tashkent"),
        ("10:00 New York time", "America/New_York"),
        ("Thursday at 10:00 Central European Time", "CET"),
        ("10:00 Asia/Almaty", "Asia/Almaty"),
        ("10:00 по ташкентскому времени", "Asia/Tashkent"),
        ("10:00 (время Бишкека)", "Asia/Bishkek"),
        ("10:00 МСК", "Europe/Moscow"),
        ("Time (Bishkek)", "Asia/Bishkek"),
        ("14 h (heure de Paris)", "Europe/Paris"),
        ("10:00 Uzbekistan time", "Asia/Tashkent"),
    ],
)
def test_a_stated_zone_is_read(text, name):
    assert [found.name for found in zones(text)] == [name]


@pytest.mark.parametrize(
    "text", ["in Tashkent at 10:00", "10:00 local time", "At This Time", "Asia/Nowhere", "the CETA deal"]
)
def test_a_place_or_other_words_are_no_zone(text):
    assert zones(text) == []


def test_a_label_is_checked_against_the_season():
    (found,) = zones("CET")
    assert found.in_force_on(date(2026, 12, 17)) and not found.in_force_on(date(2026, 7, 17))


@pytest.mark.parametrize(("name", "hours"), [("UTC+05:30", 5.5), ("UTC-03:00", -3), ("Asia/Tashkent", 5)])
def test_the_name_of_a_draft_gives_its_zone(name, hours):
    assert datetime(2026, 12, 17, 12, tzinfo=zone_of(name)).utcoffset() == timedelta(hours=hours)


def drafted(when):
    return draft_event(
        read("note.txt", f"Seminar on Old Maps\n\nDate and time: {when}\n\nThe seminar is short.".encode())
    )


def test_labels_that_agree_on_the_moment_are_taken():
    draft = drafted("17 December 2026, 7.30am EST / 12.30pm UK time / 1.30pm CET")
    assert draft.starts_at.isoformat() == "2026-12-17T07:30:00-05:00"


def test_labels_that_contradict_each_other_stay_open():
    draft = drafted("17 December 2026, 10:00 CET / 15:00 Tashkent time")
    assert (draft.time_zone, draft.starts_at) == (None, None)
    assert "zones_differ" in [point.code for point in draft.open_points]


def test_a_winter_label_in_summer_stays_open():
    draft = drafted("17 July 2026, 10:00 CET")
    assert draft.time_zone is None
    assert "zone_not_in_force" in [point.code for point in draft.open_points]


def test_a_wrong_weekday_is_an_open_point():
    assert "weekday_differs" in [point.code for point in drafted("Friday, 17 December 2026, 10:00 UTC").open_points]


def test_a_day_without_an_hour_gives_no_moment():
    draft = drafted("17-18 December 2026, Tashkent time")
    assert draft.starts_at is None
    assert {"code": "no_time", "days": "2026-12-17 – 2026-12-18"} in [
        {"code": point.code, **point.values} for point in draft.open_points
    ]


@pytest.mark.parametrize("told", ["14:00 (Tashkent)", "02:00 PM Tashkent"])
def test_a_town_right_behind_the_time_names_its_zone(told):
    draft = drafted(f"17 December 2026, {told}")
    assert draft.starts_at.isoformat() == "2026-12-17T14:00:00+05:00"
    assert draft.origin["time_zone"] == "inferred"


def test_a_town_that_may_be_the_venue_only_offers_its_zone():
    draft = drafted("17 December 2026, 14:00, Tashkent")
    assert draft.time_zone is None
    offer = {"place": "Tashkent", "zone": "Asia/Tashkent", "first": "2026-12-17", "last": "2026-12-17"}
    assert offer in [point.values for point in draft.open_points]


@pytest.mark.parametrize(
    ("address", "zone"),
    [
        ("Hotel Example, Lake Street 5, 1000 Brussels, Belgium", "Europe/Brussels"),
        ("г. Ош, Кыргызская Республика", "Asia/Bishkek"),
        ("Aktau, Kazakhstan", "Asia/Almaty"),
        ("Vienna Street 5, Nowhere", None),
        ("Hall 2, Sydney, Australia", "Australia/Sydney"),
        ("Vienna and Tashkent", None),
    ],
)
def test_an_address_offers_the_zone_of_its_town_or_country(address, zone):
    found = zone_of_address(address)
    assert (found[0] if found else None) == zone


def test_the_one_zone_that_a_note_names_is_that_of_its_times():
    note = "Seminar on Old Maps\n\nDate: 17 December 2026, 10:00\n\nOur clocks show UTC+5, come in time."
    assert draft_event(read("note.txt", note.encode())).time_zone == "UTC+05:00"


def test_of_several_clocks_that_of_the_agenda_is_the_events():
    note = (
        "Webinar on Old Maps\n\nDate: 17 December 2026, 8:00 New York / 14:00 Geneva / 18:00 Dushanbe\n\n"
        "Agenda\n\n18:00 Opening\n\n18:10 Maps\n\n19:00 Closing"
    )
    draft = draft_event(read("note.txt", note.encode()))
    assert draft.time_zone == "Asia/Dushanbe"
    assert draft.starts_at == draft.sessions[0].starts_at


@pytest.mark.parametrize(
    ("said", "zone"),
    [("Doors open at 10:00 Tashkent time (UTC+5).", "Asia/Tashkent"), ("Call 10:00 Tashkent time (UTC+2).", None)],
)
def test_a_city_and_its_offset_behind_one_time_name_one_zone(said, zone):
    note = f"# Maps\n\nDate: 5 May 2027\n\n## Practical\n\nCoats may be left. {said}\n\n## Agenda\n\n10:00-11:00 Maps"
    assert draft_event(read("note.md", note.encode())).time_zone == zone
