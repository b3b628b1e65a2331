import uuid
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from intake import actions
from intake.errors import Refused
from intake.models import SourceBlock, SourceDocument
from intake.states import TRIES, ReadingState
from tests.intake.files import cell, docx, paragraph, paragraphs, pdf, table

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = NOW + actions.LEASE + timedelta(seconds=1)
TABLE = table([cell("10:00"), cell("Opening")], [cell("11:00", '<w:gridSpan w:val="2"/>')])


def received(data=None, name="note.docx"):
    return actions.receive(name, data or docx(paragraph("A word") + TABLE), by=None, at=NOW, purpose="event")


def test_a_received_document_is_kept_and_not_yet_read():
    source = received()
    assert (source.state, source.purpose, source.blocks.count()) == (ReadingState.WAITING, "event", 0)
    assert source.sha256 == sha256(bytes(source.data)).hexdigest()


def test_reading_now_gives_state_kind_and_blocks():
    source = actions.read_now(received(), at=NOW)
    assert (source.state, source.kind, source.language) == (ReadingState.READ, "docx", "")
    assert source.as_document().blocks[1].spans == ((1, 0, 1, 2),)


def test_pages_of_a_pdf_are_kept_with_its_blocks():
    source = actions.read_now(
        received(pdf(paragraphs(100, "Some more words stand here, on one page."), ""), "a.pdf"), at=NOW
    )
    assert (source.blocks.get().page, source.steps_done, source.steps) == (1, source.steps, source.steps)


def test_a_document_that_cannot_be_read_says_why_and_loses_its_bytes():
    source = actions.read_now(received(b"\x89PNG rest", "a.docx"), at=NOW)
    assert (source.state, source.refusal, bytes(source.data)) == (ReadingState.REFUSED, ["image", {}], b"")
    assert not SourceBlock.objects.exists()


def test_taking_in_keeps_nothing_of_a_document_that_cannot_be_read():
    with pytest.raises(Refused):
        actions.take_in("a.txt", b"\x89PNG rest", by=None, at=NOW)
    assert not SourceDocument.objects.exists()


def test_taking_in_keeps_a_document_that_is_read():
    source = actions.take_in("a.txt", b"Some words stand here.", by=None, at=NOW)
    assert source.is_read and source.kind == "txt" and source.blocks.count() == 1


def test_a_document_is_claimed_once():
    source = received()
    same = SourceDocument.objects.get()
    assert [actions.take(source, at=NOW), actions.take(same, at=NOW)] == [True, False]


def test_a_document_whose_reader_was_lost_is_read_by_the_next():
    assert actions.take(received(), at=NOW)
    assert actions.read_due(clock=lambda: LATER) == 1
    assert SourceDocument.objects.get().is_read


def test_a_document_that_ends_every_reader_is_refused_in_the_end():
    source = received()
    SourceDocument.objects.update(tries=TRIES, state=ReadingState.READING, lease=uuid.uuid4(), leased_until=NOW)
    assert actions.read_due(clock=lambda: LATER) == 0
    source.refresh_from_db()
    assert (source.state, source.refusal) == (ReadingState.REFUSED, ["reader_lost", {}])


def test_a_reader_that_lost_its_lease_writes_nothing():
    source = received()
    actions.take(source, at=NOW)
    SourceDocument.objects.update(lease=uuid.uuid4())
    actions._read(source, 10)
    assert not SourceBlock.objects.exists()


def test_a_finished_document_is_not_read_again():
    source = actions.read_now(received(), at=NOW)
    assert actions.read_now(source, at=LATER).blocks.count() == 2
    assert actions.read_due(clock=lambda: LATER) == 0
