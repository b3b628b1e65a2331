"""Addresses behind linked words: kept where the words call to register or to write, and nowhere else."""

import pytest

from intake.readers import read

ADDRESS = "https://x.example/reg_a_b"


@pytest.mark.parametrize(
    ("before", "words", "kept"),
    [
        ("To register, click ", "here", True),
        ("", "Register", True),
        ("", "Зарегистрироваться", True),
        ("Pour s’inscrire : ", "lien", True),
        ("The report is ", "here", False),
        ("See ", "our register of mills", False),
        ("", "Follow us", False),
    ],
)
def test_the_address_stands_behind_a_call_to_register(before, words, kept):
    page = f'<html><body><h1>Mills</h1><p>{before}<a href="{ADDRESS}">{words}</a>.</p></body></html>'
    for name, text in (("page.html", page), ("page.md", f"# Mills\n\n{before}[{words}]({ADDRESS}).\n")):
        said = " ".join(block.text for block in read(name, text.encode()).blocks)
        assert (f"{words} ({ADDRESS})." in said) == kept, name


def test_the_address_to_write_to_stands_behind_the_call():
    page = '<html><body><p>Any questions? <a href="mailto:a@x.example?subject=Mills">Contact us</a></p></body></html>'
    assert read("page.html", page.encode()).blocks[0].text.endswith("Contact us (a@x.example)")


def test_an_author_with_an_address_stays_a_name():
    page = '<html><body><p>By <a href="mailto:a@x.example">Ada Miller</a></p></body></html>'
    assert read("page.html", page.encode()).blocks[0].text == "By Ada Miller"
