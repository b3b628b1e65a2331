"""The site, and in the same processes the view that registration.py measures it against.

/bare/ takes a form and writes one row, with no middleware but session and CSRF. /usual/ is the same view for whoever is
signed in, behind the middleware that every new Django project begins with. /fresh/ opens a connection to the database
for each request as well, as such a project does until CONN_MAX_AGE is set. None has a template, a letter, a trail.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections, models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.test import override_settings
from django.urls import path

from config.wsgi import application as site

BARE = ["django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware"]
USUAL = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


class Row(models.Model):
    """As many fields as everybody is asked for; the table is made by the benchmark and by nothing else."""

    person = models.CharField(max_length=20)
    name = models.CharField(max_length=150)
    country = models.CharField(max_length=2)
    agency = models.CharField(max_length=200)
    position = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8)

    class Meta:
        app_label = "bench"

    def __str__(self) -> str:
        return self.name


class RowForm(forms.ModelForm):
    class Meta:
        model = Row
        fields = ("name", "country", "agency", "position", "language")


def take(request: HttpRequest) -> HttpResponse:
    form = RowForm(request.POST)
    if not form.is_valid():
        return HttpResponse(form.errors.as_text(), status=422)
    form.instance.person = request.session["_auth_user_id"]
    form.save()
    return HttpResponseRedirect("/registered/")


urlpatterns = [path("bare/", take), path("usual/", login_required(take)), path("fresh/", login_required(take))]


class Handler(WSGIHandler):
    def get_response(self, request: HttpRequest) -> HttpResponse:
        request.urlconf = __name__
        return super().get_response(request)


def handler(middleware: list[str]) -> Handler:
    """Django reads the list once, when a handler is made."""
    with override_settings(MIDDLEWARE=middleware):
        return Handler()


HANDLERS = {"/bare/": handler(BARE), "/usual/": handler(USUAL), "/fresh/": handler(USUAL)}


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/fresh/":
        connections.close_all()
    return HANDLERS.get(environ["PATH_INFO"], site)(environ, start_response)
