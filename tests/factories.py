"""Rows for tests, as plain functions: sensible values, each of which can be given by name; unique ones count up.

They write rows, not history: no letter, no audit entry. A test about an action calls the action.
"""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from typing import Any

from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.outbox.models import Letter
from accounts.people.models import Person
from accounts.teams.models import Membership, Role, Team
from courseware.certificates.models import Award, Certificate
from courseware.exchange.models import QuestionUpload
from courseware.quizzes.models import Attempt, Choice, Question, Quiz, Response
from courseware.quizzes.states import Kind, Purpose, Review
from courseware.reading.models import Course, Module, Note, Section
from courseware.reading.states import Access, Shown
from courseware.surveys.models import Question as SurveyQuestion
from courseware.surveys.models import Survey
from courseware.surveys.states import SurveyState
from events.live.models import Attendance
from events.live.states import Source
from events.programme.models import Event, EventSection, NoteVersion, Session, Speaker
from events.programme.states import EventState, Format, NoteState, SessionKind
from events.registration.models import Answer, Attachment, Delegation, Invitation, Registration
from events.registration.models import Question as FormQuestion
from events.registration.states import ALWAYS_SEATED, RegistrationState
from events.registration.tokens import hashed
from intake.models import SourceBlock, SourceDocument

numbers = count(1)


def person(*, email: str = "", proven: bool = True, **fields: Any) -> Person:
    """Somebody with a mailbox, `proven` by default, and a filled profile."""
    n = next(numbers)
    values = {
        "name": f"Person {n}",
        "country": "KZ",
        "agency": "Border service",
        "position": "Officer",
        "language": "en",
    }
    someone = Person.objects.create_user(email or f"person{n}@example.org", **(values | fields))
    EmailAddress.objects.create(user=someone, email=someone.email, verified=proven, primary=True)
    return someone


def team(*, organizer: Person | None = None, moderator: Person | None = None, **fields: Any) -> Team:
    n = next(numbers)
    some_team = Team.objects.create(**({"slug": f"team-{n}", "name": f"Team {n}"} | fields))
    if organizer:
        membership(some_team, organizer)
    if moderator:
        membership(some_team, moderator, role=Role.MODERATOR)
    return some_team


def membership(of: Team, member: Person, *, role: str = Role.ORGANIZER) -> Membership:
    return Membership.objects.create(team=of, person=member, role=role)


def event(*, team: Team | None = None, published: bool = True, **fields: Any) -> Event:
    """A webinar of two hours, ten days ahead; `published=False` gives a draft. `state` outdoes both."""
    n = next(numbers)
    starts_at = fields.get("starts_at") or at_noon() + timedelta(days=10)
    values = {
        "team": team or some_team(),
        "slug": f"event-{n}",
        "title": f"Event {n}",
        "summary": "What the webinar is about.",
        "state": EventState.PUBLISHED if published else EventState.DRAFT,
        "language": "en",
        "format": Format.ONLINE,
        "time_zone": "Asia/Tashkent",
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=2),
        "meeting_url": f"https://meet.example.org/room-{n}",
        "capacity": 100,
        "created_at": timezone.now(),
    }
    return Event.objects.create(**(values | fields))


def event_section(of: Event, **fields: Any) -> EventSection:
    n = next(numbers)
    return EventSection.objects.create(
        event=of, **({"heading": f"Part {n}", "body": "Some words.", "position": n} | fields)
    )


def session(of: Event | None = None, *, speakers: tuple[str, ...] = (), **fields: Any) -> Session:
    """A talk of half an hour at the start of its event, held by `speakers` (names)."""
    n = next(numbers)
    of = of or event()
    starts_at = fields.get("starts_at", of.starts_at)
    values = {
        "title": f"Session {n}",
        "kind": SessionKind.TALK,
        "starts_at": starts_at,
        "ends_at": starts_at and starts_at + timedelta(minutes=30),
        "position": n,
    }
    talk = Session.objects.create(event=of, **(values | fields))
    for position, name in enumerate(speakers):
        Speaker.objects.create(session=talk, name=name, role="Speaker", affiliation="Academy", position=position)
    return talk


def registration(of: Event | None = None, *, person: Person | None = None, **fields: Any) -> Registration:
    """A confirmed one; its seat, or its place in the line, is counted, as the action would."""
    of, someone, at = of or event(), person or some_person(), timezone.now()
    values = {
        "person": someone,
        "state": RegistrationState.CONFIRMED,
        "email": someone.email,
        "name": someone.name,
        "country": someone.country,
        "agency": someone.agency,
        "position": someone.position,
        "language": someone.language or "en",
        "consented_at": at,
        "consent_version": "1",
        "created_at": at,
        "confirmed_at": at,
        "queued_at": at,
        "offered_until": at + timedelta(days=1),
        "moved_at": at,
        "told_starts_at": of.starts_at,
        "told_ends_at": of.ends_at,
    } | fields
    values.setdefault("holds_seat", values["state"] in ALWAYS_SEATED)
    of.seats_taken += values["holds_seat"]
    of.people_waiting += values["state"] == RegistrationState.WAITING
    of.save(update_fields=["seats_taken", "people_waiting"])
    return Registration.objects.create(event=of, **values)


def invitation(to: Event | None = None, *, token: str = "", **fields: Any) -> Invitation:
    """One that nobody has answered, sent two days ago; a seat kept for it is counted, as the action would. `token` is
    what its link holds."""
    to, n, at = to or event(), next(numbers), timezone.now()
    values = {
        "email": f"guest{n}@example.org",
        "name": f"Guest {n}",
        "country": "KG",
        "agency": "Customs",
        "language": "en",
        "token_hash": hashed(token or f"token-{n}"),
        "created_at": at - timedelta(days=2),
        "expires_at": at + timedelta(days=5),
    } | fields
    to.seats_held += values.get("holds_seat", False)
    to.save(update_fields=["seats_held"])
    return Invitation.objects.create(event=to, **values)


def delegation(of: Event | None = None, **fields: Any) -> Delegation:
    """Three seats for a customs service, none of them kept free; `seats_held` are counted, as the action would."""
    of, n = of or event(), next(numbers)
    values = {
        "country": "KG",
        "agency": f"Customs {n}",
        "focal_name": "Focal Point",
        "focal_email": f"focal{n}@example.org",
        "language": "en",
        "seats": 3,
        "created_at": timezone.now(),
    } | fields
    of.seats_held += values.get("seats_held", 0)
    of.save(update_fields=["seats_held"])
    return Delegation.objects.create(event=of, **values)


def form_question(of: Event, **fields: Any) -> FormQuestion:
    """A question of an event's registration form, asked for a short text."""
    n = next(numbers)
    values = {"key": f"question-{n}", "kind": "short", "label": f"Question {n}", "purpose": "To prepare the event."}
    return FormQuestion.objects.create(event=of, **(values | {"created_at": timezone.now(), "position": n} | fields))


def answer(of: Registration, to: FormQuestion | None = None, *, value: Any = "Answer", **fields: Any) -> Answer:
    return Answer.objects.create(registration=of, question=to or form_question(of.event), value=value, **fields)


def attachment(data: bytes = b"%PDF-1.7 a file", **fields: Any) -> Attachment:
    n = next(numbers)
    values = {"name": f"file-{n}.pdf", "type": "application/pdf", "sha256": sha256(data).hexdigest()}
    return Attachment.objects.create(data=data, **(values | {"created_at": timezone.now()} | fields))


def document(*paragraphs: str, by: Person | None = None, **fields: Any) -> SourceDocument:
    """A text file that was read into one block per paragraph."""
    n = next(numbers)
    texts = paragraphs or ("A heading", "A paragraph.")
    data = "\n\n".join(texts).encode()
    values = {"name": f"note-{n}.txt", "data": data, "sha256": sha256(data).hexdigest(), "language": "en"}
    source = SourceDocument.objects.create(**(values | {"taken_in_at": timezone.now(), "taken_in_by": by} | fields))
    for position, text in enumerate(texts, start=1):
        SourceBlock.objects.create(document=source, n=position, kind="paragraph", text=text)
    return source


def note_version(of: Event, **fields: Any) -> NoteVersion:
    """A newer version of an event's note that waits for a decision and says nothing."""
    values = {"team": of.team, "state": NoteState.WAITING, "created_at": timezone.now()}
    values["drafted"] = {name: [] for name in ("sessions", "sections", "open_points", "warnings")}
    values["drafted"] |= {"values": {"abbreviations": []}, "evidence": {}, "origins": {}}
    source = fields.pop("source", None) or document()
    return NoteVersion.objects.create(event=of, source=source, **(values | fields))


def course(*, team: Team | None = None, published: bool = True, **fields: Any) -> Course:
    n = next(numbers)
    values = {
        "team": team or some_team(),
        "slug": f"course-{n}",
        "title": f"Course {n}",
        "summary": "What one can learn.",
        "state": Shown.PUBLISHED if published else Shown.DRAFT,
        "access": Access.SIGNED_IN,
        "created_at": timezone.now(),
    }
    return Course.objects.create(**(values | fields))


def module(of: Course | None = None, *, sections: int = 2, **fields: Any) -> Module:
    """A published module with that many sections."""
    n = next(numbers)
    values = {"slug": f"module-{n}", "title": f"Module {n}", "state": Shown.PUBLISHED, "language": "en", "position": n}
    some_module = Module.objects.create(course=of or course(), **(values | fields))
    for position in range(sections):
        section(some_module, position=position)
    return some_module


def section(of: Module, **fields: Any) -> Section:
    n = next(numbers)
    values = {"heading": f"Section {n}", "body": f"What section {n} says.", "position": n}
    return Section.objects.create(module=of, **(values | fields))


def note(at: Section | None = None, *, person: Person | None = None, **fields: Any) -> Note:
    """A reader's words beside a section."""
    at, moment = at or module().sections.first(), timezone.now()
    values = {"person": person or some_person(), "text": "My own words.", "created_at": moment, "changed_at": moment}
    return Note.objects.create(module=at.module, section=at, **(values | fields))


def quiz(of: Module | None = None, *, questions: int = 0, **fields: Any) -> Quiz:
    """The quiz of a module, with that many approved questions."""
    some_module = of or module()
    some_quiz = Quiz.objects.create(module=some_module, course=some_module.course, **fields)
    for _ in range(questions):
        question(some_module)
    return some_quiz


def course_test(of: Course | None = None, **fields: Any) -> Quiz:
    """The test before a course; without slots it asks nothing."""
    return Quiz.objects.create(course=of or course(), module=None, **({"purpose": Purpose.PRE} | fields))


def attempt(at_quiz: Quiz | None = None, *, person: Person | None = None, **fields: Any) -> Attempt:
    """An open one, begun just now, that holds the approved questions of the quiz's module."""
    at_quiz, someone = at_quiz or quiz(questions=2), person or some_person()
    asked = list(Question.objects.approved().filter(module=at_quiz.module_id).prefetch_related("choices"))
    number = Attempt.objects.filter(quiz=at_quiz, person=someone).count() + 1
    values = {"started_at": timezone.now(), "number": number, "question_count": len(asked), "max_mark": len(asked)}
    begun = Attempt.objects.create(quiz=at_quiz, person=someone, **(values | fields))
    for position, each in enumerate(asked, 1):
        order = [choice.key for choice in each.choices.all()]
        Response.objects.create(attempt=begun, question=each, position=position, order=order)
    return begun


def question(of: Module | None = None, *, right: tuple[str, ...] = ("Right",), wrong: tuple[str, ...] = ("Wrong",),
             **fields: Any) -> Question:  # fmt: skip
    """An approved question: the `right` choices first, then the `wrong` ones, with keys from 1 and with feedback.

    With `course` and without `of` it belongs to no module.
    """
    n = next(numbers)
    kind = Kind.SINGLE if len(right) == 1 else Kind.MULTIPLE
    values = {
        "kind": kind,
        "stem": f"Question {n}?",
        "passage": f"Passage {n}.",
        "review": Review.APPROVED,
        "position": n,
    }
    if "course" not in fields:
        values["module"] = of or module()
        values["course"] = values["module"].course
    some_question = Question.objects.create(**(values | fields))
    for position, text in enumerate((*right, *wrong)):
        Choice.objects.create(
            question=some_question,
            key=position + 1,
            text=text,
            correct=position < len(right),
            feedback=f"About “{text}”.",
            position=position,
        )
    return some_question


def attendance(at_event: Event | None = None, *, person: Person | None = None, minutes: int = 90) -> Attendance:
    """Of somebody whose registration is confirmed; made where there is none."""
    at_event, someone = at_event or event(), person or some_person()
    held = Registration.objects.filter(event=at_event, person=someone).first() or registration(at_event, person=someone)
    values = {"minutes": minutes, "source": Source.LIST, "at": timezone.now()}
    return Attendance.objects.create(registration=held, **values)


def award(of: Course | Event | None = None, **fields: Any) -> Award:
    """Of an event that asks for 60 minutes, or of a course that asks for every module."""
    of = of or event()
    subject = {"course": of, "all_modules": True} if isinstance(of, Course) else {"event": of, "minutes": 60}
    values = {
        "team": of.team,
        "title": f"Certificate {next(numbers)}",
        "language": "en",
        "issuer": "Training Centre",
        "badge_name": "Badge",
        "badge_description": "What it stands for.",
        "badge_criteria": "What one does.",
        "created_at": timezone.now(),
    }
    return Award.objects.create(**(values | subject | fields))


def certificate(of: Award | None = None, *, person: Person | None = None, **fields: Any) -> Certificate:
    """A row without a paper; `actions.issue` makes a whole one."""
    of, someone, at = of or award(), person or some_person(), timezone.now()
    shared = ("team", "course", "event", "title", "language", "issuer")
    values = {name: getattr(of, name) for name in (*shared, "badge_name", "badge_description", "badge_criteria")}
    values |= {"name": someone.name, "achievement": of.code, "awarded_on": at.date(), "issued_at": at}
    return Certificate.objects.create(award=of, person=someone, **(values | {"status_index": next(numbers)} | fields))


def survey(of: Course | Event | None = None, **fields: Any) -> Survey:
    """An open evaluation, without questions; of a course where nothing else is given."""
    of = of or course()
    subject = {"course": of} if isinstance(of, Course) else {"event": of}
    values = {"kind": "evaluation", "state": SurveyState.OPEN, "created_at": timezone.now()}
    return Survey.objects.create(**(subject | values | fields))


def survey_question(of: Survey, **fields: Any) -> SurveyQuestion:
    """A rating from 1 to 5."""
    n = next(numbers)
    values = {"kind": "rating", "words": {"en": f"Question {n}", "ru": f"Вопрос {n}"}, "position": n}
    return SurveyQuestion.objects.create(survey=of, **(values | fields))


def question_upload(of: Course | None = None, data: bytes = b"Two and two?{=4 ~5}", **fields: Any) -> QuestionUpload:
    """A file of one question that somebody is looking at."""
    values = {"name": "questions.txt", "format": "gift", "uploaded_at": timezone.now()}
    return QuestionUpload.objects.create(course=of or course(), data=data, **(values | fields))


def letter(**fields: Any) -> Letter:
    """A letter that is due."""
    n, at = next(numbers), timezone.now()
    values = {"kind": "test", "key": f"test:{n}", "to": f"reader{n}@example.org", "language": "en"}
    text = {"subject": f"Letter {n}", "body": f"Dear reader,\n\nthis is letter {n}."}
    return Letter.objects.create(**(values | text | {"created_at": at, "next_at": at - timedelta(seconds=1)} | fields))


def at_noon() -> datetime:
    """Today at noon UTC: dates built from it do not change while a test runs over midnight."""
    return datetime.combine(timezone.now().date(), datetime.min.time(), UTC) + timedelta(hours=12)


# The parameters above are named after what they hold, and so hide the functions.
some_team, some_person = team, person
