"""The door for the web server. Celery is loaded only where there is a Redis to ring; it costs 6 MB per process."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
if settings.REDIS_URL:
    import_module("config.celery").ring_briefly()
