"""The site's own settings, read in an environment that is the same on every machine.

What stands in the developer's environment is set aside, except DATABASE_URL (tests/postgres.py sets it) and VAR_DIR.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

for name in (
    "DEMO",
    "DEBUG",
    "REDIS_URL",
    "ALLOWED_HOSTS",
    "STATIC_ROOT",
    "TRUSTED_PROXIES",
    "MAIL_FROM",
    "SITE_URL",
    "BADGE_KEYS",
    "XAPI_ENDPOINT",
    "XAPI_KEY",
    "XAPI_SECRET",
    "HOST",
    "PORT",
):
    os.environ.pop(name, None)
os.environ["SECRET_KEY"] = "known-to-everybody-and-used-in-tests-only"
os.environ["EMAIL_URL"] = "memorymail://"
os.environ["XAPI_ACTOR_KEY"] = "opaque-names-in-tests-come-from-this-key"
if "VAR_DIR" not in os.environ:
    # The workers of xdist inherit the name, so one folder serves the whole run and goes with it.
    os.environ["VAR_DIR"] = tempfile.mkdtemp(prefix="convoke-test-")
    atexit.register(shutil.rmtree, os.environ["VAR_DIR"], ignore_errors=True)

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)
# Hashed names exist only after collectstatic; the live server of the tests serves plain ones.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# The test client and the live server speak http. What the real settings do is tested in tests/config/test_settings.py.
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = False
SECURE_HSTS_SECONDS = 0
# No thread of a test may keep a connection that the database's removal would wait for.
DATABASES["default"]["CONN_MAX_AGE"] = 0
