"""What `manage.py serve` refuses before it touches anything."""

import socket

import pytest
from django.contrib.staticfiles.finders import get_finder
from django.core.management.base import CommandError

from front.management.commands import serve
from front.management.commands.serve import address, services

FINDER = "django.contrib.staticfiles.finders.FileSystemFinder"


@pytest.fixture
def taken() -> str:
    """A port that somebody serves with SO_REUSEPORT, as granian does."""
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield str(server.getsockname()[1])


def test_a_port_that_is_served_already_is_refused(taken):
    with pytest.raises(CommandError, match=f"Port {taken} is taken"):
        address("127.0.0.1", taken)


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", ""])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(CommandError, match="write a number from 1 to 65535"):
        address("127.0.0.1", port)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])
def test_the_demo_listens_to_this_machine_alone(settings, host):
    settings.DEMO = True
    with pytest.raises(CommandError, match="for this machine alone"):
        address(host, "8000")


def test_a_host_that_is_not_this_machine_is_refused():
    with pytest.raises(CommandError, match=r"HOST=192\.0\.2\.1 cannot be listened on"):
        address("192.0.2.1", "8000")


def test_without_redis_there_is_a_polling_worker(settings):
    assert [service.name for service in services("127.0.0.1", 8000)] == ["web server", "worker"]


def test_with_redis_there_are_celery_and_its_clock(settings):
    settings.REDIS_URL = "redis://127.0.0.1"
    assert [service.name for service in services("127.0.0.1", 8000)] == ["web server", "Celery worker", "Celery beat"]


def test_static_files_are_compressed_again_only_when_one_has_changed(settings, tmp_path, monkeypatch):
    """The manifest stands for the files: it is what collectstatic writes last."""
    calls: list[str] = []
    source, settings.VAR, settings.STATIC_ROOT = tmp_path / "source", tmp_path, tmp_path
    source.mkdir()
    (source / "site.css").write_text("body {}")
    settings.STATICFILES_DIRS, settings.STATICFILES_FINDERS = [source], [FINDER]
    get_finder.cache_clear()
    monkeypatch.setattr(serve, "call_command", lambda name, **_: calls.append(name))
    (tmp_path / "staticfiles.json").touch()
    for text in ("body {}", "body {}", "body { color: red }"):
        if (source / "site.css").read_text() != text:
            (source / "site.css").write_text(text)
        serve.collect_static()
    get_finder.cache_clear()
    assert len(calls) == 2


def test_the_web_server_writes_no_log_of_who_asked_for_what():
    web = services("127.0.0.1", 8000)[0]
    assert "--no-access-log" in web.command
