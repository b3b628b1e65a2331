"""The paper, read back from the PDF."""

import io
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pypdf import PdfReader

from courseware.certificates.paper import KNOWN, WORDS, Facts, Unprintable, drawn, is_printed, qr_code, unprinted

FACTS = Facts(
    language="en",
    name="Aliya Omarova",
    name_other="Әлия Омарова",
    title="Managing borders",
    of=("A webinar on rivers",),
    hours=Decimal("12.5"),
    score=86,
    held_from=date(2026, 3, 1),
    held_to=date(2026, 3, 2),
    awarded_on=date(2026, 3, 9),
    valid_until=date(2028, 3, 9),
    issuer="Training Centre",
    signatory_name="Anna Lee",
    signatory_role="Head of training",
    code="7K3M-9QXT-ABCD-EFGH-JKMN",
    url="https://convoke.example.org/verify/7K3M-9QXT-ABCD-EFGH-JKMN/",
    site="convoke.example.org/verify",
)
# Capital and small, as the alphabets have them beyond Russian.
NATIONAL = {
    "Kazakh": "ӘәҒғҚқҢңӨөҰұҮүҺһІі",
    "Kyrgyz": "ҢңӨөҮү",
    "Tajik": "ҒғӢӣҚқӮӯҲҳҶҷ",
    "Uzbek": "ЎўҚқҒғҲҳ",
    "Russian": "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "Uzbek in Latin": "OʻoʻGʻgʻ",
    "Turkmen": "ÄäŇňÖöÝýŽžŞşÇç",
}


def reader(facts):
    return PdfReader(io.BytesIO(drawn(facts)))


def text(facts):
    return "".join(reader(facts).pages[0].extract_text().split())


@pytest.mark.parametrize("language", NATIONAL)
def test_every_letter_of_the_alphabets_is_in_the_paper(language):
    letters = NATIONAL[language]
    assert letters in text(replace(FACTS, name_other=letters))


def test_everything_it_certifies_stands_on_it():
    found = text(FACTS)
    for words in ("AliyaOmarova", "ӘлияОмарова", "Managingborders", "Awebinaronrivers", "12.5", "86%", "TrainingCentre",
                  "AnnaLee", "Headoftraining", "1–2March2026", "9March2028", FACTS.code):  # fmt: skip
        assert words in found


def test_what_is_not_to_be_said_is_not_there():
    found = text(replace(FACTS, score=None, hours=None, valid_until=None, held_from=None, held_to=None))
    for label in ("score", "hours", "valid_until", "held"):
        assert WORDS["en"][label].replace(" ", "") not in found


def test_a_russian_paper_speaks_russian():
    found = text(replace(FACTS, language="ru"))
    assert "Сертификат" in found and "9марта2026г." in found and "12,5" in found


@pytest.mark.parametrize(
    ("last", "words"),
    [(date(2026, 3, 1), "Held:1March2026"), (date(2026, 4, 2), "Held:1March2026to2April2026")],
)
def test_dates_are_told_as_short_as_they_can_be(last, words):
    assert words in text(replace(FACTS, held_to=last))


def test_every_language_has_all_words():
    assert all(words.keys() == WORDS["en"].keys() and len(words["months"]) == 12 for words in WORDS.values())


def test_it_says_what_pdf_ua_asks_for():
    found = reader(FACTS)
    root = found.trailer["/Root"]
    assert root["/Lang"] == "en" and root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] and "Managing borders" in found.metadata.title
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()


def test_it_is_one_page_of_a4_lying():
    found = reader(FACTS)
    assert len(found.pages) == 1
    assert [round(float(side)) for side in found.pages[0].mediabox[2:]] == [842, 595]


def test_every_font_is_embedded():
    fonts = reader(FACTS).pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_long_names_and_titles_stay_on_the_page():
    long = replace(
        FACTS, name="Құрманғазы " * 13, name_other="Мұхамеджанов " * 11, title="Противодействие обороту " * 10
    )
    found = reader(long)
    assert len(found.pages) == 1
    assert found.pages[0].extract_text().count("Құрманғазы") == 13


def test_values_are_never_read_as_source():
    hostile = '#panic("x") $1/0$ *bold* \\ " }] #image("/etc/passwd") <label> @reference'
    found = text(replace(FACTS, title=hostile, name=hostile))
    assert hostile.replace(" ", "") in found


def test_a_letter_that_the_font_does_not_have_is_refused():
    with pytest.raises(Unprintable):
        drawn(replace(FACTS, name="王小明"))


def test_letters_that_the_paper_cannot_show_are_named_once_each():
    assert unprinted("Aliya 王小王 Omarova 😀") == "王小😀"
    assert unprinted("".join(NATIONAL.values()) + "Nguyễn O’Neil-Đặng Ө\u0306") == ""


def test_what_is_taken_for_printable_is_so():
    known = [chr(number) for number in range(0x2100) if KNOWN.fullmatch(chr(number))]
    assert len(known) > 1000 and is_printed("".join(known))


def test_the_same_facts_give_the_same_bytes():
    assert drawn(FACTS) == drawn(FACTS)


def test_the_square_code_has_its_white_margin_and_nothing_else():
    picture = qr_code(FACTS.url)
    modules = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", picture)}
    size = int(re.search(r"viewBox=\"0 0 (\d+)", picture).group(1))
    assert min(min(module) for module in modules) == 4 and max(max(module) for module in modules) == size - 5
