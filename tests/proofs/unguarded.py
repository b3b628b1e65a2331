"""The site with guards switched off, for the controls: what goes wrong here is what the guards are there for.

WITHOUT in the environment names them, separated by commas: `transactions` (each statement stands alone and no row is
locked), and those of guards.py. Nothing of this can happen to the real site: it is another WSGI module.
"""

import os
from collections.abc import Callable
from contextlib import nullcontext
from importlib import import_module
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import transaction
from django.db.models import QuerySet

WITHOUT = set(filter(None, os.environ.get("WITHOUT", "").split(",")))


def not_atomic(using: Callable[..., Any] | str | None = None, *_: object, **__: object) -> Any:
    """Instead of transaction.atomic, as decorator and as context."""
    return using if callable(using) else nullcontext()


def not_locked(rows: QuerySet, *_: object, **__: object) -> QuerySet:
    return rows.all()


if "transactions" in WITHOUT:
    # Before any rule is imported, since decorators take hold then.
    transaction.atomic = not_atomic
    QuerySet.select_for_update = not_locked

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
import_module("tests.proofs.guards").switch_off(WITHOUT)
