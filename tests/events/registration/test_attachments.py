"""Files that people hand in: taken by their content, given back to those who may read them, never run."""

import zipfile
import zlib
from io import BytesIO

import pytest
from django.utils import timezone

from events.programme.models import Event
from events.registration import attachments
from events.registration.errors import FileDamaged, FileEmpty, FileNotTaken, FileOldWord, FileTooLarge
from events.registration.models import Attachment, Question, Registration
from events.registration.states import SeenBy
from tests import factories

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
ENCRYPTED = PDF.replace(b"/Root", b"/Encrypt 2 0 R/Root")
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xda\x00\x04ab..scan..\xff\xd9"


def chunk(kind, data=b""):
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)


PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13)) + chunk(b"IDAT", b"xx") + chunk(b"IEND")


def archive(parts):
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in parts.items():
            zipped.writestr(name, data)
    return made.getvalue()


def docx(kind=attachments.DOCX + ".main+xml", **more):
    return archive({"[Content_Types].xml": f'<Override ContentType="{kind}"/>', "word/document.xml": "<w/>", **more})


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, "application/pdf"),
        (ENCRYPTED, "application/pdf"),
        (JPEG, "image/jpeg"),
        (JPEG + b"what a camera adds", "image/jpeg"),
        (PNG, "image/png"),
        (docx(), attachments.DOCX),
    ],
)
def test_a_file_is_known_by_its_content(data, kind):
    assert attachments.type_of(data) == kind


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", FileEmpty),
        (PDF + bytes(attachments.MAX_BYTES), FileTooLarge),
        (b"<!doctype html><script>alert(1)</script>", FileNotTaken),
        (b"<html>" + PDF, FileNotTaken),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', FileNotTaken),
        (b"GIF89a", FileNotTaken),
        (b"MZ\x90\x00", FileNotTaken),
        (attachments.OLD_WORD + b"x" * 600, FileOldWord),
        (PDF[:40], FileDamaged),
        (JPEG[:20], FileDamaged),
        (b"\xff\xd8\xff" + b"\xff" * 30, FileDamaged),
        (PNG[:30], FileDamaged),
        (docx()[:80], FileDamaged),
        (archive({"evil.exe": "MZ"}), FileNotTaken),
        (docx("application/vnd.ms-word.document.macroEnabled.main+xml"), FileNotTaken),
        (docx(**{"word/vbaProject.bin": "x"}), FileNotTaken),
        (docx(**{"word/media/bomb.png": bytes(attachments.UNPACKED_AT_MOST)}), FileDamaged),
    ],
)
def test_anything_else_is_refused_by_name(data, refusal):
    with pytest.raises(refusal) as refused:
        attachments.type_of(data)
    assert "lease" in str(refused.value)  # it says what to do


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("note verbale.pdf", "note verbale.pdf"),
        ("Нота №5.PDF", "Нота №5.pdf"),
        ("C:\\secret\\..\\note.pdf", "note.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("photo.html", "photo.html.pdf"),
        ("exe\u202efdp.exe", "exefdp.exe.pdf"),
        ('a"\r\nX-Evil: 1.pdf', "aX-Evil 1.pdf"),
        ("", "file.pdf"),
        (".pdf", "file.pdf"),
        ("x" * 300 + ".pdf", "x" * 150 + ".pdf"),
    ],
)
def test_a_name_is_kept_without_what_could_harm(name, safe):
    assert attachments.safe_name(name, attachments.PDF) == safe


@pytest.mark.django_db
def test_a_file_is_kept_with_its_bytes_and_their_digest():
    kept = attachments.take_in("scan.jpeg", PDF, at=timezone.now())
    kept.refresh_from_db()
    assert bytes(kept.data) == PDF
    assert (kept.name, kept.type) == ("scan.jpeg.pdf", "application/pdf")
    assert len(kept.sha256) == 64


@pytest.mark.django_db
def test_what_is_refused_is_not_kept():
    with pytest.raises(FileNotTaken):
        attachments.take_in("note.pdf", b"<html>", at=timezone.now())
    assert not Attachment.objects.exists()


@pytest.fixture
def handed_in():
    """An answer with a file, and the people around it."""
    people = {name: factories.person() for name in ("own", "organizer", "moderator", "stranger")}
    team = factories.team(organizer=people["organizer"], moderator=people["moderator"])
    row = factories.registration(factories.event(team=team), person=people["own"])
    file = attachments.take_in("Нота.pdf", PDF, at=timezone.now())
    return factories.answer(row, value=None, file=file), people


def opened_by(client, handed_in):
    answer, people = handed_in
    for name, person in people.items():
        client.force_login(person)
        if client.get(f"/attachments/{answer.file.code}/").status_code == 200:
            yield name


@pytest.mark.django_db
def test_a_file_is_opened_by_whoever_handed_it_in_and_by_the_organizers(client, handed_in):
    assert list(opened_by(client, handed_in)) == ["own", "organizer"]


@pytest.mark.django_db
def test_a_moderator_opens_it_where_the_whole_team_may_see_the_answer(client, handed_in):
    Question.objects.update(seen_by=SeenBy.TEAM)
    assert list(opened_by(client, handed_in)) == ["own", "organizer", "moderator"]


@pytest.mark.django_db
def test_before_the_mailbox_is_proven_nobody_opens_a_file(client, handed_in):
    Registration.objects.update(state="draft", person=None, holds_seat=False)
    Event.objects.update(seats_taken=0)
    assert list(opened_by(client, handed_in)) == []


@pytest.mark.django_db
def test_a_file_is_saved_by_the_browser_and_never_run(client, handed_in):
    answer, people = handed_in
    client.force_login(people["own"])
    served = client.get(f"/attachments/{answer.file.code}/")
    assert served.content == PDF
    assert served["Content-Type"] == "application/pdf"
    assert served["Content-Disposition"] == "attachment; filename*=utf-8''%D0%9D%D0%BE%D1%82%D0%B0.pdf"
    assert served["X-Content-Type-Options"] == "nosniff"
    assert served["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in served["Cache-Control"]


@pytest.mark.django_db
def test_somebody_who_is_not_signed_in_is_sent_to_the_door(client, handed_in):
    assert "/sign-in/" in client.get(f"/attachments/{handed_in[0].file.code}/").url
