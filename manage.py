#!/usr/bin/env python3
"""Django's command line, with one addition: a setting that is refused ends in one sentence, not in a traceback."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        settings.configured or settings.INSTALLED_APPS  # noqa: B018  reading one setting loads them all
    except ImproperlyConfigured as wrong:
        sys.exit(f"Convoke cannot start: {wrong}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
