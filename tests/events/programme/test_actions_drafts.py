import re
from html import unescape
from itertools import islice
from pathlib import Path

import pytest
from django.utils import timezone

from accounts.audit.models import AuditEntry
from accounts.teams.slugs import slugs
from events.programme import actions
from events.programme.actions.shapes import evidence_by_value, fitting, zone_of
from events.programme.models import Event
from intake.actions import take_in
from intake.errors import Refused
from intake.markup import to_html
from intake.models import SourceDocument
from tests import factories

pytestmark = pytest.mark.django_db
NOTE = Path(__file__).resolve().parents[3] / "seeds" / "concept-note.md"


def drafted(data: bytes | None = None, name: str = "note.md") -> Event:
    return actions.draft_from_file(name, data or NOTE.read_bytes(), team=factories.team(), by=None, at=timezone.now())


def test_a_concept_note_becomes_a_draft_that_nobody_outside_sees():
    event = drafted()
    assert event.title.startswith("Border Challenges in Central Asia")
    assert event.slug.startswith("border-challenges-in-central-asia")
    assert event.source.name == "note.md"
    assert not Event.objects.shown().exists()


def test_the_drafted_sessions_are_proposed_and_cite_their_blocks():
    sessions = drafted().sessions.all()
    assert len(sessions) == 6
    assert all(session.proposed and session.blocks for session in sessions)


SIGNS = """A webinar on evidence

Background:

The \\*and\\* of the manual, 5 * 3 * 2 and the <training> annex are quoted as they stand & kept [sic].

Topics of the day:

- The <first> topic
• The second_topic_name
"""


def test_the_words_of_the_document_are_shown_letter_by_letter_and_its_items_as_a_list():
    html = "".join(to_html(section.body) for section in drafted(SIGNS.encode(), "note.txt").sections.all())
    shown = unescape(re.sub(r"<[^>]+>", "", html))
    assert (
        r"The \*and\* of the manual, 5 * 3 * 2 and the <training> annex are quoted as they stand & kept [sic]." in shown
    )
    assert "<li>The &lt;first&gt; topic</li>\n<li>The second_topic_name</li>" in html


def test_the_lists_of_a_concept_note_stay_lists():
    html = "".join(to_html(section.body) for section in drafted().sections.all())
    assert html.count("<li>") > 3 and "\\" not in html


def test_the_open_points_of_the_draft_are_kept():
    codes = [code for code, _values in drafted().open_points]
    assert {"no_date", "no_time_zone", "sessions_proposed"} <= set(codes)


def test_every_cited_block_is_one_of_the_document():
    event = drafted()
    numbers = {block.n for block in event.source.blocks.all()}
    cited = {n for blocks in event.evidence.values() for n in blocks}
    assert {"title", "organisers", "audience"} <= set(event.evidence)
    assert cited <= numbers


def test_drafting_the_same_document_twice_gives_two_addresses():
    source = take_in("note.md", NOTE.read_bytes(), by=None, at=timezone.now())
    team = factories.team()
    first, second = (actions.draft_from(source, team=team, by=None, at=timezone.now()) for _ in range(2))
    assert second.slug == f"{first.slug}-2"


def test_a_refused_file_leaves_nothing_half_made():
    with pytest.raises(Refused):
        drafted(b"\x00\x01\x02")
    assert not SourceDocument.objects.exists() and not Event.objects.exists() and not AuditEntry.objects.exists()


def test_a_document_without_a_title_is_drafted_all_the_same():
    event = drafted(b"- one\n- two\n", name="list.md")
    assert event.slug.startswith("event") or event.title


def test_stated_times_and_speakers_become_sessions():
    note = (
        "# Customs in practice\n\nThe webinar will be held on 4 May 2027, 10:00-11:00, Tashkent time.\n\n## Agenda\n\n"
        "10:00-10:20 Opening\n\n10:20-11:00 Risk analysis at small crossing points\n"
    )
    event = drafted(note.encode())
    assert event.time_zone == "Asia/Tashkent"
    assert [f"{s.starts_at.astimezone(event.zone):%H:%M}" for s in event.sessions.all()] == ["10:00", "10:20"]
    assert not event.sessions.filter(proposed=True).exists()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Границы и торговля", "granitsy-i-torgovlya"),
        ("Қазақстан: шекара", "qazaqstan-shekara"),
        ("???", "event"),
        ("New", "new-2"),
        ("Bob's <b>bold</b> idea", "bobs-bboldb-idea"),
    ],
)
def test_an_address_is_made_in_latin_letters(title, slug):
    assert next(slugs(title, fallback="event", reserved={"new"})) == slug


def test_a_long_title_gives_an_address_cut_at_a_word():
    slug = next(slugs("word " * 40, fallback="event"))
    assert len(slug) <= 60 and set(slug.split("-")) == {"word"}
    assert list(islice(slugs("A", fallback="event"), 3)) == ["a", "a-2", "a-3"]


@pytest.mark.parametrize(
    ("stated", "zone"),
    [
        ("Asia/Tashkent", "Asia/Tashkent"),
        ("UTC+05:00", "Etc/GMT-5"),
        ("UTC-04:00", "Etc/GMT+4"),
        ("UTC−04:00", "Etc/GMT+4"),
        ("UTC+04:30", "UTC"),
        ("UTC+00:00", "Etc/GMT+0"),
        (None, ""),
    ],
)
def test_a_bare_offset_becomes_a_zone_that_has_it(stated, zone):
    assert zone_of(stated) == zone


def test_evidence_of_list_items_is_gathered_under_their_list():
    found = evidence_by_value({"themes[0]": (3,), "themes[1]": (2, 3), "sessions[0].title": (9,), "title": (1,)})
    assert found == {"themes": [2, 3], "title": [1]}


def test_a_text_longer_than_its_column_is_cut_at_a_word():
    assert fitting("one two three", 9) == "one two…"
    assert fitting("a\nb", 10) == "a b"
