"""The plan of the house, as far as a machine can hold it; the import contracts of pyproject.toml hold the rest."""

import ast
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(settings.ROOT)
RULES = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
PACKAGES = RULES["importlinter"]["root_packages"]
BESIDE = {"tests", "bench"}  # Python that is no part of the site
SOURCES = [
    path
    for package in [*PACKAGES, *BESIDE]
    for path in (ROOT / package).rglob("*.py")
    if "migrations" not in path.parts
]
TEMPLATES = [path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"}]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef) -> int:
    """Lines from `def` to the end, without decorators."""
    return node.end_lineno - node.lineno + 1


def packages(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if (path / "__init__.py").exists()]


def test_every_package_is_under_contract():
    found = {path.name for path in packages(ROOT)}
    assert found - BESIDE == set(PACKAGES)


def test_every_app_has_its_order_inside_under_contract():
    inside = next(rule for rule in RULES["importlinter"]["contracts"] if rule["name"].startswith("Inside an app"))
    ours = {app.name for app in apps.get_app_configs() if app.name.split(".")[0] in PACKAGES}
    assert ours == set(inside["containers"])
    assert inside["exhaustive"]


def test_every_domain_has_its_rooms_under_contract():
    held = {container for rule in RULES["importlinter"]["contracts"] for container in rule.get("containers", [])}
    domains = {app.name.split(".")[0] for app in apps.get_app_configs() if app.name.startswith(tuple(PACKAGES))}
    with_rooms = {domain for domain in domains if not (ROOT / domain / "apps.py").exists()}
    assert with_rooms <= held


def test_no_folder_with_code_escapes_the_contracts():
    """A folder without __init__.py is invisible to them, yet Django finds a command in it."""
    lost = [name(path) for path in SOURCES if path.parts[-2] != "bench" and not (path.parent / "__init__.py").exists()]
    assert lost == []


@pytest.mark.parametrize("package", [*PACKAGES, *sorted(BESIDE)])
def test_no_function_is_longer_than_fifty_lines(package):
    sources = [path for path in SOURCES if path.is_relative_to(ROOT / package)]
    long = [f"{name(path)}: {node.name}" for path in sources for node in functions(path) if length(node) > 50]
    assert long == []


def test_functions_are_short_as_a_rule():
    lengths = [length(node) for path in SOURCES for node in functions(path)]
    assert statistics.median(lengths) <= 8
    assert statistics.quantiles(lengths, n=10)[-1] <= 25


def test_no_module_is_longer_than_three_hundred_lines():
    assert [name(path) for path in SOURCES if len(path.read_text().splitlines()) > 300] == []


def test_no_template_is_longer_than_a_hundred_and_twenty_lines():
    assert [name(path) for path in TEMPLATES if len(path.read_text().splitlines()) > 120] == []


def test_no_template_needs_the_policy_for_scripts_and_styles_to_be_weakened():
    """Inline scripts, styles and handlers are refused by the browser; they would fail in silence."""
    pages = [path for path in TEMPLATES if path.suffix == ".html" and "mail" not in path.parts]
    signs = ("<style", " style=", " onclick=", " onload=", " onchange=", " onsubmit=", "javascript:", " hx-on")
    assert [name(path) for path in pages for sign in signs if sign in path.read_text()] == []


def test_every_requirement_is_pinned():
    lines = [line for file in ROOT.glob("requirements*.txt") for line in file.read_text().splitlines()]
    wanted = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert [line for line in wanted if "==" not in line] == []
