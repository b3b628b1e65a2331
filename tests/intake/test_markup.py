import pytest

from intake.markup import to_html

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click](data:text/html;base64,PHNjcmlwdD4=)",
    "<svg onload=alert(1)>",
    "<iframe src='https://evil.example'></iframe>",
    "<a href='https://x' onclick='alert(1)'>x</a>",
    "<div style='position:fixed'>x</div>",
    "<b hx-get='/desk/' hx-trigger='load'>x</b>",
    "<form action='https://evil.example'><input name=q></form>",
    "<math><mtext></mtext><script>alert(1)</script></math>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_runs_or_loads_passes(text):
    html = to_html(text).lower()
    for sign in (
        "<script",
        "onerror",
        "onload",
        "onclick",
        "javascript:",
        "data:",
        "<iframe",
        "style=",
        "hx-",
        "<form",
        "<img",
        "<svg",
    ):
        assert sign not in html


def test_what_a_text_needs_passes():
    html = to_html("**strong** and [a link](https://example.org)\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    for sign in ("<strong>", 'href="https://example.org"', "<li>", "<td>", 'rel="noopener noreferrer nofollow"'):
        assert sign in html


def test_headings_begin_below_those_of_the_page():
    html = to_html("# One\n\n## Two\n\n### Three")
    assert "<h1" not in html
    assert "<h2" not in html
    assert html.count("<h3>") == 3


def test_deep_nesting_is_answered():
    assert to_html("> " * 3000 + "deep")
