"""The real settings, each in a process of its own, because settings are read once."""

import json
import os
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REAL = {
    "SECRET_KEY": string.ascii_letters,
    "EMAIL_URL": "smtp://mail.example.org",
    "ALLOWED_HOSTS": "convoke.example.org",
}
READS = """
import json, sys, warnings
warnings.simplefilter("ignore")
import django
django.setup()
from django.conf import settings
from django.urls import NoReverseMatch, reverse
def found(name):
    try:
        return reverse(name) if ":" in name else getattr(settings, name)
    except NoReverseMatch:
        return None
print(json.dumps({name: found(name) for name in sys.argv[1:]}, default=str))
"""


def run(*command: str, var: Path, **values: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    clean = kept | {"VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": "config.settings"} | values
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=clean, capture_output=True, text=True, check=False)


def read(*names: str, var: Path, **values: str) -> dict[str, object]:
    done = run("-c", READS, *names, var=var, **values)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_outside_the_demo_everything_is_secure(tmp_path):
    names = ["SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE"]
    found = read(*names, "SECURE_HSTS_SECONDS", "DEBUG", var=tmp_path, **REAL)
    assert all(found[name] for name in names)
    assert found["SECURE_HSTS_SECONDS"] >= 31536000
    assert found["DEBUG"] is False


def test_the_demo_works_over_http(tmp_path):
    found = read("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "SECURE_HSTS_SECONDS", var=tmp_path, DEMO="yes")
    assert not any(found.values())


@pytest.mark.parametrize(("values", "address"), [(REAL, None), ({"DEMO": "yes"}, "/mailbox/")])
def test_the_mailbox_exists_in_the_demo_only(tmp_path, values, address):
    assert read("outbox:mailbox", var=tmp_path, **values) == {"outbox:mailbox": address}


def test_a_refused_setting_stops_every_command_with_one_line(tmp_path):
    done = run("manage.py", "check", var=tmp_path, **REAL | {"EMAIL_URL": ""})
    assert done.returncode == 1
    assert done.stderr.startswith("Convoke cannot start: EMAIL_URL is not set.")
    assert done.stderr.count("\n") == 1


def test_djangos_own_check_before_deployment_leaves_the_operators_choices_only(tmp_path):
    """Whether sub-domains are https too, and whether browsers may be told so in advance, only the operator knows."""
    done = run("manage.py", "check", "--deploy", var=tmp_path, **REAL)
    assert set(re.findall(r"security\.\w+", done.stderr)) == {"security.W005", "security.W021"}


def test_sqlite_runs_as_the_rules_need_it(tmp_path):
    options = read("DATABASES", var=tmp_path, DEMO="yes")["DATABASES"]["default"]["OPTIONS"]
    assert (options["transaction_mode"], options["timeout"]) == ("IMMEDIATE", 20)
    assert "journal_mode=WAL" in options["init_command"]
    assert "foreign_keys=ON" in options["init_command"]


def test_a_draft_is_printed_where_nothing_is_set_up(tmp_path):
    note = ROOT / "seeds" / "concept-note.md"
    done = run("manage.py", "draft_event", str(note), var=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["title"].startswith("Border Challenges")


def test_saving_a_draft_needs_the_settings(tmp_path):
    done = run("manage.py", "draft_event", "note.md", "--save", "--team", "x", var=tmp_path)
    assert done.returncode != 0
    assert "SECRET_KEY is not set" in done.stderr
