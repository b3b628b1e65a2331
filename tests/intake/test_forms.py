import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from intake.forms import DocumentField, LinesField, small_int
from intake.readers.gate import LARGEST_BYTES


def test_lines_lose_list_signs_blank_lines_and_repetitions():
    assert LinesField().clean("- One\n\n•  Two\nOne\nOne  and\ta half") == ["One", "Two", "One and a half"]


def test_no_lines_are_an_empty_list():
    assert LinesField().clean("") == LinesField().clean(None) == []


@pytest.mark.parametrize("wrong", ["a\x00b", "x" * 8001, "\n".join(map(str, range(61)))])
def test_lines_without_measure_or_with_nul_are_refused(wrong):
    with pytest.raises(ValidationError):
        LinesField().clean(wrong)


def test_how_many_lines_there_may_be_is_told_by_the_form():
    with pytest.raises(ValidationError, match="2 lines"):
        LinesField(most=2).clean("a\nb\nc")


def test_a_list_is_shown_one_per_line():
    assert LinesField().prepare_value(["One", "Two"]) == "One\nTwo"


def test_only_a_short_run_of_digits_is_a_number():
    assert [small_int(text) for text in ("0", "17", "999999")] == [0, 17, 999_999]
    assert {small_int(text) for text in ("", "-1", "+1", " 1", "1_0", "1.0", "x", "²", "1000000", "9" * 5000)} == {None}


class Upload(forms.Form):
    file = DocumentField()


def upload(data: bytes) -> Upload:
    return Upload({}, {"file": SimpleUploadedFile("a.txt", data)})


def test_a_document_too_big_to_read_is_refused_before_it_is_read():
    form = upload(b"a" * (LARGEST_BYTES + 1))
    assert "the limit is 10 MB" in form.errors["file"][0]


def test_an_empty_document_is_left_to_the_reader_and_a_missing_one_is_not():
    assert upload(b"").is_valid()
    assert not Upload({}, {}).is_valid()


def test_the_field_offers_the_files_that_can_be_read():
    assert 'accept=".docx' in str(Upload()["file"])
