from accounts.outbox.markup import Part, parts

URL = "https://convoke.example.org/events/one/"


def test_paragraphs_are_parted_by_empty_lines():
    assert parts("Dear Aigul,\n\nyour seat\nis confirmed.") == [
        Part("text", "Dear Aigul,"),
        Part("text", "your seat\nis confirmed."),
    ]


def test_a_short_phrase_before_an_address_becomes_a_button():
    assert parts(f"Add it to your calendar:\n{URL}") == [Part("button", "Add it to your calendar", URL, first=True)]
    assert parts(f"Join: {URL}") == [Part("button", "Join", URL, first=True)]


def test_only_the_first_button_stands_out():
    assert [part.first for part in parts(f"One: {URL}\n\nTwo: {URL}")] == [True, False]


def test_sentences_before_an_address_stay_sentences():
    assert parts(f"You cannot come? Give your seat away:\n{URL}") == [
        Part("text", "You cannot come? Give your seat away:", leads=True),
        Part("link", URL, URL),
    ]


def test_a_long_phrase_is_no_label():
    assert [part.kind for part in parts(f"{'word ' * 20}:\n{URL}")] == ["text", "link"]


def test_an_address_inside_a_sentence_stays_there():
    assert parts(f"See {URL} for more.") == [Part("text", f"See {URL} for more.")]


def test_only_pages_become_buttons():
    assert parts("Open: javascript:alert(1)") == [Part("text", "Open: javascript:alert(1)")]


def test_a_code_stands_out_only_in_a_letter_that_holds_one():
    assert parts("ABCD-1234", has_code=True) == [Part("code", "ABCD-1234")]
    assert parts("UNODC") == [Part("text", "UNODC")]
