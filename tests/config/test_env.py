"""Every value that the environment may hold, and what is said to a wrong one."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env

REAL = {"SECRET_KEY": "x" * 40, "EMAIL_URL": "smtp+tls://us%40er:pa%2Fss@mail.example.org:587"}


def read(tmp_path: Path, **values: str) -> env.Environment:
    return env.read(values, tmp_path)


@pytest.mark.parametrize("missing", ["SECRET_KEY", "EMAIL_URL"])
def test_outside_the_demo_secret_and_mail_must_be_set(tmp_path, missing):
    values = {name: value for name, value in REAL.items() if name != missing}
    with pytest.raises(ImproperlyConfigured, match=f"{missing} is not set"):
        env.read(values, tmp_path)


def test_the_demo_needs_nothing_and_listens_to_this_machine_alone(tmp_path):
    found = read(tmp_path, DEMO="yes", ALLOWED_HOSTS="example.org")
    assert found.allowed_hosts == ["localhost", "127.0.0.1", "[::1]"]
    assert found.email["EMAIL_BACKEND"].endswith("dummy.EmailBackend")


def test_the_demo_keeps_its_secret_for_itself(tmp_path):
    first, second = (read(tmp_path, DEMO="yes").secret_key for _ in range(2))
    assert first == second
    assert len(first) >= 50
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEMO", "maybe", "DEMO is “maybe”; write yes or no"),
        ("DEBUG", "2", "DEBUG is “2”; write yes or no"),
        ("SECRET_KEY", "short", "SECRET_KEY is too short"),
        ("ALLOWED_HOSTS", "https://example.org", "ALLOWED_HOSTS takes host names"),
        ("ALLOWED_HOSTS", "*", "lets anybody choose the host"),
        ("SITE_URL", "example.org", "SITE_URL is not understood"),
        ("DATABASE_URL", "mysql://user@host/name", "DATABASE_URL is not understood"),
        ("DATABASE_URL", "convoke.sqlite3", "DATABASE_URL is not understood"),
        ("DATABASE_URL", "postgres://user@host/", "DATABASE_URL names no database"),
        ("DATABASE_URL", "postgres://user@host:port/name", "DATABASE_URL is not understood"),
        ("REDIS_URL", "localhost:6379", "REDIS_URL is not understood"),
        ("EMAIL_URL", "mail.example.org", "EMAIL_URL is not understood"),
        ("EMAIL_URL", "pigeon://mail.example.org", "EMAIL_URL is not understood"),
        ("EMAIL_URL", "smtp://mail.example.org:port", "EMAIL_URL is not understood"),
        ("TRUSTED_PROXIES", "many", "TRUSTED_PROXIES is “many”; write a whole number"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence_that_names_it(tmp_path, name, value, sentence):
    with pytest.raises(ImproperlyConfigured, match=sentence):
        env.read(REAL | {name: value}, tmp_path)


def test_a_refused_secret_is_not_repeated(tmp_path):
    with pytest.raises(ImproperlyConfigured) as refusal:
        env.read(REAL | {"SECRET_KEY": "my-short-secret"}, tmp_path)
    assert "my-short-secret" not in str(refusal.value)


@pytest.mark.parametrize(("value", "meant"), [("yes", True), (" On ", True), ("1", True), ("no", False), ("", False)])
def test_yes_and_no_are_read_as_people_write_them(value, meant):
    assert env.yes_no({"DEBUG": value}, "DEBUG") is meant


def test_the_mail_address_is_taken_apart(tmp_path):
    mail = env.read(REAL, tmp_path).email
    assert (mail["EMAIL_HOST"], mail["EMAIL_PORT"], mail["EMAIL_USE_TLS"]) == ("mail.example.org", 587, True)
    assert (mail["EMAIL_HOST_USER"], mail["EMAIL_HOST_PASSWORD"]) == ("us@er", "pa/ss")
    assert mail["EMAIL_TIMEOUT"] == 10


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_a_postgresql_address_is_taken_apart(tmp_path, scheme):
    found = env.read(REAL | {"DATABASE_URL": f"{scheme}://us:pw@db.example.org:5433/convoke"}, tmp_path).database
    assert found["ENGINE"].endswith("postgresql")
    assert (found["NAME"], found["USER"], found["HOST"], found["PORT"]) == ("convoke", "us", "db.example.org", 5433)


def test_without_an_address_the_database_is_a_file_in_var(tmp_path):
    assert env.read(REAL, tmp_path).database["NAME"] == tmp_path / "convoke.sqlite3"


def test_letters_point_to_the_first_host_unless_told_otherwise(tmp_path):
    hosts = REAL | {"ALLOWED_HOSTS": "convoke.example.org, www.example.org"}
    assert env.read(hosts, tmp_path).site_url == "https://convoke.example.org"
    assert env.read(hosts | {"SITE_URL": "https://a.example.org/"}, tmp_path).site_url == "https://a.example.org"


STORE = {
    "XAPI_ENDPOINT": "https://lrs.example.org/xapi",
    "XAPI_KEY": "key",
    "XAPI_SECRET": "secret",
    "XAPI_ACTOR_KEY": "k" * 32,
}


def test_a_learning_record_store_is_taken_as_it_is_written(tmp_path):
    assert env.read(REAL | STORE, tmp_path).xapi == STORE


@pytest.mark.parametrize(
    "name, value",
    [
        ("XAPI_ENDPOINT", "http://lrs.example.org/xapi"),
        ("XAPI_ENDPOINT", "lrs.example.org"),
        ("XAPI_SECRET", ""),
        ("XAPI_ACTOR_KEY", ""),
        ("XAPI_ACTOR_KEY", "too short"),
    ],
)
def test_a_learning_record_store_that_is_half_set_up_is_refused(tmp_path, name, value):
    with pytest.raises(ImproperlyConfigured, match="XAPI_"):
        env.read(REAL | STORE | {name: value}, tmp_path)


def test_the_demonstration_keeps_a_key_for_opaque_names_of_its_own(tmp_path):
    keys = {env.read({"DEMO": "yes"}, tmp_path).xapi["XAPI_ACTOR_KEY"] for _ in range(2)}
    assert len(keys) == 1 and len(keys.pop()) >= 32


def test_keys_of_badges_stand_in_a_file_or_in_the_variable_itself(tmp_path):
    pem = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
    (tmp_path / "keys.pem").write_text(pem)
    for value in (pem, pem.replace("\n", "\\n"), str(tmp_path / "keys.pem")):
        assert read(tmp_path, **REAL, BADGE_KEYS=value).badge_keys == pem
    assert read(tmp_path, **REAL).badge_keys == ""


def test_a_file_without_keys_is_refused(tmp_path):
    with pytest.raises(ImproperlyConfigured, match="BADGE_KEYS"):
        read(tmp_path, DEMO="yes", BADGE_KEYS=str(tmp_path / "missing.pem"))


def test_the_demonstration_makes_a_key_for_badges_and_keeps_it(tmp_path):
    first = read(tmp_path, DEMO="yes").badge_keys
    assert first.startswith("-----BEGIN PRIVATE KEY") and read(tmp_path, DEMO="yes").badge_keys == first
    assert (tmp_path / "badge-keys.pem").stat().st_mode & 0o077 == 0
