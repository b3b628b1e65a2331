"""HTML and Markdown."""

from tests.corpus.hostile.archives import TEXT
from tests.corpus.hostile.files import EITHER, READ, Hostile

PARAGRAPHS = f"<p>{TEXT}</p>" * 5


def page(body: str) -> bytes:
    return f"<!doctype html><html><head><title>Lamps</title></head><body>{body}</body></html>".encode()


def table(attributes: str) -> bytes:
    return page(f"{PARAGRAPHS}<table><tr><td {attributes}>lamp</td><td>oil</td></tr><tr><td>wick</td></tr></table>")


PAGES = (
    Hostile("deep.html", lambda: page("<div>" * 30_000 + TEXT + "</div>" * 30_000), EITHER),
    Hostile("unclosed.html", lambda: page("<b><i>" * 15_000 + TEXT), EITHER),
    Hostile("many_tags.html", lambda: page("<b>lamp</b> " * 100_000), EITHER),
    Hostile("many_attributes.html", lambda: page(f"<p {'a=1 ' * 300_000}>{TEXT}</p>"), EITHER),
    Hostile("wide_cell.html", lambda: table('colspan="999999999" rowspan="999999999"'), EITHER),
    Hostile("negative_cell.html", lambda: table('colspan="-1" rowspan="x"'), READ, must_hold="list of every lamp"),
    Hostile("only_script.html", lambda: page("<script>document.write('lamp')</script>")),
    Hostile(
        "only_hidden.html", lambda: page(f'<div style="display:none">{PARAGRAPHS}</div>'), EITHER, never="every lamp"
    ),
    Hostile("odd_entities.html", lambda: page("<p>&#0;&#xFFFF;&#x110000;&#xD800; </p>" + PARAGRAPHS), EITHER),
    Hostile(
        "external_entity.html",
        lambda: b'<!DOCTYPE h [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page("&x;" + PARAGRAPHS),
        EITHER,
        never="root:",
    ),
    Hostile("wrong_charset.html", lambda: b'<meta charset="nonsense">' + page(PARAGRAPHS), EITHER),
    Hostile("page_named.txt", lambda: page(PARAGRAPHS), EITHER, must_hold="list of every lamp"),
    Hostile("deep_quote.md", lambda: (">" * 5000 + " " + TEXT).encode(), EITHER),
    Hostile("deep_list.md", lambda: "\n".join("  " * n + "- " + TEXT for n in range(600)).encode(), EITHER),
    Hostile("many_brackets.md", lambda: ("[" * 9000 + "](" * 5000).encode(), EITHER),
    Hostile("many_stars.md", lambda: ("*a **b " * 2500).encode(), EITHER),
)
