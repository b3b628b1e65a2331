"""Every address of the site × who asks (tests/permissions.py). A new address that is not in the table fails; so does a
line gone stale."""

import pytest
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from courseware.quizzes import actions as quizzes
from tests import factories
from tests.courseware.certificates.earning import in_every_address
from tests.courseware.certificates.keys import private_pem
from tests.permissions import ANY, DESK, FORM, LOGIN, TABLE

pytestmark = pytest.mark.django_db


OF_QUIZ = (
    "items", "items_csv", "quiz", "answer_file", "admit_file", "start", "submit", "question", "result",
    "regrades", "regrade", "apply_regrade", "settings", "slots", "slot", "choose", "allowances", "near_miss",
)  # fmt: skip


def surveys_of(course, event):
    """Codes of an evaluation of each, with a question of the course's."""
    survey = factories.survey(course)
    factories.survey(event)
    pages = ("desk", "move", "preview", "results", "results_csv", "question_add", "question_move", "question_remove")
    codes = {f"surveys:{page}": survey.code for page in (*pages, "question")}
    return codes | {"survey_question": factories.survey_question(survey).code}


@pytest.fixture
def world(settings):
    """A published event and course of one team, a participant with an open try, and another team's organizer."""
    own, other, participant = (factories.person(email=f"{who}@example.org") for who in ("own", "other", "participant"))
    team = factories.team(organizer=own)
    factories.team(organizer=other)
    event = factories.event(team=team, slug="webinar", source=factories.document(), open_points=[["no_speakers", {}]])
    registration = factories.registration(event, person=participant)
    course = factories.course(team=team, slug="course", event=event)
    module = factories.module(course, slug="module", document=factories.document())
    factories.module(course, slug="version", language="ru", original=module)
    quiz = factories.quiz(module, questions=1)
    attempt = quizzes.start(quiz, person=participant, at=timezone.now())
    delegation = factories.delegation(event, focal_email=other.email)
    nomination = factories.invitation(event, delegation=delegation)
    factories.invitation(event, token="open")
    asked = factories.form_question(event)
    file = factories.attachment()
    version = factories.note_version(event)
    factories.answer(registration, asked, value=None, file=file)
    settings.BADGE_KEYS = private_pem(1)
    codes = {
        **surveys_of(course, event),
        **{f"quizzes:{page}": quiz.code for page in OF_QUIZ},
        **dict.fromkeys(("exchange:preview", "exchange:discard"), factories.question_upload(course).code),
        "attachment": file.code,
        "registration:question": asked.code,
        "question_move": asked.code,
        "registration:question_remove": asked.code,
        "delegation": delegation.code,
        "nomination_withdraw": nomination.code,
        "invitation_revoke": nomination.code,
        "one": registration.code,
        "decide": registration.code,
        "letter": (letter := factories.letter(about=event.about, state="sent")).pk,
        "letter_resend": letter.pk,
        **dict.fromkeys(("difference", "original", "set_aside"), version.code),
        "uploads": version.batch,
        "session": factories.session(event).code,
        "section": factories.event_section(event).code,
        "section_read": module.sections.first().code,
        "add_note": module.sections.first().code,
        "reading:note": factories.note(module.sections.first(), person=participant).code,
        **dict.fromkeys(("question", "bank_retire"), module.questions.first().code),
        "attempt": attempt.code,
        "regraded": quizzes.prepare_regrade(quiz, by=None, at=timezone.now()).code,
        **in_every_address(event, course, participant, own),
    }
    return {"people": (None, participant, other, own), "codes": codes}


def address(name, codes):
    """The path of the own team's object, by the parameters that its pattern asks for."""
    kind, last = name.split(":")[0], name.split(":")[-1]
    of_course = kind in ("reading", "quizzes", "exchange") or last in ("of_course", "for_course")
    slug = codes.get(f"{name} slug") or ("course" if of_course and last != "for_event" else "webinar")
    code = (
        codes.get(name)
        or codes.get(last)
        or next((codes[key] for key in codes if key in last.replace("review", "question")), None)
    )
    every = {
        "slug": slug,
        "module": "version" if last in ("beside", "up_to_date") else "module",
        "code": code,
        "attempt": codes["attempt"],
        "regrade": codes["regraded"],
        "batch": codes["uploads"],
        "question": codes["survey_question"],
        "position": 1,
        "pk": 1,
        "uidb36": "1",
        "key": "x",
        "token": "open",
        "kind": "registration_confirmed",
        "version": "2026-11",
        "name": code,
        "number": 0,
        "form": "moodle",
    }
    return reverse(name, kwargs={key: every[key] for key in OURS[name]})


def parameters(pattern):
    regex = getattr(pattern.pattern, "regex", None)
    return set(pattern.pattern.converters) | set(regex.groupindex if regex else ())


def walk(patterns, namespace="", asked=frozenset()):
    """Every pattern as (name, parameters of its whole path)."""
    for pattern in patterns:
        every = asked | parameters(pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, inner, every)
        elif isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name or pattern.pattern}", every


# Of several patterns with one name the first answers; those without a name are our redirects, known by their path.
EVERYTHING = dict(reversed(list(walk(get_resolver().url_patterns))))
OURS = {name: asked for name, asked in EVERYTHING.items() if not name.startswith("admin:")}
ADMIN = {name: asked for name, asked in EVERYTHING.items() if name.startswith("admin:")}


def told(response):
    """What the answer means to the one who asked."""
    if response.status_code == 302 and response.url.startswith(("/sign-in/", "/accounts/login/")):
        return LOGIN
    return response.status_code


def fits(found, expected):
    if expected == ANY:
        return found not in (LOGIN, 500)
    return found == expected or (found == LOGIN and expected == FORM)


def answers(client_class, world, name, method, data):
    for person in world["people"]:
        client = client_class()
        if person:
            client.force_login(person)
        with transaction.atomic():
            yield told(getattr(client, method)(address(name, world["codes"]), data))
            transaction.set_rollback(True)


def test_every_address_is_in_the_table_and_every_line_is_an_address():
    assert set(OURS) == set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_each_person_is_answered_as_the_table_says(client, world, name):
    rule = TABLE[name]
    for method, expected in (("get", rule.get), ("post", rule.post)):
        if expected is None:
            continue
        found = tuple(answers(type(client), world, name, method, {"csrfmiddlewaretoken": "x", **dict(rule.data)}))
        assert all(map(fits, found, expected)), f"{method.upper()} {name}: {found}, not {expected}"


@pytest.mark.parametrize("name", sorted(name for name in ADMIN if "<" not in name and "(" not in name))
def test_the_administration_is_closed_to_everybody_here(client, world, name):
    values = {"object_id": "1", "content_type_id": 1, "app_label": "people", "url": "x"}
    path = reverse(name, kwargs={key: values[key] for key in ADMIN[name]})
    for person in world["people"]:
        asker = type(client)()
        if person:
            asker.force_login(person)
        assert asker.get(path, follow=True).redirect_chain or asker.get(path).status_code in (403, 404, 405)
        assert "Django administration" not in asker.get(path, follow=True).content.decode()


def test_a_table_that_is_wrong_would_be_noticed(client, world):
    """The control: a page that answers a stranger is not taken for one that sends him away."""
    found = tuple(answers(type(client), world, "front:home", "get", {}))
    assert not all(map(fits, found, DESK))
