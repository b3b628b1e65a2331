from intake.language import key_terms

TEXT = (
    "Border security matters. Good border security needs trained customs officers. "
    "Customs officers and the police share data. The data on border security are old. Customs Officers agree."
)


def test_terms_that_return_come_first():
    assert key_terms(TEXT)[:2] == ("border security", "customs officers")


def test_case_variants_and_plurals_are_one_term():
    assert [term.lower() for term in key_terms(TEXT)].count("customs officers") == 1


def test_no_more_terms_than_asked_for():
    assert len(key_terms(TEXT, most=1)) == 1


def test_small_words_do_not_bound_a_term():
    assert all(term.split()[0] not in ("the", "and", "of") for term in key_terms(TEXT))


def test_a_text_without_repetition_has_no_terms():
    assert key_terms("Every word here stands alone.") == ()


def test_russian_terms_are_found():
    text = "Пограничный контроль важен. Пограничный контроль требует средств. Все ценят пограничный контроль."
    assert key_terms(text)[0].lower() == "пограничный контроль"
