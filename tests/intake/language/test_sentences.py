from intake.language import sentence_spans, sentences


def test_a_title_or_a_month_does_not_end_a_sentence():
    assert sentences("Dr. Lee spoke on 3 Nov. 2026. All listened.") == [
        "Dr. Lee spoke on 3 Nov. 2026.",
        "All listened.",
    ]


def test_initials_belong_to_the_name_that_follows():
    assert sentences("J. R. Smith came. Nobody left.") == ["J. R. Smith came.", "Nobody left."]


def test_a_citation_after_the_quotation_stays_with_it():
    assert sentences("“It is late.” (Doe 2010) They went.") == ["“It is late.” (Doe 2010)", "They went."]


def test_an_hour_ends_a_sentence_before_a_capital():
    assert sentences("We begin at 10 a.m. Registration is open.") == ["We begin at 10 a.m.", "Registration is open."]


def test_a_country_in_initials_ends_a_sentence_only_before_a_word_that_starts_one():
    assert len(sentences("He left the U.S. The rest stayed.")) == 2
    assert len(sentences("He met the U.S. President there.")) == 1


def test_a_russian_town_and_a_russian_year_are_told_apart():
    assert sentences("Он живёт в г. Ташкент. Это было в 2020 г. В доме тихо.") == [
        "Он живёт в г. Ташкент.",
        "Это было в 2020 г.",
        "В доме тихо.",
    ]


def test_a_blank_line_ends_a_sentence_without_a_stop():
    assert sentences("Background\n\nThe text begins.") == ["Background", "The text begins."]


def test_spans_point_at_the_sentences():
    text = "  One is here.  Two is there. "
    assert [text[start:end] for start, end in sentence_spans(text)] == ["One is here.", "Two is there."]


def test_the_name_of_a_case_is_not_cut_at_its_versus():
    assert len(sentences("It was settled in Doe v. Licensing Office. Doe was heard.")) == 2
    assert len(sentences("The crown passed to George V. The king was young.")) == 2
