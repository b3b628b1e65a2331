from accounts.outbox.wording import fill, unknown


def test_places_are_filled_in():
    assert fill("Dear {name}, see {event_url}.", {"name": "Aigul", "event_url": "https://x"}) == (
        "Dear Aigul, see https://x."
    )


def test_unknown_places_and_other_braces_stay_as_they_are():
    text = "{nobody} { name } {} {{x}} {0} {a.b} {a!r} {a[0]} {"
    assert fill(text, {"a": "1", "name": "2"}) == text


def test_a_value_is_not_filled_in_turn():
    assert fill("{name}", {"name": "{email}", "email": "secret@example.org"}) == "{email}"


def test_nothing_is_evaluated():
    assert fill("{name.__class__} %(name)s $name", {"name": "x"}) == "{name.__class__} %(name)s $name"


def test_unknown_places_are_named_once_in_the_order_of_the_text():
    assert unknown("{b} {name} {a} {b} {место}", {"name"}) == ["b", "a", "место"]
