"""What `make run`, `make test` and the others do first: a Python that is new enough, .venv, the pinned packages.

Any Python 3 must be able to read this file, because a Python that is too old has to say so itself: standard library
only, and no syntax younger than 3.5. Everything that can be wrong with a machine ends in one sentence that says what
to do.
"""

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
INSIDE = str(VENV / "bin" / "python")
OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
NOT_TRIED = 77  # the exit status of tests/postgres.py where PostgreSQL cannot run
UNREACHABLE = ("Could not find a version", "No matching distribution", "ConnectionError", "Max retries", "timed out")
PYTEST = [INSIDE, "-m", "pytest"]
POSTGRES = "tests.postgres"  # the plugin that starts one
TESTING = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DJANGO_ALLOW_ASYNC_UNSAFE": "true"}


def main(task: str) -> None:
    os.chdir(str(ROOT))
    use_a_new_python()
    if task == "run":
        prepare("requirements.txt")
        os.environ.setdefault("DEMO", "yes")
        os.execv(INSIDE, [INSIDE, "manage.py", "serve", "--prepare"])
    prepare("requirements-dev.txt")
    if task == "test":
        prepare_node()
    sys.exit(TASKS[task]())


def use_a_new_python() -> None:
    """Go on in this Python, or start again in a newer one, or say that there is none."""
    if sys.version_info >= OLDEST:
        return
    for path in filter(None, map(shutil.which, NEWER)):
        if works(path, "import sys; sys.exit(sys.version_info < {})".format(OLDEST)):
            os.execv(path, [path, *sys.argv])
    sys.exit(
        "Convoke needs Python {}.{} or newer; {} is {}.{}. Install a newer one (Debian and Ubuntu: sudo apt install "
        "python3 python3-venv), or name one: make PYTHON=/path/to/python3 {}".format(
            OLDEST[0], OLDEST[1], sys.executable, sys.version_info[0], sys.version_info[1], " ".join(sys.argv[1:])
        )
    )


def prepare(requirements: str) -> None:
    """Bring .venv to what `requirements` names. Nothing is done, and no network is used, when it is there already."""
    if not works(INSIDE, "import sys, pip; sys.exit(sys.version_info < {})".format(OLDEST)):
        make_venv()
    stamp = VENV / (requirements + ".installed")
    wanted = fingerprint(ROOT / requirements)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    install(requirements)
    stamp.write_text(wanted)


def prepare_node() -> None:
    """Bring .venv/node to what tests/node names, where there is npm. Tests that want it are skipped without it."""
    npm, source, target = shutil.which("npm"), ROOT / "tests" / "node", VENV / "node"
    wanted = hashlib.sha256((source / "package-lock.json").read_bytes()).hexdigest()
    stamp = target / "installed"
    if npm is None or (stamp.exists() and stamp.read_text() == wanted):
        return
    say("Installing the packages of tests/node into .venv/node (once)")
    target.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(str(source / name), str(target / name))
    done = subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=str(target), **captured())
    if done.returncode:
        print(done.stdout.strip() + "\nWithout them the tests of packages for other systems are skipped.", flush=True)
    else:
        stamp.write_text(wanted)


def works(python: str, code: str) -> bool:
    try:
        return subprocess.call([python, "-c", code], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make_venv() -> None:
    """A new .venv, also in the place of one that was left half made or whose Python has gone."""
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        sys.exit(
            "This Python ({}) comes without venv. Install it (Debian and Ubuntu: sudo apt install python3-venv), "
            "then run the same command again.".format(sys.executable)
        )
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], **captured())
    if done.returncode:
        sys.exit("The folder .venv could not be made.\n" + done.stdout.strip())


def install(requirements: str) -> None:
    say("Installing the packages of {} into .venv (once; it may take a minute)".format(requirements))
    pip = [INSIDE, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "-r", requirements]
    done = subprocess.run(pip, **captured())
    if done.returncode == 0:
        return
    words = done.stdout.strip()
    if any(sign in words for sign in UNREACHABLE):
        sys.exit(
            words + "\n\nThe packages could not be fetched. Check that this machine reaches the package index "
            "(PIP_INDEX_URL names a mirror, PIP_PROXY a proxy), then run the same command again."
        )
    sys.exit(words + "\n\npip could not install {}; its own words are above.".format(requirements))


def captured() -> dict:
    return {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "universal_newlines": True}


def fingerprint(requirements: Path) -> str:
    """Of the file and of those it includes."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    included = [fingerprint(ROOT / line.split()[1]) for line in lines if line.startswith("-r ")]
    return hashlib.sha256(repr((lines, included)).encode()).hexdigest()


def test() -> int:
    """Run every check, also after one has failed, and sum up. Returns the exit status."""
    set_aside_what_is_the_developers()
    chosen = shlex.split(os.environ.get("PYTEST", ""))
    if chosen:
        return subprocess.call(PYTEST + chosen)
    outcomes = [(name, check(name, command)) for name, command in checks()]
    say("In all")
    for name, outcome in outcomes:
        print("  {:<9}{}".format(outcome, name), flush=True)
    return int(any(outcome == "FAILED" for _, outcome in outcomes))


def checks() -> list:
    tools = VENV / "bin"
    two_at_once = [*PYTEST, "-n", "2"]
    return [
        ("Lint: ruff check", [str(tools / "ruff"), "check", "."]),
        ("Layout: ruff format", [str(tools / "ruff"), "format", "--check", "."]),
        ("Which way: import contracts", [str(tools / "lint-imports")]),
        ("Missing migrations", [INSIDE, "manage.py", "makemigrations", "--check", "--dry-run"]),
        ("Tests on SQLite, with Chromium", two_at_once),
        ("Tests on PostgreSQL", [*two_at_once, "-p", POSTGRES, "-m", "not browser"]),
    ]


def set_aside_what_is_the_developers() -> None:
    os.environ.pop("DATABASE_URL", None)
    os.environ.update(TESTING)


def proofs() -> int:
    """The promises of registration and letters on both databases, with what was measured. Returns the exit status."""
    set_aside_what_is_the_developers()
    handle, figures = tempfile.mkstemp(prefix="convoke-proofs-")
    os.close(handle)
    os.environ["PROOFS_FIGURES"] = figures
    proving = [*PYTEST, "tests/proofs", "-p", "tests.proofs.counting"]
    try:
        databases = [check("Proofs on SQLite", proving), check("Proofs on PostgreSQL", [*proving, "-p", POSTGRES])]
        status = subprocess.call([INSIDE, "-m", "tests.proofs.summary", figures])
    finally:
        Path(figures).unlink()
    return status or int("FAILED" in databases)


def score() -> int:
    """What drafting makes of the corpus; SCORE holds options. Returns the exit status."""
    set_aside_what_is_the_developers()
    return subprocess.call([INSIDE, "-m", "tests.corpus.score", *shlex.split(os.environ.get("SCORE", ""))])


def fuzz() -> int:
    """Damaged documents for the readers; FUZZ holds options. Returns the exit status."""
    set_aside_what_is_the_developers()
    return subprocess.call([INSIDE, "-m", "tests.corpus.fuzz", *shlex.split(os.environ.get("FUZZ", ""))])


def check(name: str, command: list) -> str:
    say(name)
    status = subprocess.call(command)
    return {0: "passed", NOT_TRIED: "skipped"}.get(status, "FAILED")


def say(words: str) -> None:
    print("\n-- " + words, flush=True)


TASKS = {"test": test, "proofs": proofs, "score": score, "fuzz": fuzz}

if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except KeyboardInterrupt:
        sys.exit(130)
