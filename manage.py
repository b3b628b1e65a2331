#!/usr/bin/env python3
"""Django's command line, with one addition: a setting that is refused ends in one sentence, not in a traceback."""

import os
import secrets
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

# Printing a draft signs nothing and sends nothing, so it works on a machine where nothing is set up.
PRINTS_A_DRAFT = {"draft_event", "draft_course"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if PRINTS_A_DRAFT.intersection(sys.argv[1:2]) and "--save" not in sys.argv:
        os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))
        os.environ.setdefault("EMAIL_URL", "dummymail://")
    try:
        settings.configured or settings.INSTALLED_APPS  # noqa: B018  reading one setting loads them all
    except ImproperlyConfigured as wrong:
        sys.exit(f"Convoke cannot start: {wrong}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
