import pytest

from events.registration.invitefile import MOST_LINES, Problem, Unreadable, decoded, invitees, nominees

COUNTRIES = {"kazakhstan": "KZ", "казахстан": "KZ", "kz": "KZ"}
TABLE = "name;email;country;agency\nAliya Umarova;Aliya@Example.org;Kazakhstan;Customs\n"


def values(text):
    return [line.values for line in invitees(text, COUNTRIES).lines]


def problems(text):
    return [line.problems for line in invitees(text, COUNTRIES).lines]


def test_a_line_says_who_is_meant_with_codes_and_the_address_in_lower_case():
    assert values(TABLE) == [
        {"name": "Aliya Umarova", "email": "aliya@example.org", "country": "KZ", "agency": "Customs"}
    ]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_columns_are_parted_by_semicolon_comma_or_tab(separator):
    assert values(TABLE.replace(";", separator)) == values(TABLE)


def test_russian_headings_countries_categories_and_languages_are_understood():
    headings = "ФИО;Эл. почта;Страна;Ведомство;Должность;Категория;Язык"
    text = f"{headings}\nАлия;a@example.org;Казахстан;Таможня;Инспектор;Наблюдатель;Русский"
    assert values(text) == [
        {"name": "Алия", "email": "a@example.org", "country": "KZ", "agency": "Таможня", "position": "Инспектор",
         "category": "observer", "language": "ru"}
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_a_file_is_read_whatever_its_program_wrote_it_in(encoding):
    assert values(decoded("имя;почта\nАлия;a@example.org".encode(encoding))) == [
        {"name": "Алия", "email": "a@example.org"}
    ]


@pytest.mark.parametrize("data", [b"PK\x03\x04 a workbook", b"%PDF-1.7", b"name\0email", b"\xff\xfe\x00\xd8"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(Unreadable) as refused:
        decoded(data)
    assert refused.value.code == "not_text"


@pytest.mark.parametrize("text, code", [("", "empty"), ("\n \n", "empty"), ("name;email\n", "empty"),
                                        ("name;agency\nAliya;Customs", "no_email_column")])  # fmt: skip
def test_a_list_without_people_or_addresses_is_refused(text, code):
    with pytest.raises(Unreadable) as refused:
        invitees(text, COUNTRIES)
    assert refused.value.code == code


def test_too_many_lines_are_refused_with_their_number():
    def many(n):
        return "email\n" + "\n".join(f"p{k}@example.org" for k in range(n))

    assert len(invitees(many(MOST_LINES), COUNTRIES).lines) == MOST_LINES
    with pytest.raises(Unreadable) as refused:
        invitees(many(MOST_LINES + 1), COUNTRIES)
    assert (refused.value.code, refused.value.figure) == ("too_many", MOST_LINES + 1)


@pytest.mark.parametrize(
    "address",
    ["aliya", "aliya@", "a b@example.org", "a@example", "a@@example.org", "a@exa_mple.org", "a@example.org\x0bBcc",
     "<a@example.org>", "a..b@example.org"],
)  # fmt: skip
def test_what_is_no_address_is_named(address):
    [[problem]] = problems(f'name;email\nAliya;"{address}"')
    assert problem.code == "bad_email"


def test_a_missing_address_and_unknown_words_are_named():
    text = "email;country;category;language\n;Atlantis;boss;Elvish"
    assert problems(text) == [
        [
            Problem("country", "Atlantis"),
            Problem("category", "boss"),
            Problem("language", "Elvish"),
            Problem("no_email"),
        ]
    ]


def test_the_second_line_with_one_address_names_the_first():
    assert problems("email\na@example.org\nb@example.org\nA@example.org") == [[], [], [Problem("twice", "2")]]


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1", "-2+3", "@SUM(A1)", " =1"])
def test_what_a_spreadsheet_would_run_is_not_taken(cell):
    quoted = cell.replace('"', '""')
    assert problems(f'email;name\na@example.org;"{quoted}"') == [[Problem("formula", "name")]]


def test_a_dash_alone_means_nothing_and_unseen_characters_go():
    assert values("email;agency;name\na@example.org;—;Али\u200bя\u00a0Умарова") == [
        {"email": "a@example.org", "agency": "", "name": "Алия Умарова"}
    ]


def test_what_is_too_long_is_named():
    assert problems(f"email;name\na@example.org;{'x' * 151}") == [[Problem("too_long", "name")]]


def test_columns_not_understood_are_told_and_a_column_named_twice_counts_once():
    sheet = invitees("email;Phone;Name;name\na@example.org;1;Aliya;Other", COUNTRIES)
    assert sheet.ignored == ["Phone", "name"]
    assert sheet.lines[0].values == {"email": "a@example.org", "name": "Aliya"}


def test_short_lines_blank_lines_and_quoted_line_breaks_are_read():
    sheet = invitees('email;name\n\na@example.org\n"b@example.org";"Baky\nt"\n', COUNTRIES)
    assert [(line.number, line.values) for line in sheet.lines] == [
        (3, {"email": "a@example.org"}),
        (5, {"email": "b@example.org", "name": "Baky t"}),
    ]


def test_nominees_are_read_from_lines_of_name_address_position():
    sheet = nominees("Aliya Umarova; Aliya@example.org; Inspector\nb@example.org;Bakyt")
    assert [line.values for line in sheet.lines] == [
        {"email": "aliya@example.org", "name": "Aliya Umarova", "position": "Inspector"},
        {"email": "b@example.org", "name": "Bakyt"},
    ]


def test_a_nominee_without_an_address_is_named():
    assert [line.problems for line in nominees("Aliya Umarova; Inspector").lines] == [[Problem("no_email")]]


@pytest.mark.parametrize("text", ['email;name\na@example.org;"never closed', "email;" * 5000, "\x00\x00", ";;;;\n;;;"])
def test_hostile_text_is_read_or_refused_and_never_breaks(text):
    try:
        invitees(text, COUNTRIES)
    except Unreadable as refused:
        assert refused.code
