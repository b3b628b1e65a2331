from courseware.quizzes.items import Item, Option

ANYTHING = "*"  # accepted whatever was typed


def random_guess(item: Item) -> float | None:
    """What share of the mark blind choosing earns on average, after Moodle; None where that cannot be said."""
    by_kind = {
        "true_false": lambda: 0.5,
        "single": lambda: average(worth(option) for option in item.options),
        "multiple": lambda: None,
        "matching": lambda: 1 / len({option.match for option in item.options}) if item.options else None,
        "short": lambda: for_anything(item),
        "numeric": lambda: for_anything(item),
        "cloze": lambda: of_gaps(item),
    }
    return by_kind.get(item.kind, lambda: 0.0)()


def worth(option: Option) -> float:
    return float(option.weight) if option.weight is not None else float(option.correct)


def average(values: object) -> float | None:
    every = list(values)
    return sum(every) / len(every) if every else None


def for_anything(item: Item) -> float:
    """Typing something earns nothing, unless an answer is accepted whatever it says."""
    given = (option for option in item.options if option.text.strip() == ANYTHING)
    return next((1.0 if option.weight is None else float(option.weight) for option in given), 0.0)


def of_gaps(item: Item) -> float | None:
    """All gaps count the same."""
    gaps = sorted({option.gap for option in item.options})
    return average(average(worth(option) for option in item.options if option.gap == gap) for gap in gaps)
