"""When a section counts as read, which of the seconds told are believed, and what a module has come to.

Knows no database and no clock: numbers in, numbers and states out.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from courseware.reading.states import EARNED, Completion, ModuleState, QuizResult

Key = TypeVar("Key", bound=Hashable)

# A third of the time that reading at 200 words a minute takes: a quick reader passes, scrolling through does not.
WORDS_PER_SECOND_AT_MOST = 200 / 60 * 3
SECONDS_AT_LEAST, SECONDS_AT_MOST = 5, 300
# What a first word of a reader may claim. The page speaks up as soon as it is open, so only a slow line costs anything
# here: a minute is kept, and nobody finishes a long module with one made-up message.
FIRST_CLAIM = 60


def seconds_needed(words: int) -> int:
    """For how many active seconds a section of that many words has to be on screen to count as read."""
    return round(min(max(words / WORDS_PER_SECOND_AT_MOST, SECONDS_AT_LEAST), SECONDS_AT_MOST))


def credited(told: Mapping[Key, int], held: Mapping[Key, int], room: int) -> dict[Key, int]:
    """New totals of a device, for the sections whose total grows; together they grow by `room` seconds at most.

    The larger total wins, so what is told twice or late changes nothing.
    """
    grown = {}
    for key, seconds in told.items():
        gain = min(seconds - held.get(key, 0), room)
        if gain > 0:
            grown[key] = held.get(key, 0) + gain
            room -= gain
    return grown


@dataclass(frozen=True, slots=True)
class Rule:
    """What a module asks for before it is complete."""

    completion: str = Completion.SECTIONS
    minimum_minutes: int = 0

    @property
    def wants_sections(self) -> bool:
        return self.completion != Completion.QUIZ

    @property
    def wants_minutes(self) -> bool:
        return self.completion in (Completion.MINUTES, Completion.ALL)

    @property
    def wants_quiz(self) -> bool:
        return self.completion in (Completion.QUIZ, Completion.ALL)


@dataclass(frozen=True, slots=True)
class Facts:
    """How far a person is: `quiz` is a QuizResult, or empty before the first result."""

    sections: int
    sections_read: int
    seconds: int = 0
    quiz: str = ""


def judge(rule: Rule, facts: Facts, state: str = ModuleState.INCOMPLETE) -> ModuleState:
    """What it comes to. An earned `state` stays, whatever the facts say now; a failed quiz may still be passed."""
    if state in EARNED:
        return ModuleState(state)
    if rule.wants_quiz and facts.quiz == QuizResult.FAILED:
        return ModuleState.FAILED
    read = not rule.wants_sections or 0 < facts.sections <= facts.sections_read
    stayed = not rule.wants_minutes or facts.seconds >= rule.minimum_minutes * 60
    passed = not rule.wants_quiz or facts.quiz == QuizResult.PASSED
    if not (read and stayed and passed):
        return ModuleState.INCOMPLETE
    return ModuleState.PASSED if rule.wants_quiz else ModuleState.COMPLETE


def leads_to(start: Key, goal: Key, requires: Mapping[Key, set[Key]]) -> bool:
    """Whether `start` is `goal`, or asks for it, at however many removes."""
    waiting, seen = [start], set()
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            waiting += requires.get(here, ())
    return False
