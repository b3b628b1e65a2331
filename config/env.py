"""The environment, read once and refused loudly: every setting that differs between machines passes through here."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.exceptions import ImproperlyConfigured

YES = {"yes", "true", "on", "1"}
NO = {"no", "false", "off", "0", ""}
DATABASES = {"sqlite", "postgres", "postgresql"}
MAIL = {"smtp", "smtps", "smtp+tls", "smtp+ssl", "consolemail", "filemail", "memorymail", "dummymail"}
LOOPBACK = ["localhost", "127.0.0.1", "[::1]"]


@dataclass(frozen=True, slots=True)
class Environment:
    """What the operator decided. Moments, sizes and rules are no business of the environment."""

    demo: bool
    debug: bool
    secret_key: str
    allowed_hosts: list[str]
    database: dict[str, Any]
    redis_url: str
    email: dict[str, Any]
    mail_from: str
    site_url: str
    trusted_proxies: int
    badge_keys: str
    xapi: dict[str, str]


def read(source: dict[str, str], var: Path) -> Environment:
    """Judge `source` (an environment) and return it typed; `var` is the folder for files the site writes.

    Raises ImproperlyConfigured with one sentence that says which variable is wrong and what it takes.
    """
    demo = yes_no(source, "DEMO")
    return Environment(
        demo=demo,
        debug=yes_no(source, "DEBUG"),
        secret_key=secret_key(source, var, demo=demo),
        allowed_hosts=hosts(source, demo=demo),
        database=database(source, var),
        redis_url=redis_url(source),
        email=email(source, demo=demo),
        mail_from=source.get("MAIL_FROM", "Convoke <convoke@localhost>"),
        site_url=site_url(source, demo=demo),
        trusted_proxies=count(source, "TRUSTED_PROXIES"),
        badge_keys=badge_keys(source, var, demo=demo),
        xapi=xapi(source, var, demo=demo),
    )


def yes_no(source: dict[str, str], name: str) -> bool:
    value = source.get(name, "").strip().lower()
    if value not in YES | NO:
        raise ImproperlyConfigured(f"{name} is “{value}”; write yes or no.")
    return value in YES


def count(source: dict[str, str], name: str) -> int:
    value = source.get(name, "0").strip()
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} is “{value}”; write a whole number, 0 where there is none.")
    return int(value)


def secret_key(source: dict[str, str], var: Path, *, demo: bool) -> str:
    key = source.get("SECRET_KEY", "")
    if not key and demo:
        return kept_secret(var / "secret")
    if len(key) < 32:
        found = "is too short" if key else "is not set"
        raise ImproperlyConfigured(
            f"SECRET_KEY {found}. Set it to at least 32 random characters, and keep it secret; "
            "python3 -c 'import secrets; print(secrets.token_urlsafe(50))' prints a good one."
        )
    return key


def kept_secret(path: Path) -> str:
    """The demo's own secret: made at the first start, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text().strip()


def hosts(source: dict[str, str], *, demo: bool) -> list[str]:
    if demo:
        return LOOPBACK
    names = [name.strip() for name in source.get("ALLOWED_HOSTS", "").split(",") if name.strip()]
    if any("/" in name or " " in name for name in names):
        raise ImproperlyConfigured("ALLOWED_HOSTS takes host names without https://, separated by commas.")
    if "*" in names:
        raise ImproperlyConfigured("ALLOWED_HOSTS is “*”, which lets anybody choose the host in links. Name the hosts.")
    return names or LOOPBACK


def site_url(source: dict[str, str], *, demo: bool) -> str:
    """Where letters point to. Without SITE_URL: the first allowed host, or in the demo the address served."""
    url = source.get("SITE_URL", "").strip().rstrip("/")
    if url and not url.startswith(("https://", "http://")):
        raise ImproperlyConfigured("SITE_URL is not understood. Write https://convoke.example.org.")
    if demo:
        return url or f"http://{source.get('HOST') or '127.0.0.1'}:{source.get('PORT') or '8000'}"
    return url or f"https://{hosts(source, demo=demo)[0].lstrip('.')}"


def database(source: dict[str, str], var: Path) -> dict[str, Any]:
    url = source.get("DATABASE_URL", "").strip()
    if not url:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": var / "convoke.sqlite3"}
    scheme = url.split(":", 1)[0]
    if scheme not in DATABASES or "://" not in url:
        raise ImproperlyConfigured(
            "DATABASE_URL is not understood. Write sqlite:////absolute/path or postgres://user:password@host/name."
        )
    try:
        found = dict(environ.Env.db_url_config(url))
    except (ValueError, ImproperlyConfigured) as wrong:
        raise ImproperlyConfigured(f"DATABASE_URL is not understood: {wrong}.") from wrong
    if not found.get("NAME"):
        raise ImproperlyConfigured("DATABASE_URL names no database; end it with /name.")
    return found


def redis_url(source: dict[str, str]) -> str:
    url = source.get("REDIS_URL", "").strip()
    if url and url.split("://", 1)[0] not in {"redis", "rediss"}:
        raise ImproperlyConfigured("REDIS_URL is not understood. Write redis://host:6379/0, or leave it out.")
    return url


def email(source: dict[str, str], *, demo: bool) -> dict[str, Any]:
    url = source.get("EMAIL_URL", "").strip()
    if not url and demo:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend"}
    if not url:
        raise ImproperlyConfigured(
            "EMAIL_URL is not set. Write smtp+tls://user:password@mail.example.org:587; "
            "without mail nobody can sign in."
        )
    if url.split(":", 1)[0] not in MAIL or "://" not in url:
        raise ImproperlyConfigured("EMAIL_URL is not understood. Write smtp+tls://user:password@host:587.")
    try:
        return {**environ.Env.email_url_config(url), "EMAIL_TIMEOUT": 10}
    except ValueError as wrong:
        raise ImproperlyConfigured(f"EMAIL_URL is not understood: {wrong}.") from wrong


def badge_keys(source: dict[str, str], var: Path, *, demo: bool) -> str:
    """Keys in PEM that sign badges, one below the other: the first signs, all are published. Empty: no badges.

    BADGE_KEYS holds them, or names the file that does. The demonstration makes one for itself.
    """
    value = source.get("BADGE_KEYS", "").strip()
    if not value:
        return kept_key(var / "badge-keys.pem") if demo else ""
    if value.startswith("-----BEGIN"):
        return value.replace("\\n", "\n")
    try:
        text = Path(value).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        text = ""
    if "-----BEGIN" not in text:
        raise ImproperlyConfigured("BADGE_KEYS names no file with keys in PEM; see docs/certificates.md to make one.")
    return text


def kept_key(path: Path) -> str:
    """The demonstration's own key: whichever process is first makes it, and all read the same."""
    if not path.exists():
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
            file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii")


def xapi(source: dict[str, str], var: Path, *, demo: bool) -> dict[str, str]:
    """The learning record store, if any, and the key of the opaque names in the record of learners.

    That key is apart from SECRET_KEY, which may be changed; were it changed, everybody would have a new name.
    """
    names = ("XAPI_ENDPOINT", "XAPI_KEY", "XAPI_SECRET", "XAPI_ACTOR_KEY")
    found = {name: source.get(name, "").strip() for name in names}
    endpoint, key = found["XAPI_ENDPOINT"], found["XAPI_ACTOR_KEY"]
    on_this_machine = endpoint.startswith("http://") and urlsplit(endpoint).hostname in ("localhost", "127.0.0.1")
    if endpoint and not (endpoint.startswith("https://") or on_this_machine):
        raise ImproperlyConfigured("XAPI_ENDPOINT is not understood. Write https://lrs.example.org/xapi.")
    if endpoint and not all(found.values()) and not demo:
        raise ImproperlyConfigured("XAPI_ENDPOINT needs XAPI_KEY, XAPI_SECRET and XAPI_ACTOR_KEY beside it.")
    if key and len(key) < 32:
        raise ImproperlyConfigured("XAPI_ACTOR_KEY is too short. Set it to at least 32 random characters, and keep it.")
    return found | ({"XAPI_ACTOR_KEY": kept_secret(var / "xapi-actors")} if demo and not key else {})
