import pytest
from django import forms

from courseware.reading.forms import ModuleForm, MoveForm
from courseware.reading.forms.texts import AbbreviationsField
from tests import factories


@pytest.mark.parametrize("name", ["key_terms", "captions", "abbreviations"])
def test_no_list_of_a_module_takes_the_character_nul(name):
    form = ModuleForm({name: "A\0 = b"})
    assert "Null characters are not allowed." in form.errors[name]


def test_abbreviations_are_read_as_pairs_and_written_back_line_by_line():
    pairs = [{"short": "UN", "long": "United Nations"}, {"short": "IOM", "long": "International Organization"}]
    field = AbbreviationsField()
    assert field.clean(field.prepare_value(pairs)) == pairs


def test_a_line_that_is_no_pair_is_named():
    with pytest.raises(forms.ValidationError, match="Not understood: UN United Nations"):
        AbbreviationsField().clean("UN United Nations")


def test_abbreviations_may_be_left_out_where_they_are_optional():
    assert AbbreviationsField(required=False).clean("") == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong", [{"module": "a\0"}, {"module": "of-another-course"}, {"state": "hidden"}, {"state": ""}]
)
def test_only_what_the_course_has_can_be_published(wrong):
    factories.module(slug="of-another-course")
    assert not MoveForm({"state": "published"} | wrong, course=factories.course()).is_valid()
