"""The documents in seeds/ keep the promises that the demonstration makes about them."""

import csv
import os
import re
import tomllib
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from courseware.quizzes.questionfile import QuestionFile, parse

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
QUIZ_PATHS = sorted((SEEDS / "quizzes").glob("*.txt"))
NOISE = {"Connect with us", "Central Asia", "Continue Reading", "Comments", "Publications", "Latest", "Trending"}
WEBINAR = (
    "Border Challenges in Central Asia in the Context of Counter-Terrorism and Related Transnational Organized Crime"
)
NAMES_NOT_OURS = (  # titles and the names of bodies cannot be said in other words
    WEBINAR,
    "Prevention and Encroachment of ISIS into Central Asia from Afghanistan",
    "CICA Meeting Seeks to Update Regional Cooperation and Dialogue",
    "United Nations Regional Centre for Preventive Diplomacy for Central Asia",
)
SPELLED_OUT = {
    "SALW": "small arms and light weapons",
    "IMU": "Islamic Movement of Uzbekistan",
    "FTFs": "Foreign terrorist fighters",
    "UNRCCA": "United Nations Regional Centre for Preventive Diplomacy for Central Asia",
    "UNCCT": "United Nations Counter-Terrorism Centre",
    "UNOCT": "United Nations Office of Counter-Terrorism",
    "BSM": "Border Security Management",
}
RUN = 9


def _text(name: str) -> str:
    return (SEEDS / name).read_text(encoding="utf-8")


def _articles() -> dict[str, list[str]]:
    """The lines of each article's body by its title: what stands between 'Published', 'on' and the next noise."""
    lines = [line for line in _text("articles.txt").splitlines() if line]
    heads = [n for n, line in enumerate(lines) if line == "Published"]
    ends = [*(head - 1 for head in heads[1:]), len(lines)]
    pairs = zip(heads, ends, strict=True)
    return {lines[head - 1]: [s for s in lines[head + 2 : end] if s not in NOISE] for head, end in pairs}


def _is_heading(line: str) -> bool:
    return len(line.split()) <= 8 and not line.endswith(".")


def _is_caption(line: str) -> bool:
    return line.startswith(("The ", "A ")) and 7 <= len(line.split()) <= 25 and not line.endswith(".")


def _section_of(passage: str, body: list[str]) -> str | None:
    """The sub-heading above the paragraph in which the passage stands; fails when no paragraph holds it."""
    section = None
    for line in body:
        section = line if _is_heading(line) else section
        if passage in line:
            return section
    raise AssertionError(f"not in the article: {passage}")


def _quiz(path: Path) -> QuestionFile:
    return parse(path.read_text(encoding="utf-8"))


def _bank() -> list[dict[str, str]]:
    return tomllib.loads(_text("bank.toml"))["question"]


def _runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w'-]+", text.lower().replace("’", "'"))
    return {tuple(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}


def _without_names(text: str) -> str:
    for number, name in enumerate(NAMES_NOT_OURS):
        text = text.replace(name, f" name{number} ")
    return text


def test_the_page_holds_four_articles() -> None:
    assert len(_articles()) == 4


@pytest.mark.parametrize("title", _articles())
def test_an_article_has_between_700_and_1200_words(title: str) -> None:
    assert 700 <= sum(len(line.split()) for line in _articles()[title]) <= 1200


@pytest.mark.parametrize("title", _articles())
def test_an_article_first_says_where_it_comes_from_and_that_it_is_opinion(title: str) -> None:
    source = _articles()[title][0]
    assert source.startswith("Source: summary in our own words of")
    assert "An opinion article" in source


@pytest.mark.parametrize("title", _articles())
def test_an_article_has_three_to_six_sub_headings(title: str) -> None:
    assert 3 <= sum(_is_heading(line) for line in _articles()[title]) <= 6


def test_the_page_has_at_least_two_captions() -> None:
    assert sum(_is_caption(line) for body in _articles().values() for line in body) >= 2


def test_a_blank_line_stands_between_all_lines_of_the_page() -> None:
    lines = _text("articles.txt").rstrip("\n").split("\n")
    assert all(lines[0::2])
    assert not any(lines[1::2])


def test_every_article_has_one_quiz_file() -> None:
    assert sorted(_quiz(path).module for path in QUIZ_PATHS) == sorted(_articles())


@pytest.mark.parametrize("path", QUIZ_PATHS, ids=lambda path: path.stem)
def test_a_quiz_has_at_least_nine_questions_of_all_three_kinds(path: Path) -> None:
    kinds = Counter(question.kind for question in _quiz(path).questions)
    assert kinds.total() >= 9
    assert min(kinds["single"], kinds["multiple"], kinds["true_false"]) >= 2


@pytest.mark.parametrize("path", QUIZ_PATHS, ids=lambda path: path.stem)
def test_every_passage_stands_in_the_named_section_of_its_article(path: Path) -> None:
    quiz = _quiz(path)
    found = [_section_of(question.passage, _articles()[quiz.module]) for question in quiz.questions]
    assert found == [question.section for question in quiz.questions]


@pytest.mark.parametrize("path", QUIZ_PATHS, ids=lambda path: path.stem)
def test_every_choice_has_feedback(path: Path) -> None:
    assert [c.text for question in _quiz(path).questions for c in question.choices if not c.feedback] == []


@pytest.mark.parametrize("path", QUIZ_PATHS, ids=lambda path: path.stem)
def test_the_right_choice_of_a_single_question_moves_about(path: Path) -> None:
    singles = [question for question in _quiz(path).questions if question.kind == "single"]
    assert {[c.correct for c in question.choices].index(True) for question in singles} == {0, 1, 2}


@pytest.mark.parametrize("path", QUIZ_PATHS, ids=lambda path: path.stem)
def test_both_true_and_false_are_right_somewhere(path: Path) -> None:
    pairs = [question.choices for question in _quiz(path).questions if question.kind == "true_false"]
    assert {choice.text for pair in pairs for choice in pair if choice.correct} == {"True", "False"}


def test_every_passage_of_the_bank_stands_in_the_named_section_of_its_article() -> None:
    of_modules = [each for each in _bank() if "module" in each]
    found = [_section_of(each["passage"], _articles()[each["module"]]) for each in of_modules]
    assert found == [each.get("section") for each in of_modules]


def test_each_objective_has_enough_for_two_tests_that_ask_something_different() -> None:
    draws = tomllib.loads(_text("decisions.toml"))["tests"]["of_each_objective"]
    of_objectives = Counter(each["objective"] for each in _bank() if "objective" in each)
    assert len(of_objectives) == 4
    assert min(of_objectives.values()) >= 2 * draws


def test_every_question_of_the_bank_explains_its_answer_and_belongs_somewhere() -> None:
    assert all(each["feedback"] and ("objective" in each) != ("module" in each) for each in _bank())


def test_the_note_opens_with_the_full_title_of_the_webinar() -> None:
    assert _text("concept-note.md").startswith(f"# {WEBINAR}\n")


def test_the_note_has_between_700_and_1000_words() -> None:
    assert 700 <= len(_text("concept-note.md").split()) <= 1000


@pytest.mark.parametrize(("heading", "count"), [("Objectives", 6), ("Themes", 4), ("Participants", 3)])
def test_the_note_lists_objectives_themes_and_participants(heading: str, count: int) -> None:
    section = _text("concept-note.md").split(f"## {heading}\n")[1].split("\n## ")[0]
    assert len(re.findall(r"^- ", section, re.MULTILINE)) == count


@pytest.mark.parametrize(("short", "long"), SPELLED_OUT.items())
def test_the_note_spells_out_its_abbreviations(short: str, long: str) -> None:
    assert f"{long} ({short})" in _text("concept-note.md")


def test_the_note_states_no_date_and_no_time_of_the_webinar() -> None:
    assert re.findall(r"\b(?:19|20)\d\d\b", _text("concept-note.md")) == ["2018"]  # the briefing it cites
    assert not re.search(r"\d[:.]\d\d|\b[ap]\.?m\b", _text("concept-note.md"))


def test_the_cast_has_one_organizer_one_moderator_and_five_participants() -> None:
    with (SEEDS / "people.csv").open(encoding="utf-8", newline="") as file:
        parts = Counter(person["part"] for person in csv.DictReader(file))
    assert parts == {"organizer": 1, "moderator": 1, "participant": 5}


def test_every_person_of_the_cast_is_complete_and_fictional() -> None:
    with (SEEDS / "people.csv").open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    assert all(None not in person and all(person.values()) for person in people)
    assert all(person["email"].endswith("@demo.example.org") for person in people)
    assert all(re.fullmatch("[A-Z]{2}", person["country"]) and ZoneInfo(person["time_zone"]) for person in people)
    assert {person["language"] for person in people} == {"en", "ru"}
    assert len({person["email"] for person in people}) == len({person["country"] for person in people}) == len(people)


def test_the_sessions_fill_the_time_between_start_and_end() -> None:
    decisions = tomllib.loads(_text("decisions.toml"))
    webinar, minutes = decisions["webinar"], decisions["session_minutes"]
    starts, ends = (int(webinar[name][:2]) * 60 + int(webinar[name][3:]) for name in ("starts", "ends"))
    assert minutes["opening"] + 4 * minutes["topic"] + minutes["closing"] == ends - starts


def test_the_decisions_keep_the_webinar_ahead_in_a_known_zone() -> None:
    webinar = tomllib.loads(_text("decisions.toml"))["webinar"]
    assert webinar["days_ahead"] > 0
    assert ZoneInfo(webinar["time_zone"])


def test_no_nine_words_in_a_row_come_from_the_source_texts() -> None:
    if "SOURCE_TEXTS" not in os.environ:
        pytest.skip("SOURCE_TEXTS does not name the folder of the source texts")
    sources = [path.read_text(encoding="utf-8") for path in Path(os.environ["SOURCE_TEXTS"]).glob("*.txt")]
    assert sources, "the folder named by SOURCE_TEXTS holds no texts"
    theirs = set[tuple[str, ...]]().union(*map(_runs, sources))
    ours = [path for path in SEEDS.rglob("*") if path.suffix in {".md", ".txt", ".csv", ".toml"}]
    shared = {path.name: sorted(_runs(_without_names(path.read_text(encoding="utf-8"))) & theirs) for path in ours}
    assert {name: runs for name, runs in shared.items() if runs} == {}
