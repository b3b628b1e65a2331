"""What each option is worth, in the shares that Moodle knows: any other share makes it refuse a whole file."""

from fractions import Fraction

from courseware.quizzes.items import Item, Option

_POSITIVE = [Fraction(n, 100) for n in (100, 90, 80, 75, 70, 60, 50, 40, 30, 25, 20, 10, 5)]
_POSITIVE += [Fraction(1, n) for n in (3, 6, 7, 8, 9)] + [Fraction(5, 6), Fraction(2, 3)]
KNOWN = sorted({0, *_POSITIVE, *(-share for share in _POSITIVE)})
ALMOST = Fraction(1, 20_000)
WHOLE, NOTHING = Fraction(1), Fraction(0)


def nearest(share: Fraction) -> Fraction:
    return min(KNOWN, key=lambda known: abs(known - share))


def percent(share: Fraction) -> str:
    """As Moodle writes it: 33.33333, 12.5, -100."""
    return f"{float(share * 100):.5f}".rstrip("0").rstrip(".")


def share_of(percentage: str) -> Fraction:
    """The share behind "33.33333" is a third. Raises ValueError for what is no number, or no share at all."""
    share = Fraction(percentage.strip().replace(",", ".")) / 100
    if abs(share) > 1:
        raise ValueError(percentage)
    close = nearest(share)
    return close if abs(close - share) < ALMOST else share


def usual(item: Item, option: Option) -> Fraction:
    """What an option is worth where it says nothing itself: ticks of a multiple choice share the mark, and wrong ones
    take as much away, so that ticking everything comes to nothing."""
    if item.kind in ("numeric", "short"):
        return WHOLE
    if item.kind == "multiple":
        alike = sum(each.correct == option.correct for each in item.options)
        return Fraction(1 if option.correct else -1, alike)
    return WHOLE if option.correct else NOTHING


def share(item: Item, option: Option) -> Fraction:
    """Of the mark; below nothing for what a wrong tick takes away."""
    if option.weight is None:
        return usual(item, option)
    takes = item.kind == "multiple" and not option.correct
    return -abs(option.weight) if takes else option.weight


def even(right: int) -> list[Fraction]:
    """Shares from the list that come to the whole, as even as they can be. Raises ValueError where there are none."""
    each = Fraction(1, right)
    if each in KNOWN:
        return [each] * right
    tens, fives = 20 - right, 2 * right - 20
    if tens < 0 or fives < 0:
        raise ValueError(right)
    return [Fraction(1, 10)] * tens + [Fraction(1, 20)] * fives


def fitting(item: Item) -> list[Fraction]:
    """For each option of a multiple choice a share from the list; those above nothing come to the whole.

    Raises ValueError where there are more right options than such shares.
    """
    rounded = [nearest(share(item, option)) for option in item.options]
    plus = [each for each in rounded if each > 0]
    if plus and abs(sum(plus) - 1) < ALMOST:
        return rounded
    right = sum(option.correct for option in item.options)
    shares = iter(even(right) if right else ())
    return [
        next(shares) if option.correct else min(own, NOTHING) for option, own in zip(item.options, rounded, strict=True)
    ]
