import pytest

from courseware.reading.progress import Facts, Rule, credited, judge, leads_to, seconds_needed
from courseware.reading.states import Completion, ModuleState
from courseware.reading.wording import rule_in_words

READ = Facts(sections=3, sections_read=3)


def test_a_section_asks_for_a_third_of_its_reading_time_within_limits():
    assert [seconds_needed(words) for words in (1, 200, 600, 100_000)] == [5, 20, 60, 300]


def test_seconds_grow_and_never_shrink():
    assert credited({"a": 10, "b": 5, "c": 7}, {"b": 8, "c": 7}, room=100) == {"a": 10}


def test_no_more_seconds_are_believed_than_there_is_room_for():
    assert credited({"a": 50, "b": 50}, {"a": 20}, room=40) == {"a": 50, "b": 10}
    assert credited({"a": 50}, {}, room=-5) == {}


@pytest.mark.parametrize(
    ("completion", "facts", "state"),
    [
        (Completion.SECTIONS, READ, ModuleState.COMPLETE),
        (Completion.SECTIONS, Facts(3, 2, 9999, "passed"), ModuleState.INCOMPLETE),
        (Completion.SECTIONS, Facts(0, 0), ModuleState.INCOMPLETE),
        (Completion.SECTIONS, Facts(3, 3, 0, "failed"), ModuleState.COMPLETE),
        (Completion.MINUTES, Facts(3, 3, 599), ModuleState.INCOMPLETE),
        (Completion.MINUTES, Facts(3, 3, 600), ModuleState.COMPLETE),
        (Completion.MINUTES, Facts(3, 2, 600), ModuleState.INCOMPLETE),
        (Completion.QUIZ, Facts(3, 0, 0, "passed"), ModuleState.PASSED),
        (Completion.QUIZ, Facts(3, 3, 600, "failed"), ModuleState.FAILED),
        (Completion.QUIZ, Facts(3, 3, 600), ModuleState.INCOMPLETE),
        (Completion.ALL, Facts(3, 3, 600, "passed"), ModuleState.PASSED),
        (Completion.ALL, Facts(3, 3, 599, "passed"), ModuleState.INCOMPLETE),
        (Completion.ALL, Facts(3, 2, 600, "passed"), ModuleState.INCOMPLETE),
        (Completion.ALL, Facts(3, 3, 600, "failed"), ModuleState.FAILED),
    ],
)
def test_a_module_is_judged_by_what_it_asks_for(completion, facts, state):
    assert judge(Rule(completion, minimum_minutes=10), facts) == state


@pytest.mark.parametrize("earned", [ModuleState.COMPLETE, ModuleState.PASSED])
def test_what_is_earned_stays_whatever_the_facts_say(earned):
    assert judge(Rule(Completion.ALL, 10), Facts(9, 0, 0, "failed"), earned) == earned


def test_a_failed_quiz_can_still_be_passed():
    assert judge(Rule(Completion.QUIZ), Facts(1, 0, 0, "passed"), ModuleState.FAILED) == ModuleState.PASSED


def test_a_circle_is_seen_at_however_many_removes():
    requires = {1: {2}, 2: {3}, 3: {1}, 4: {1}}
    assert leads_to(2, 1, requires)
    assert leads_to(1, 1, {})
    assert not leads_to(2, 4, requires)


@pytest.mark.parametrize(("completion", "same"), [(Completion.ALL, False), (Completion.MINUTES, True)])
def test_a_rule_of_no_minutes_says_nothing_of_them(completion, same):
    words = rule_in_words(Rule(completion, 0))
    assert "min " not in words
    assert (words == rule_in_words(Rule(Completion.SECTIONS))) == same
