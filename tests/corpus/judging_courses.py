"""The draft of a course held against the expectations of a page. Questions are not judged here."""

import json
from collections import Counter
from typing import Any

from tests.corpus.bodies import body
from tests.corpus.judging import Tally, alternatives, plain, same, words

Json = dict[str, Any]
KEPT = 0.99  # of the words of an article
ADDED = 0.02  # words that are not the article's, besides its title


def judge(draft: Json, expected: Json) -> Tally:
    tally = Tally()
    left = list(draft["modules"])
    for wanted in expected["modules"]:
        module = best(left, wanted)
        tally.add("module", "missing" if module is None else "right", wanted["title"])
        if module is not None:
            left.remove(module)
            judge_module(tally, module, wanted)
    for module in left:
        tally.add("module", "invented", module["title"])
    everything = plain(json.dumps(draft["modules"], ensure_ascii=False))
    for text in expected.get("never", []):
        tally.add("left out", "invented" if plain(text) in everything else "right", repr(text))
    if expected.get("warns"):
        tally.add("warnings", "right" if draft["warnings"] else "missing")
    return tally


def best(modules: list[Json], wanted: Json) -> Json | None:
    """The module with the title, else the one with most words of the article."""
    article = words(text_of(wanted))
    titled = [module for module in modules if same(wanted["title"], module["title"])]
    near = sorted(modules, key=lambda module: -(words(module_text(module)) & article).total())
    near = [module for module in near if (words(module_text(module)) & article).total() > article.total() / 2]
    return next(iter([*titled, *near]), None)


def judge_module(tally: Tally, module: Json, wanted: Json) -> None:
    tally.value("title", [wanted["title"]], module["title"], same)
    for name, key in (("author", "author"), ("published", "published")):
        tally.value(name, alternatives(wanted.get(name, "")), module[key] or "", same)
    if "publisher" in wanted:
        tally.value("publisher", [wanted["publisher"]], module["publisher"] or "", same)
    if "body" in wanted:
        judge_words(tally, module, wanted)
    headings = [section["heading"] for section in module["sections"] if section["heading"]]
    if of_body(wanted, "heading") or "headings" in wanted:
        tally.several("headings", wanted.get("headings") or of_body(wanted, "heading"), headings, same)
    paragraphs = [text for section in module["sections"] for text in section["paragraphs"]]
    for text in wanted.get("keep", []):
        tally.add("kept", "right" if plain(text) in plain(" ".join(paragraphs)) else "missing", repr(text))
    for text in of_body(wanted, "caption"):
        tally.add("captions", "right" if any(same(text, one) for one in module["captions"]) else "missing", text)


def judge_words(tally: Tally, module: Json, wanted: Json) -> None:
    article, got = words(text_of(wanted)), words(module_text(module))
    kept = (article & got).total() / article.total()
    tally.add("words kept", "right" if kept >= KEPT else "missing", f"{kept:.1%} {some(article - got)}")
    added = got - article - words(wanted["title"])
    fine = added.total() <= ADDED * article.total()
    tally.add("words added", "right" if fine else "invented", f"{added.total()} {some(added)}")


def some(lost: Counter[str]) -> str:
    return " ".join(list(lost)[:12])


def text_of(wanted: Json) -> str:
    if "body" in wanted:
        return " ".join(piece.text for piece in body(wanted["body"]))
    return " ".join(wanted.get("keep", []))


def of_body(wanted: Json, kind: str) -> list[str]:
    return [piece.text for piece in body(wanted["body"]) if piece.kind == kind] if "body" in wanted else []


def module_text(module: Json) -> str:
    parts = [*module["captions"]]
    for section in module["sections"]:
        parts += [section["heading"] or "", *section["paragraphs"]]
    return " ".join(parts)
