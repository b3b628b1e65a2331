"""What `make run` says on a machine that is not ready. The good case is `make` itself."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config import bootstrap


def test_an_old_python_can_read_it():
    ast.parse(Path(bootstrap.__file__).read_text(), feature_version=(3, 5))


def test_a_python_that_is_too_old_says_so_and_what_to_do(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 8, 1))
    monkeypatch.setattr(bootstrap, "works", lambda python, code: False)
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; .* is 3\.8\. Install a newer one"):
        bootstrap.use_a_new_python()


def test_a_newer_python_on_the_path_is_taken(monkeypatch):
    taken: list[str] = []
    monkeypatch.setattr(sys, "version_info", (3, 8, 1))
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "python3.12" else None)
    monkeypatch.setattr(bootstrap, "works", lambda python, code: True)
    monkeypatch.setattr(os, "execv", lambda path, command: taken.append(path) or sys.exit())
    with pytest.raises(SystemExit):
        bootstrap.use_a_new_python()
    assert taken == ["/usr/bin/python3.12"]


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv_says_which_package_brings_it(monkeypatch, missing):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else object())
    with pytest.raises(SystemExit, match="sudo apt install python3-venv"):
        bootstrap.make_venv()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ERROR: No matching distribution found for Django==5.2.19", "reaches the package index"),
        ("ERROR: Failed building wheel for granian", "pip could not install requirements.txt"),
    ],
)
def test_packages_that_cannot_be_installed_end_in_a_sentence(monkeypatch, words, sentence):
    failed = subprocess.CompletedProcess([], 1, stdout=words)
    monkeypatch.setattr(subprocess, "run", lambda *_command, **_options: failed)
    with pytest.raises(SystemExit, match=sentence):
        bootstrap.install("requirements.txt")


@pytest.fixture
def project(tmp_path, monkeypatch) -> Path:
    """A project whose venv is good, and which notes what it would install."""
    (tmp_path / ".venv").mkdir()
    (tmp_path / "requirements.txt").write_text("one==1\n")
    (tmp_path / "requirements-dev.txt").write_text("-r requirements.txt\ntwo==2\n")
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(bootstrap, "works", lambda python, code: True)
    return tmp_path


def test_packages_are_installed_again_only_when_their_list_has_changed(project, monkeypatch):
    installed: list[str] = []
    monkeypatch.setattr(bootstrap, "install", installed.append)
    for _ in range(2):
        bootstrap.prepare("requirements-dev.txt")
    (project / "requirements.txt").write_text("one==1.1\n")
    bootstrap.prepare("requirements-dev.txt")
    assert installed == ["requirements-dev.txt"] * 2


def test_an_installation_that_was_broken_off_is_made_again(project, monkeypatch):
    monkeypatch.setattr(bootstrap, "install", lambda name: sys.exit("no network"))
    with pytest.raises(SystemExit):
        bootstrap.prepare("requirements.txt")
    installed: list[str] = []
    monkeypatch.setattr(bootstrap, "install", installed.append)
    bootstrap.prepare("requirements.txt")
    assert installed == ["requirements.txt"]


@pytest.fixture
def node(project, monkeypatch) -> list[list[str]]:
    """The same project with a list of npm packages; notes what npm was told to do."""
    (project / "tests" / "node").mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        (project / "tests" / "node" / name).write_text("{}")
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    told: list[list[str]] = []
    done = subprocess.CompletedProcess([], 0, stdout="")
    monkeypatch.setattr(subprocess, "run", lambda command, **_options: told.append(command) or done)
    return told


def test_packages_of_npm_are_installed_again_only_when_their_list_has_changed(node, project):
    for _ in range(2):
        bootstrap.prepare_node()
    (project / "tests" / "node" / "package-lock.json").write_text('{"changed": 1}')
    bootstrap.prepare_node()
    assert [command[:2] for command in node] == [["/usr/bin/npm", "ci"]] * 2


def test_without_npm_nothing_is_installed_and_nothing_fails(node, monkeypatch):
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    bootstrap.prepare_node()
    assert node == []


def test_packages_of_npm_that_cannot_be_fetched_stop_nothing(node, monkeypatch, capsys):
    failed = subprocess.CompletedProcess([], 1, stdout="ENOTFOUND")
    monkeypatch.setattr(subprocess, "run", lambda *_command, **_options: failed)
    bootstrap.prepare_node()
    assert "are skipped" in capsys.readouterr().out
    assert not (bootstrap.VENV / "node" / "installed").exists()


def test_the_lock_of_npm_names_no_registry():
    """Whoever installs uses the registry that their npm is set up for."""
    lock = (Path(bootstrap.__file__).parent.parent / "tests" / "node" / "package-lock.json").read_text()
    assert "resolved" not in lock and '"integrity"' in lock
