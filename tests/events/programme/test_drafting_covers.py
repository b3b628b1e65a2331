"""What stands at the top of notes and around them: letterheads, kinds of paper, frames, mail heads, passwords."""

import json

import pytest

from events.programme import wording
from events.programme.drafting import as_json, draft_event
from intake.readers import read

WHEN = "\n\n4 May 2027, 10:00-12:00 (UTC+1)\n\nThe seminar looks at the old mills of the valley and at who runs them.\n"


def drafted(text, name="note.md"):
    return draft_event(read(name, text.encode()))


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("# Institute of Mills\n\n## Regional Seminar\n\n## Who Runs the Mill?", "Who Runs the Mill?"),
        ("# Concept note\n\nSeminar for millers and bakers", "Seminar for millers and bakers"),
        ("# Training of Trainers Seminar\n\nMills and Their Keepers", "Mills and Their Keepers"),
        ("# Mills of the Valley:\n\n## who runs them", "Mills of the Valley: who runs them"),
        ("# “Mills and\n\n## Millers”", "Mills and Millers"),
        ("# Institute of Mills", "Institute of Mills"),
        ("# Customs and Mills: What Bakers Pay", "Customs and Mills: What Bakers Pay"),
    ],
)
def test_the_title_is_neither_who_writes_nor_what_kind_of_paper_it_is(top, title):
    assert drafted(top + WHEN).title == title


def test_the_body_above_the_title_is_the_inferred_organiser():
    draft = drafted("# Institute of Mills\n\n## Regional Seminar\n\n## Who Runs the Mill?" + WHEN)
    assert draft.organisers == ("Institute of Mills",)
    assert draft.origin["organisers[0]"] == "inferred"


@pytest.mark.parametrize(
    "said",
    [
        ". Passcode: Kr9#x",
        " (password for the meeting: Lock7)",
        "; код доступа 123 456",
        ", PIN 4411",
        "?pwd=aB3dE",
        ". Password: Danube",
    ],
)
def test_a_password_of_the_meeting_is_drafted_nowhere(said):
    document = read("note.md", f"# Mills{WHEN}\nJoin at https://zoom.example/j/1{said}, please.\n".encode())
    data = json.dumps(as_json(draft_event(document), document, wording.sentence), ensure_ascii=False)
    assert said.split()[-1].rpartition("=")[2].strip(")") not in data
    assert "Join at" in data
    assert "password of the meeting was left out" in data


@pytest.mark.parametrize(
    "said",
    [
        "Please do not share the passcode.",
        "Passwords: Why They Fail",
        "A password Protects.",
        "The room is password-protected.",
    ],
)
def test_words_about_passwords_stay(said):
    assert said in drafted(f"# Mills{WHEN}\n## Rules\n\n{said}").sections[-1].body


def test_a_note_in_two_tongues_side_by_side_is_read_in_its_own_and_cites_the_table():
    pairs = [("Mills at Night", "Мельницы ночью"), ("Venue: Hall 3, Millbridge", "Место: зал 3, Милбридж"),
             ("Participants: millers, bakers of the whole valley", "Участники: мельники, пекари")]  # fmt: skip
    rows = "".join(f"<tr><td>{own}</td><td>{other}</td></tr>" for own, other in pairs)
    draft = drafted(f"<html><body><table>{rows}</table></body></html>", "note.html")
    assert (draft.title, draft.venue) == ("Mills at Night", "Hall 3, Millbridge")
    assert draft.evidence["venue"] == (1,)


MAIL = """From: Ann Example <ann@mills.example>
Sent: 2 March 2027 08:15
To: Board
Subject: FW: Invitation: "Mills at Night", 4 May

Shall we go?

From: Mill Society <office@mills.example>
To: Ann Example
Subject: Invitation: "Mills at Night", 4 May

We invite you to the talk “Mills at Night: Who Grinds in the Dark”.

Kind regards,
Bo Sample
Secretariat, Mill Society

You receive this message because you are a member. Unsubscribe
"""


def test_a_mail_sent_on_is_titled_by_its_subject_written_out():
    assert drafted(MAIL, "mail.txt").title == "Mills at Night: Who Grinds in the Dark"


def test_who_signs_a_mail_is_the_inferred_organiser():
    assert drafted(MAIL, "mail.txt").organisers == ("Mill Society",)


def test_heads_remarks_and_footers_of_mails_are_no_part_of_the_description():
    bodies = " ".join(section.body for section in drafted(MAIL, "mail.txt").sections)
    assert "Shall we go?" not in bodies
    assert "Unsubscribe" not in bodies
