import json
from datetime import timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from courseware.certificates import links
from courseware.certificates.actions import revoke
from courseware.exchange import actions
from courseware.exchange.actions.statements import Recorder, Span
from courseware.exchange.formats import xapi
from courseware.quizzes.items import Item, Option
from courseware.reading.models import Progress, SectionRead
from courseware.reading.states import ModuleState
from tests import factories
from tests.courseware.exchange.items import KINDS, Making

AT = timezone.now()


@pytest.fixture
def learner(db):
    return factories.person(name="Aliya Kanareikina", email="canary@example.org")


@pytest.fixture
def course(learner):
    """A module that the learner has read, and a quiz that the learner has passed, an hour ago."""
    course = factories.course(slug="rivers")
    module = factories.module(course, slug="one", sections=2)
    begun = AT - timedelta(hours=1)
    Progress.objects.create(person=learner, module=module, started_at=begun, at=AT, seconds=95,
                            state=ModuleState.COMPLETE, earned_at=begun + timedelta(minutes=9))  # fmt: skip
    for minutes, section in enumerate(module.sections.all(), 1):
        SectionRead.objects.create(person=learner, section=section, at=begun + timedelta(minutes=minutes))
    done = {"submitted_at": begun + timedelta(minutes=30), "mark": Fraction(1), "passed": True, "percent": 50}
    attempt = factories.attempt(factories.quiz(module, questions=2), person=learner, started_at=begun, **done)
    attempt.responses.filter(position=1).update(answer=[1], answered_at=begun, mark=Fraction(1), is_right=True)
    attempt.responses.filter(position=2).update(mark=Fraction(0), is_right=False)
    return course


def told(course, span=Span()):  # noqa: B008
    return [deed.statement for deed in Recorder(course).deeds(span)]


def verbs(statements):
    return [each["verb"]["id"].rpartition("/")[2] for each in statements]


def test_reading_and_answering_are_told_in_the_verbs_of_adl(course):
    statements = told(course)
    assert sorted(verbs(statements)) == sorted(
        ["initialized", "completed", "progressed", "progressed", "attempted", "answered", "passed"]
    )
    assert all(each["verb"]["id"].startswith("http://adlnet.gov/expapi/verbs/") for each in statements)


def test_nothing_in_the_record_leads_to_the_person(course, learner):
    text = json.dumps(told(course))
    for trace in (learner.name, "Kanareikina", learner.email, str(learner.code), "mbox"):
        assert trace not in text


def test_a_person_has_one_name_in_a_course_and_another_in_another(course, learner):
    names = {each["actor"]["account"]["name"] for each in told(course)}
    other = xapi.opaque(learner.code, course.pk + 1, b"key")
    assert len(names) == 1 and xapi.opaque(learner.code, course.pk, b"key") != other


def test_names_do_not_hang_on_the_key_of_sessions(course, settings):
    before = told(course)
    settings.SECRET_KEY = "another-one-of-at-least-thirty-two-letters"
    assert told(course) == before


def test_the_same_deed_has_the_same_id_for_ever_and_no_two_share_one(course):
    first, second = told(course), told(course)
    ids = [each["id"] for each in first]
    assert ids == [each["id"] for each in second] and len(set(ids)) == len(ids)


def test_progress_grows_to_the_whole(course):
    shares = [each["result"]["extensions"][xapi.PROGRESS] for each in told(course) if "progressed" in str(each["verb"])]
    assert shares == [50, 100]


def test_an_answer_says_what_was_chosen_and_what_would_be_right(course):
    (answer,) = [each for each in told(course) if verbs([each]) == ["answered"]]
    definition = answer["object"]["definition"]
    assert definition["type"] == "http://adlnet.gov/expapi/activities/cmi.interaction"
    assert (definition["interactionType"], definition["correctResponsesPattern"]) == ("choice", ["1"])
    assert answer["result"] == {
        "response": "1",
        "success": True,
        "score": {"scaled": 1.0, "raw": 1.0, "min": 0, "max": 1.0},
    }


def test_a_result_has_its_score_and_duration(course):
    (passed,) = [each for each in told(course) if verbs([each]) == ["passed"]]
    assert passed["result"]["score"] == {"scaled": 0.5, "raw": 1.0, "min": 0, "max": 2.0}
    assert passed["result"]["duration"] == "PT1800S"
    assert passed["context"]["contextActivities"]["parent"][0]["id"].endswith("/courses/rivers/one/")


def test_a_span_holds_what_happened_in_it_and_spans_side_by_side_hold_everything_once(course):
    middle = AT - timedelta(minutes=45)
    early, late = told(course, Span(None, middle)), told(course, Span(middle, AT))
    assert "passed" in verbs(late) and "passed" not in verbs(early)
    assert sorted(each["id"] for each in early + late) == sorted(each["id"] for each in told(course))


def test_the_record_is_lines_of_json(course):
    lines = list(actions.record_lines(course, by=None, at=AT))
    assert all(line.endswith(b"\n") and json.loads(line)["actor"] for line in lines) and len(lines) == 7


def test_the_record_takes_as_many_queries_for_three_learners_as_for_one(course, django_assert_max_num_queries):
    quiz = course.modules.get().quiz
    award = factories.award(course)
    for _ in range(3):
        factories.attempt(quiz, submitted_at=AT)
        factories.certificate(award)
    with django_assert_max_num_queries(9):
        told(course)


@pytest.fixture
def certificate(course, learner):
    return factories.certificate(factories.award(course), person=learner, issued_at=AT - timedelta(minutes=5))


def of_certificates(course, span=Span()):  # noqa: B008
    return [each for each in told(course, span) if verbs([each]) in (["earned"], ["voided"])]


def test_a_certificate_is_earned_and_named_by_what_all_who_have_it_share(course, certificate):
    (earned,) = of_certificates(course)
    assert earned["verb"]["id"] == "http://id.tincanapi.com/verb/earned"
    assert earned["object"]["id"] == links.achievement(certificate.award.code)
    definition = earned["object"]["definition"]
    assert definition["type"] == "https://www.opigno.org/en/tincan_registry/activity_type/certificate"
    assert definition["name"] == {"en": certificate.title}


def test_nothing_of_a_certificate_leads_to_its_paper_or_badge(course, certificate, learner):
    text = json.dumps(of_certificates(course))
    known = (learner.name, str(learner.code), certificate.code, certificate.printed_code, str(certificate.subject))
    assert [each for each in known if each in text] == []


def test_a_revoked_certificate_is_taken_back_by_the_site_and_not_by_the_person(course, certificate):
    revoke(certificate, reason="mistake", by=None, at=AT)
    earned, voided = of_certificates(course)
    assert voided["verb"]["id"] == "http://adlnet.gov/expapi/verbs/voided"
    assert voided["object"] == {"objectType": "StatementRef", "id": earned["id"]}
    assert voided["actor"]["account"]["name"] == "platform" and voided["timestamp"] == AT.isoformat()[:-6] + "Z"


def test_taking_back_is_told_when_it_happens_and_refers_to_what_was_told_before(course, certificate):
    middle = AT - timedelta(minutes=1)
    (before,) = of_certificates(course, Span(None, middle))
    revoke(certificate, reason="mistake", by=None, at=AT)
    (voided,) = of_certificates(course, Span(middle, AT))
    assert voided["object"]["id"] == before["id"] and voided["id"] != before["id"]


def test_two_certificates_of_the_same_kind_are_two_deeds(course, certificate, learner):
    revoke(certificate, reason="mistake", by=None, at=AT)
    factories.certificate(certificate.award, person=learner, issued_at=AT)
    assert len({each["id"] for each in of_certificates(course)}) == 3


def test_a_certificate_whose_holder_was_erased_is_not_told_of(course, certificate):
    type(certificate).objects.update(person=None)
    assert of_certificates(course) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_right_answer_of_every_kind_is_its_pattern(kind):
    item = Making(1).item(kind)
    definition = dict(xapi.interaction_of(item, "en"))
    assert definition["interactionType"] == xapi.INTERACTIONS[kind]
    if kind not in ("short", "numeric"):
        assert definition["correctResponsesPattern"] == [xapi.response_of(item, xapi.right_answer(item))]


@pytest.mark.parametrize(
    "kind, answer, written",
    [
        ("multiple", [1, 3], "1[,]3"),
        ("matching", {"1": 4, "2": 2}, "1[.]4[,]2[.]2"),
        ("ordering", [2, 1, 3], "2[,]1[,]3"),
        ("numeric", "12,5", "12.5"),
        ("short", "Кушка", "Кушка"),
        ("true_false", [2], "false"),
    ],
)
def test_answers_are_written_in_the_notation_of_xapi(kind, answer, written):
    item = Item(kind, "?", (Option(1, "True", True), Option(2, "False"), Option(3, "")))
    assert xapi.response_of(item, answer) == written
