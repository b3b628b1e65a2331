import pytest

from intake.readers import read

LONG = "The conference encouraged all States to exchange data between police, customs, and"


def document(text):
    return read("note.txt", text.encode())


def codes(text):
    return [warning.code for warning in document(text).warnings]


def test_a_paragraph_broken_by_a_page_is_joined_and_told():
    found = document(f"{LONG}\nlicensing authorities of every kind.")
    assert [block.text for block in found.blocks] == [f"{LONG} licensing authorities of every kind."]
    assert (found.warnings[0].code, found.warnings[0].values["block"]) == ("paragraph_joined", 1)


@pytest.mark.parametrize("second", ["Licensing authorities of every kind.", "on"])
def test_what_does_not_go_on_is_not_joined(second):
    assert len(document(f"{LONG}\n{second}").blocks) == 2


def test_a_short_label_is_not_joined_with_what_follows():
    assert len(document("Some text stands here.\nPublished\nby a newspaper of the region").blocks) == 3


def test_a_footnote_mark_glued_to_a_word_is_taken_off_and_told():
    found = document("They fight crime across borders2. It goes on.")
    assert found.blocks[0].text == "They fight crime across borders. It goes on."
    assert found.warnings[0].values == {"found": "borders2", "kept": "borders", "block": 1}


@pytest.mark.parametrize("text", ["The COVID19. It spread.", "Use form A2. It is new.", "It rose to 25. It fell."])
def test_a_figure_that_belongs_to_the_word_stays(text):
    assert document(text).blocks[0].text == text


def test_a_hyphen_with_a_stray_space_is_mended_and_told():
    found = document("The Counter- Terrorism Committee met.")
    assert found.blocks[0].text == "The Counter-Terrorism Committee met."
    assert found.warnings[0].code == "hyphen_mended"


def test_a_word_parted_at_a_line_end_loses_its_hyphen_where_the_text_has_it_whole():
    assert (
        document("Border manage- ment and good management.").blocks[0].text == "Border management and good management."
    )


def test_a_suspended_hyphen_stays():
    assert codes("They have short- and long-term plans.") == []
