"""Which questions an attempt holds, and in which order it shows their choices. Decided once, when it starts."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random
from uuid import UUID

from accounts.people.models import Person
from courseware.quizzes.errors import BankTooSmall
from courseware.quizzes.items import Item
from courseware.quizzes.models import Question, Quiz, Response, Slot


@dataclass(frozen=True, slots=True)
class Asked:
    """A question (its key) as an attempt will hold it."""

    question: int
    points: Fraction = Fraction(1)
    is_drawn: bool = False


@dataclass(frozen=True, slots=True)
class Banked:
    """What drawing wants to know of a question."""

    question: int
    series: UUID
    module: int | None = None
    difficulty: int = 0
    tags: frozenset[int] = frozenset()


def picked(quiz: Quiz, person: Person, random: Random) -> list[Asked]:
    """By the slots of the quiz, or of its blueprint. Raises BankTooSmall."""
    slots = list(Slot.objects.asked().filter(quiz=quiz.blueprint_id or quiz.pk).select_related("tag", "module"))
    if not slots:
        of_module = Question.objects.approved().filter(module=quiz.module_id) if quiz.module_id else []
        asked = [Asked(each.pk) for each in of_module]
    elif any(slot.question_id is None for slot in slots):
        asked = drawn(slots, _bank(quiz), _met(quiz, person), random)
    else:
        asked = drawn(slots, [], {}, random)
    if quiz.shuffle_questions:
        random.shuffle(asked)
    return asked


@dataclass(frozen=True, slots=True)
class Supply:
    """What the bank holds for a quiz: `by_slot`, for each draw (its key), how many questions it may take; `is_enough`:
    an attempt can be made up, which several draws of the same questions may prevent though each alone has enough."""

    by_slot: Mapping[int, int]
    is_enough: bool


def supply(quiz: Quiz) -> Supply:
    slots = list(Slot.objects.asked().filter(quiz=quiz.blueprint_id or quiz.pk).select_related("tag", "module"))
    fixed, bank = {slot.question_id for slot in slots}, _bank(quiz)
    draws = [slot for slot in slots if slot.question_id is None]
    by_slot = {s.pk: sum(_fits(s, each) for each in bank if each.question not in fixed) for s in draws}
    try:
        drawn(slots, bank, {}, Random(0))
    except BankTooSmall:
        return Supply(by_slot, is_enough=False)
    return Supply(by_slot, is_enough=True)


def _bank(quiz: Quiz) -> list[Banked]:
    approved = Question.objects.approved().filter(course=quiz.course_id)
    tags: dict[int, set[int]] = {}
    for question, tag in approved.exclude(tags=None).values_list("pk", "tags"):
        tags.setdefault(question, set()).add(tag)
    rows = approved.values_list("pk", "series", "module", "difficulty")
    return [Banked(*row, frozenset(tags.get(row[0], ()))) for row in rows]


def _met(quiz: Quiz, person: Person) -> Counter[UUID]:
    """How often the person has been asked each question of the course, in whichever version and quiz."""
    held = Response.objects.filter(attempt__person=person, question__course=quiz.course_id)
    return Counter(held.order_by().values_list("question__series", flat=True))


def drawn(slots: Sequence[Slot], bank: Collection[Banked], met: Mapping[UUID, int], random: Random) -> list[Asked]:
    """Fixed questions, and for each draw those the person has met least often; none twice. Raises BankTooSmall.

    A question that two draws could take goes where it is needed: a draw gives way while it can take another.
    """
    fixed = {slot.question_id for slot in slots if slot.question_id}
    free = sorted((each for each in bank if each.question not in fixed), key=lambda _each: random.random())
    free.sort(key=lambda each: met.get(each.series, 0))
    places = [slot for slot in slots if slot.question_id is None for _ in range(slot.count)]
    taken: dict[int, int] = {}
    for n, slot in enumerate(places):
        if not _take(n, places, free, taken, set()):
            raise BankTooSmall(slot)
    found = {n: question for question, n in taken.items()}
    draws = iter(range(len(places)))
    return [asked for slot in slots for asked in _of_slot(slot, found, draws)]


def _of_slot(slot: Slot, found: Mapping[int, int], draws: "Collection[int]") -> list[Asked]:
    if slot.question_id:
        return [Asked(slot.question_id, slot.points)]
    return [Asked(found[next(draws)], slot.points, is_drawn=True) for _ in range(slot.count)]


def _take(n: int, places: Sequence[Slot], free: Sequence[Banked], taken: dict[int, int], tried: set[int]) -> bool:
    """Find a question for place `n`: a free one, or one whose place can take another (augmenting paths, as Kuhn's)."""
    fitting = [each.question for each in free if each.question not in tried and _fits(places[n], each)]
    for question in sorted(fitting, key=lambda question: question in taken):
        if question in tried:
            continue
        tried.add(question)
        if question not in taken or _take(taken[question], places, free, taken, tried):
            taken[question] = n
            return True
    return False


def _fits(slot: Slot, banked: Banked) -> bool:
    return (
        slot.module_id in (None, banked.module)
        and slot.difficulty in (None, banked.difficulty)
        and (slot.tag_id is None or slot.tag_id in banked.tags)
    )


def order_of(item: Item, random: Random, *, shuffle: bool) -> list[int]:
    """The keys of the choices as an attempt shows them. True and false keep their order; what is to be put in order or
    matched never shows the right one."""
    keys = [each.key for each in item.options]
    if item.kind == "ordering":
        return _out_of_order(keys, random)
    if item.kind == "matching" or (shuffle and item.kind in ("single", "multiple", "cloze")):
        random.shuffle(keys)
    return [] if item.kind in ("numeric", "short") else keys


def _out_of_order(keys: list[int], random: Random) -> list[int]:
    shuffled = random.sample(keys, len(keys))
    return shuffled if shuffled != keys else [*keys[1:], *keys[:1]]
