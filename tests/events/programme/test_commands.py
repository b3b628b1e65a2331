import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from events.programme.models import Event
from tests import factories

NOTE = Path(__file__).resolve().parents[3] / "seeds" / "concept-note.md"


def refusal_of(*args: str) -> CommandError:
    with pytest.raises(CommandError) as refusal:
        call_command("draft_event", *args)
    return refusal.value


def test_json_alone_stands_on_standard_output(capsys):
    call_command("draft_event", str(NOTE))
    printed = capsys.readouterr()
    draft = json.loads(printed.out)
    assert draft["format"] == "online" and draft["starts_at"] is None
    assert len([session for session in draft["sessions"] if session["proposed"]]) == 6
    assert printed.err == ""


def test_open_points_and_warnings_are_sentences(capsys):
    call_command("draft_event", str(NOTE), "--json")
    assert any(point.startswith("No date was found") for point in json.loads(capsys.readouterr().out)["open_points"])


@pytest.mark.parametrize("data", [b"", b"\x00\x01", "я".encode("cp1251") * 50, b"a" * 3_000_000, b"%PDF-1.7 x"])
def test_a_refused_file_ends_with_status_2_and_one_line(tmp_path, data, capsys):
    path = tmp_path / "note.txt"
    path.write_bytes(data)
    refusal = refusal_of(str(path))
    assert refusal.returncode == 2
    assert str(refusal) and "\n" not in str(refusal)
    assert capsys.readouterr().out == ""


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    for path in ("missing.txt", "."):
        assert refusal_of(str(tmp_path / path)).returncode == 2


def test_a_text_is_read_whatever_its_name_ends_in(tmp_path, capsys):
    (tmp_path / "note.xyz").write_text("Some words.")
    call_command("draft_event", str(tmp_path / "note.xyz"))
    assert json.loads(capsys.readouterr().out)["blocks"][0]["text"] == "Some words."


def test_saving_needs_a_team_and_a_team_needs_saving():
    assert refusal_of(str(NOTE), "--save").returncode == 2
    assert refusal_of(str(NOTE), "--team", "x").returncode == 2


@pytest.mark.django_db
def test_an_unknown_team_is_refused_and_nothing_is_saved():
    refusal = refusal_of(str(NOTE), "--save", "--team", "nobody")
    assert refusal.returncode == 2 and "nobody" in str(refusal)
    assert not Event.objects.exists()


@pytest.mark.django_db
def test_saving_gives_the_team_a_draft_and_prints_where_it_is(capsys):
    team = factories.team()
    call_command("draft_event", str(NOTE), "--save", "--team", team.slug)
    event = Event.objects.get(team=team)
    assert f"/desk/events/{event.slug}/edit/" in capsys.readouterr().out
