"""What is asked of the database, cache and savepoints left out: they cost no thought and change with the cache."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

ASIDE = re.compile(rf"^(SAVEPOINT|RELEASE|ROLLBACK TO|BEGIN|COMMIT)|\"{settings.CACHES['default']['LOCATION']}\"")


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL of what is done meanwhile, filled in at the end."""
    found: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield found
    found += [query["sql"] for query in captured if not ASIDE.search(query["sql"])]


def kinds(found: list[str]) -> list[str]:
    """Verb and table of each: "INSERT people_person"."""
    return [f"{sql.split()[0]} {table(sql)}" for sql in found]


def table(sql: str) -> str:
    named = re.search(r'(?:FROM|INTO|UPDATE) "(\w+)"', sql)
    return named.group(1) if named else ""
