import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from courseware.reading.models import Course
from tests import factories

KEYS = {"title", "author", "published", "source", "publisher", "language", "sections", "captions", "quotes",
        "reading_minutes", "readability", "key_terms", "terms", "abbreviations", "objectives", "opinions",
        "questions"}  # fmt: skip


@pytest.fixture
def path(tmp_path, page) -> Path:
    file = tmp_path / "page.txt"
    file.write_bytes(page)
    return file


def other(path: Path) -> Path:
    file = path.with_name("other.txt")
    file.write_bytes(path.read_bytes().replace(b"Rivers and Borders", b"Lakes and Passes"))
    return file


def refused(*arguments: object, **options: object) -> CommandError:
    with pytest.raises(CommandError) as refusal:
        call_command("draft_course", *arguments, **options)
    assert refusal.value.returncode == 2
    assert "\n" not in str(refusal.value)
    return refusal.value


def test_json_is_the_default_and_stands_alone_on_standard_output(path, capsys):
    call_command("draft_course", path)
    told = capsys.readouterr()
    draft = json.loads(told.out)
    assert set(draft) == {"modules", "discarded", "warnings"}
    assert [set(module) for module in draft["modules"]] == [KEYS]
    assert told.err == ""


def test_several_files_give_the_modules_of_all(path, capsys):
    call_command("draft_course", path, other(path), "--json")
    titles = [module["title"] for module in json.loads(capsys.readouterr().out)["modules"]]
    assert titles == ["Rivers and Borders in the Region", "Lakes and Passes in the Region"]


def test_a_page_without_an_article_is_an_empty_draft_with_a_sentence(tmp_path, capsys):
    (tmp_path / "note.txt").write_text("Only a line")
    call_command("draft_course", tmp_path / "note.txt")
    draft = json.loads(capsys.readouterr().out)
    assert draft["modules"] == []
    assert draft["warnings"][0].startswith("No article was found in note.txt")


@pytest.mark.parametrize(
    ("name", "data"), [("a.txt", b""), ("a.txt", b"\x00" * 99), ("a.exe", b"MZ\x90\x00" * 9),
                       ("a.txt", bytes(range(128, 256))), ("a.txt", b"x" * 5_000_000)],
)  # fmt: skip
def test_a_refused_file_ends_in_one_line_with_status_2(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    assert str(refused(tmp_path / name)).startswith(f"{name}: ")


def test_a_file_that_is_not_there_ends_with_status_2(tmp_path):
    assert "cannot be read" in str(refused(tmp_path / "nothing.txt"))


@pytest.mark.django_db
def test_saving_makes_one_draft_course_of_all_files(path, capsys):
    team = factories.team(slug="training")
    call_command("draft_course", path, other(path), save=True, team="training", title="Two pages")
    course = Course.objects.get()
    assert (course.team, course.title, course.state, course.modules.count()) == (team, "Two pages", "draft", 2)
    assert "/desk/courses/two-pages/" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_second_file_that_is_refused_leaves_no_course(path, tmp_path):
    factories.team(slug="training")
    (tmp_path / "bad.txt").write_bytes(b"\x00" * 99)
    refused(path, tmp_path / "bad.txt", save=True, team="training")
    assert not Course.objects.exists()


@pytest.mark.django_db
def test_saving_needs_a_team_that_exists(path):
    assert "no team" in str(refused(path, save=True, team="nobody"))
    assert "go together" in str(refused(path, save=True))
