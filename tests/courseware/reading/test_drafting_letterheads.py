"""The head of an official paper in plain text: whatever stands around it, the title is the title."""

import pytest

from courseware.reading.drafting import CourseDraft, draft_course
from intake.readers import read


def unwrapped(text: str) -> str:
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n"))


TITLE = "Lorry drivers may reserve a time for customs control at both western crossings"
ISSUER = "Ministry of Finance and Customs of the Republic of Orlavia"
SERIAL, DAY = "Press release No. 87/2025", "Orlast, 12 May 2025"
TEXT = unwrapped("""
From 1 July, drivers of goods vehicles will be able to reserve a time for control before they set out. The crossing at
Sarn will follow on 1 September, once its waiting area has been built. Nobody is obliged to reserve.

How the reservation works

The vehicle is registered once, on the website or by telephone, and a slot of two hours is chosen up to 14 days ahead.
A slot may be moved twice without giving a reason, at the latest three hours before it begins.
""")
TITLE_RU = "Водители грузовиков смогут заранее выбирать время прохождения таможни"
ISSUER_RU = "Государственный таможенный комитет Республики Орлавия"
TEXT_RU = unwrapped("""
С 1 июля водители грузовых машин смогут заранее выбирать время прохождения контроля. Второй пункт пропуска подключат к
системе с 1 сентября, когда будет построена стоянка. Пользоваться новой услугой никто не обязан.

Машину регистрируют один раз на сайте или по телефону, а время выбирают не более чем за 14 дней. Выбранное время можно
перенести два раза без объяснения причин, но не позднее чем за три часа до его начала.
""")


def drafted(*head: str, text: str = TEXT) -> CourseDraft:
    return draft_course(read("release.txt", ("\n\n".join([*head, text])).encode()))


@pytest.mark.parametrize(
    "head",
    [
        (TITLE, ISSUER, SERIAL, DAY),
        (TITLE, SERIAL, DAY),
        (ISSUER, SERIAL, DAY, TITLE),
        (ISSUER, f"{SERIAL}, 12 May 2025", TITLE),
        (ISSUER, "PRESS RELEASE", TITLE, DAY),
        ("PRESS RELEASE", ISSUER, TITLE, DAY),
        (ISSUER, DAY, TITLE),
        (TITLE, DAY, ISSUER),
        (TITLE, ISSUER),
        ("Ref.: MF/2025/87", TITLE, ISSUER, DAY),
        ("Circular No. 14", TITLE, DAY),
        (TITLE, "Information note 3/2025", DAY),
        (SERIAL, TITLE),
        ("For immediate release", DAY, TITLE),
    ],
)
def test_title_is_found_in_a_letterhead(head: tuple[str, ...]) -> None:
    course = drafted(*head)
    assert [module.title for module in course.modules] == [TITLE]
    (module,) = course.modules
    assert [section.heading for section in module.sections] == [None, "How the reservation works"]
    assert module.sections[0].paragraphs[0].startswith("From 1 July")
    assert module.publisher == (ISSUER if ISSUER in head else None)
    assert (module.published is not None) == any("12 May" in line for line in head)
    assert module.author is None


@pytest.mark.parametrize(
    ("head", "publisher", "day"),
    [
        (("Office of the City Auditor, Report 2023/07, published 18 October 2023",), "Office of the City Auditor", 18),
        (("Legal Information Service of Orlavia. Last reviewed: 12 January 2024",), "Legal Information Service of", 0),
        (
            ("Office of Statistics. Statistical Bulletin 17/2024. Released 9:30 a.m., 23 May 2024",),
            "Office of Statistics",
            23,
        ),
        (("By our local government correspondent, Aldermoor, Wednesday",), "", 0),
        (("Harbour & Terminal Review, September issue",), "Harbour & Terminal Review", 0),
        (("Sarn Bay Coastal Response Group", "Version 1.0 – 20 October 2025"), "Sarn Bay Coastal Response Group", 20),
        (("Danube Fruit Market Bulletin, No. 8", "Issued 22 August 2025"), "Danube Fruit Market Bulletin", 22),
        (("Regional Archives of Orlavia – Reader Services", "Page last updated: 3 March 2025"), "Regional Archives", 0),
        (("Handbook for Officers at Land Posts",), "", 0),
    ],
)
def test_lines_below_a_title_head_no_section(head: tuple[str, ...], publisher: str, day: int) -> None:
    (module,) = drafted(TITLE, *head, "Before you set out", text=TEXT).modules
    headings = [section.heading for section in module.sections if section.heading]
    assert (module.title, headings) == (TITLE, ["Before you set out", "How the reservation works"])
    assert (module.publisher or "").startswith(publisher)
    assert bool(module.publisher) == bool(publisher)
    assert (module.published.day if module.published else 0) == day


def test_head_of_a_paper_for_a_meeting_is_text() -> None:
    head = ("Standing Conference of School Authorities", "Twenty-third meeting, Orlast, 6–7 November 2025")
    about = ("Prepared by the secretariat. For discussion and guidance.", "Document SC/23/4")
    (module,) = drafted(TITLE, *head, *about, "1. Purpose of this paper").modules
    assert [section.heading for section in module.sections][:2] == [None, "1. Purpose of this paper"]
    assert (module.publisher, module.published) == (head[0], None)
    assert module.sections[0].paragraphs == (head[1], about[0])


def test_masthead_of_a_letter_with_several_articles_is_no_title() -> None:
    letter = ("THE WEEK IN PORTS", "No. 14, 12 February 2027", "-" * 40, TITLE, "by Tessa Example")
    assert [module.title for module in drafted(*letter).modules] == [TITLE]


def test_number_of_a_paper_is_told_among_what_was_left_out() -> None:
    assert SERIAL in drafted(TITLE, SERIAL, DAY).discarded


@pytest.mark.parametrize("head", [(ISSUER_RU, "Пресс-релиз № 14-П", TITLE_RU), (TITLE_RU, "№ 14-П", ISSUER_RU)])
def test_russian_letterhead(head: tuple[str, ...]) -> None:
    (module,) = drafted(*head, text=TEXT_RU).modules
    assert (module.title, module.publisher) == (TITLE_RU, ISSUER_RU)
    assert module.sections[0].paragraphs[0].startswith("С 1 июля")


def test_paper_with_no_other_line_keeps_its_number_for_a_title() -> None:
    assert [module.title for module in drafted("Circular No. 14", DAY).modules] == ["Circular No. 14"]


def test_name_of_a_house_may_be_a_title() -> None:
    (module,) = drafted("The Museum of Salt", "A town remembers its mines and those who worked in them").modules
    assert module.title == "The Museum of Salt"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "Court of Audit of Vell\nAudit report 9/2025: How passports are made",
            "Audit report 9/2025: How passports are made",
        ),
        ("Port School at Vell\nAnnual Report 2024", "Port School at Vell: Annual Report 2024"),
    ],
)
def test_report_and_who_made_it_are_told_apart(head: str, title: str):
    text = (
        "The Office counted 400 ships on its river, which is more than in the year before, and closed two piers. " * 4
    )
    page = f"{head}\n\nForeword by the Director\n\n{text}\n\nWhat we did\n\n{text}\n"
    (module,) = draft_course(read("report.txt", page.encode())).modules
    assert (module.title, module.publisher) == (title, head.split("\n")[0])
    assert [section.heading for section in module.sections] == ["Foreword by the Director", "What we did"]


def test_who_reports_to_whom_is_no_part_of_the_name():
    text = (
        "The Office counted 400 ships on its river, which is more than in the year before, and closed two piers. " * 4
    )
    head = "Upkeep of Bridges in the County\n\nReport of the State Audit Office of Vell to Parliament, No. 8/2024"
    page = f"{head}\n\n{text}\n"
    (module,) = draft_course(read("report.txt", page.encode())).modules
    assert (module.title, module.publisher) == ("Upkeep of Bridges in the County", "State Audit Office of Vell")


def test_a_day_above_the_title_is_no_numbered_heading():
    title = "One Form Instead of Nine Opens on 3 November"
    head = f"Press release\nCustoms Administration of Orlavia\n21 October 2025\n\n{title}"
    (module,) = draft_course(read("release.txt", f"{head}\n\n{TEXT}\n".encode())).modules
    assert module.title == title
    assert (module.publisher, str(module.published)) == ("Customs Administration of Orlavia", "2025-10-21")
