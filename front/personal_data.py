"""A copy of what the site knows about a person: one ZIP file, a folder for each room.

What a room's `collect` returns goes into data.json. Wherever it has a dict with `name` and `data` (bytes), that is a
file: it is written into the room's folder as it is, and data.json says under which path.
"""

import json
import re
import tempfile
from datetime import datetime
from importlib import import_module
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings

from accounts.people.models import Person

UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
LONGEST_NAME = 120
MOST_IN_MEMORY = 4 * 1024 * 1024  # bytes


def packed(person: Person, *, at: datetime) -> IO[bytes]:
    """The ZIP file, open at its beginning; whoever reads it closes it, and it is gone."""
    file = tempfile.SpooledTemporaryFile(max_size=MOST_IN_MEMORY)  # noqa: SIM115
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        told = {room: unpacked(archive, room, data) for room, data in collected(person).items()}
        told = {"about": {"site": settings.SITE_URL, "address": person.email, "made_at": at.isoformat()}} | told
        archive.writestr("data.json", json.dumps(told, ensure_ascii=False, indent=2, default=str))
    file.seek(0)
    return file


def collected(person: Person) -> dict[str, dict[str, Any]]:
    """By room: "accounts.outbox.personal_data" tells under "outbox"."""
    return {path.split(".")[-2]: import_module(path).collect(person) for path in settings.PERSONAL_DATA}


def unpacked(archive: ZipFile, room: str, value: Any) -> Any:
    """The same value, with every file in it written to the archive and told by its path."""
    if isinstance(value, dict):
        kept = {name: unpacked(archive, room, each) for name, each in value.items() if not isinstance(each, bytes)}
        if isinstance(value.get("data"), bytes):
            path = free_path(archive, room, str(value.get("name", "")))
            archive.writestr(path, value["data"])
            kept = kept | {"name": path}
        return kept
    if isinstance(value, (list, tuple)):
        return [unpacked(archive, room, each) for each in value]
    return value


def free_path(archive: ZipFile, room: str, name: str) -> str:
    """A name that every system can unpack, inside the folder, and taken by no other file."""
    clean = UNSAFE.sub("_", name).strip(" .")[-LONGEST_NAME:] or "file"
    stem, dot, ending = clean.rpartition(".")
    stem, ending = (stem, dot + ending) if stem else (clean, "")
    taken, number, path = set(archive.namelist()), 1, f"{room}/{clean}"
    while path in taken:
        number += 1
        path = f"{room}/{stem}-{number}{ending}"
    return path
