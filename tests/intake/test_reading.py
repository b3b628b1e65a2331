import os
import subprocess
import sys
import time

import pytest

from intake import reading
from intake.errors import Refused
from intake.reading import is_read_here, read_guarded
from tests.intake.files import docx, paragraph, paragraphs, pdf

HEAVY = "pdfplumber pdfminer pypdf lxml PIL pypdfium2 charset_normalizer"
WEB_PROCESS = f"""
import sys
from config.wsgi import application
import intake.actions, intake.forms, intake.reading
raise SystemExit(any(name in sys.modules for name in {HEAVY!r}.split()))
"""


def refusal(name, data, **how):
    with pytest.raises(Refused) as caught:
        read_guarded(name, data, **how)
    return caught.value


def script(tmp_path, monkeypatch, body):
    """Let a child do something else than read."""
    path = tmp_path / "child.py"
    path.write_text(f"import sys, os, time\nfrom intake.readers import child\n{body}\n")
    start = subprocess.Popen
    monkeypatch.setattr(reading.subprocess, "Popen", lambda args, **how: start([sys.executable, str(path)], **how))


def test_a_document_comes_out_of_the_child_as_it_went_in():
    found = read_guarded("note.docx", docx(paragraph("One word & another – «третье»")))
    assert (found.kind, found.blocks[0].text) == ("docx", "One word & another – «третье»")


def test_a_refusal_comes_out_of_the_child_with_its_values():
    refused = refusal("note.pdf", pdf(*[""] * 101))
    assert (refused.code, refused.values["pages"]) == ("pdf_too_many_pages", 101)


def test_progress_is_told_page_by_page():
    told = []
    read_guarded("a.pdf", pdf(*[paragraphs(100, "Some words stand here.")] * 3), lambda *step: told.append(step))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_only_small_texts_in_utf8_are_read_in_the_asking_process():
    assert is_read_here("a.txt", b"Plain words.")
    assert not any(
        is_read_here(name, data)
        for name, data in [
            ("a.txt", "слово".encode("cp1251")),
            ("a.txt", b"word " * 50_000),
            ("a.html", b"<html><body>"),
        ]
    )


def test_a_child_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    script(tmp_path, monkeypatch, "time.sleep(60)")
    began = time.monotonic()
    assert refusal("a.docx", docx(paragraph("x")), seconds=1).code == "reader_out_of_time"
    assert time.monotonic() - began < 5


def test_a_child_that_calculates_too_long_is_ended_by_the_system(tmp_path, monkeypatch):
    script(tmp_path, monkeypatch, "child.limit_process(10**9, 1)\nwhile True: pass")
    assert refusal("a.docx", docx(paragraph("x")), seconds=10).code == "reader_out_of_time"


def test_a_child_that_takes_too_much_memory_is_told(tmp_path, monkeypatch):
    script(
        tmp_path,
        monkeypatch,
        "child.read = lambda *a: bytearray(2 * 10**9)\n"
        "child.limit_process(10**9, 9)\n"
        "child.answer(child.answered('', b''))",
    )
    assert refusal("a.docx", docx(paragraph("x"))).code == "reader_out_of_memory"


@pytest.mark.parametrize("end", ["os.abort()", "raise ValueError", "sys.exit(0)", "os.kill(os.getpid(), 11)"])
def test_a_child_that_ends_without_an_answer_is_told(tmp_path, monkeypatch, end):
    script(tmp_path, monkeypatch, end)
    assert refusal("a.docx", docx(paragraph("x"))).code == "reader_lost"


def test_a_child_can_write_no_file_and_sees_no_secret(tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "known")
    target = tmp_path / "written"
    script(
        tmp_path,
        monkeypatch,
        "child.limit_process(10**9, 9)\n"
        "assert 'SECRET_KEY' not in os.environ\n"
        f"open({str(target)!r}, 'w').write('x' * 99999)",
    )
    assert refusal("a.docx", docx(paragraph("x"))).code == "reader_lost"
    assert not target.exists() or not target.stat().st_size


def test_the_web_process_loads_no_library_of_the_readers():
    own = {**os.environ, "SECRET_KEY": "x" * 50, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    assert subprocess.run([sys.executable, "-c", WEB_PROCESS], env=own, check=False).returncode == 0
