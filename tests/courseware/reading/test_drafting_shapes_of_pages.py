"""Shapes of pages that lost text, merged articles or took a line for what it is not."""

from datetime import date

import pytest

from courseware.reading.drafting import ModuleDraft, draft_course
from intake.readers import read

ONE = (
    "The council of Morrow has voted to close the old road along the bay to through traffic. Only residents, buses and "
    "bicycles may use it from 1 March, and lorries on their way to the ferry have to take the bypass, which is longer."
)
TWO = (
    "A count found 2,600 vehicles on an ordinary weekday, 340 of them lorries. The road was built for horses and is "
    "five metres wide at its narrowest point, so that two lorries can hardly pass each other without touching the wall."
)
THREE = (
    "The ferry company asked for a delay of one year, which the council refused. It will review the decision after the "
    "first winter, and it has set aside money for a second count in which bicycles are to be included as well."
)

PLUG = (
    "Five ports have agreed to supply ships with electricity from the land. The agreement obliges all ships that stay "
    "for longer than two hours to switch off their engines, and it says which of two plugs the ports have to offer."
)


def drafted(page: str, name: str = "page.html") -> list[ModuleDraft]:
    return list(draft_course(read(name, page.encode())).modules)


def text_of(module: ModuleDraft) -> str:
    return " ".join(text for section in module.sections for text in section.paragraphs)


@pytest.mark.parametrize(
    "answer", ['<div aria-hidden="true">{}</div>', "<div hidden>{}</div>", '<div style="display:none">{}</div>']
)
def test_answers_that_open_below_their_heading_are_text(answer: str):
    folded = "".join(f"<h3>May I {n}?</h3>{answer.format(f'<p>{t}</p>')}" for n, t in enumerate((ONE, TWO, THREE)))
    (module,) = drafted(f"<h1>Questions about the old road</h1><p>{ONE}</p>{folded}")
    assert text_of(module) == " ".join((ONE, ONE, TWO, THREE))


def test_hidden_text_among_visible_paragraphs_stays_hidden():
    (module,) = drafted(f"<h1>The old road closes</h1><h2>Why</h2><p hidden>{TWO}</p><p>{ONE}</p><p>{THREE}</p>")
    assert text_of(module) == f"{ONE} {THREE}"


def test_heading_that_is_a_button_heads_its_answer():
    asked = "".join(f"<h3><button>May I {n}?</button></h3><div><p>{t}</p></div>" for n, t in enumerate((ONE, TWO)))
    (module,) = drafted(f"<h1>Questions about the old road</h1><p>{THREE}</p>{asked}<button>Send</button>")
    assert [section.heading for section in module.sections] == [None, "May I 0?", "May I 1?"]


@pytest.mark.parametrize("label", ["More on this topic", "See also:"])
def test_article_goes_on_below_a_link_to_another(label: str):
    link = f"<p>{label}</p><p><a href='#'>How a cable is laid</a></p>"
    body = f"<p>{ONE}</p><h2>Why</h2><p>{TWO}</p>{link}<p>{THREE}</p><h2>Later</h2><p>{ONE}</p>"
    page = f"<h1>The old road closes</h1>{body}"
    (module,) = drafted(page)
    assert text_of(module) == " ".join((ONE, TWO, THREE, ONE))


def test_each_article_element_with_a_heading_is_an_article():
    texts = {"Road closes": (ONE, TWO), "Ports agree": (THREE, PLUG)}
    articles = "".join(
        f"<article><h2>{title}</h2><p>{one}</p><p>{two}</p></article>" for title, (one, two) in texts.items()
    )
    assert [module.title for module in drafted(f"<h1>Gazette</h1>{articles}")] == ["Road closes", "Ports agree"]


def test_titles_between_rules_begin_the_articles_of_a_letter():
    rule = "-" * 40
    texts = {"ROAD ALONG THE BAY CLOSES": (ONE, TWO), "PORTS AGREE ON A PLUG": (THREE, PLUG)}
    parts = [f"{rule}\n{title}\n{rule}\n\n{one}\n\n{two}\n" for title, (one, two) in texts.items()]
    end = f"{rule}\n\nYou receive this letter because you have asked for it. To unsubscribe, write to us.\n"
    modules = drafted("\n".join([*parts, end]), "letter.txt")
    assert [module.title for module in modules] == ["ROAD ALONG THE BAY CLOSES", "PORTS AGREE ON A PLUG"]
    assert [text_of(module) for module in modules] == [f"{ONE} {TWO}", f"{THREE} {PLUG}"]


@pytest.mark.parametrize(
    "line",
    [
        "5 November 2019, 10:45 Author: Ann Probe Views: 1,204",
        "5 November 2019, 10:45 By Ann Probe",
        "Author: Ann Probe, 5 November 2019",
    ],
)
def test_day_and_author_on_one_line_are_told_apart(line: str):
    (module,) = drafted(f"<h1>The old road closes</h1><div>{line}</div><p>{ONE}</p><p>{TWO}</p>")
    assert (module.author, module.published) == ("Ann Probe", date(2019, 11, 5))
    assert text_of(module) == f"{ONE} {TWO}"


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        ("By the Research Unit of the Transit Observatory\n28 June 2019", "Research Unit of the Transit Observatory"),
        ("E. Probe, T. Sample", "E. Probe, T. Sample"),
        ("E. Probe*, T. Sample\nDepartment of Alpine Air, Tarn College", "E. Probe, T. Sample"),
        ("Ella Probe\nDepartment of Alpine Air, Tarn College", "Ella Probe"),
    ],
)
def test_authors_below_a_title_are_neither_title_nor_heading(lines: str, author: str):
    (module,) = drafted(f"The old road closes to lorries\n{lines}\n\n{ONE}\n\n{TWO}\n", "paper.txt")
    assert (module.title, module.author) == ("The old road closes to lorries", author)
    assert [section.heading for section in module.sections] == [None]
    assert text_of(module) == f"{ONE} {TWO}"
