"""The page of a module within a package: text and quiz, complete without scripts, alive with them."""

import json
from html import escape

from courseware.exchange.formats.course import CourseFile, Entry, ModuleText
from courseware.exchange.formats.scorm.asked import Words, data_of, html_of_question

PLAYER = ("marks.js", "platform.js", "sco.js", "sco.css")
_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="sco.css">
</head>
<body>
<div class="page">
<header>
<p class="eyebrow">{course}</p>
<h1>{title}</h1>
<div class="needs-player"><p class="quiet" id="progress"></p>
<progress id="bar" max="{count}" value="0" aria-labelledby="progress"></progress></div>
<p class="quiet" id="platform" role="status">{scripts}</p>
</header>
<div class="columns">
<nav aria-label="{contents}"><ol>
{links}
</ol></nav>
<main>
{parts}
</main>
</div>
</div>
<script type="application/json" id="course">{data}</script>
<script src="marks.js"></script>
<script src="platform.js"></script>
<script src="sco.js"></script>
</body>
</html>
"""


def page_of(course: CourseFile, module: ModuleText, quiz: list[Entry], words: Words) -> str:
    """`quiz` are the questions as they can be played; `words` are those of the player, in the module's language."""
    headings = [section.heading or words["opening"] for section in module.sections]
    parts = [_section(n, heading, module.sections[n].html, words) for n, heading in enumerate(headings)]
    links = [_link(f"s{n}", heading) for n, heading in enumerate(headings)]
    if quiz:
        parts.append(_quiz(quiz, words))
        links.append(_link("quiz", words["quiz"]))
    return _PAGE.format(
        language=escape(module.language or course.language),
        title=escape(module.title),
        course=escape(course.title),
        count=len(module.sections),
        scripts=escape(words["scripts"]),
        contents=escape(words["contents"]),
        links="\n".join(links),
        parts="\n".join(parts) + _source(module, words),
        data=_data(module, quiz, words),
    )


def _data(module: ModuleText, quiz: list[Entry], words: Words) -> str:
    """JSON that cannot end the element it stands in."""
    asked = [data_of(n, entry) for n, entry in enumerate(quiz, 1)]
    told = {"words": words, "mastery": module.pass_percent, "questions": asked}
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")


def _link(name: str, heading: str) -> str:
    return f'<li><a href="#{name}">{escape(heading)}</a><span></span></li>'


def _section(n: int, heading: str, html: str, words: Words) -> str:
    button = f'<p class="needs-player"><button type="button" data-read="{n}">{escape(words["mark_read"])}</button></p>'
    return (
        f'<section id="s{n}" aria-labelledby="h{n}"><h2 id="h{n}" tabindex="-1">{escape(heading)}</h2>'
        f'<div class="text">{html}</div>{button}</section>'
    )


def _source(module: ModuleText, words: Words) -> str:
    return f'\n<p class="quiet">{escape(words["source"])}: {escape(module.source)}</p>' if module.source else ""


def _quiz(quiz: list[Entry], words: Words) -> str:
    questions = "\n".join(html_of_question(at, entry, words) for at, entry in enumerate(quiz))
    buttons = (
        f'<p class="quiet" id="blanks" role="status"></p>'
        f'<p class="needs-player"><button type="submit" id="hand-in">{escape(words["hand_in"])}</button> '
        f'<button type="button" id="again" hidden>{escape(words["again"])}</button></p>'
        f'<p id="result" role="status" tabindex="-1"></p>'
    )
    return (
        f'<section id="quiz" aria-labelledby="h-quiz"><h2 id="h-quiz" tabindex="-1">{escape(words["quiz"])}</h2>\n'
        f'<form id="questions">\n{questions}\n{buttons}</form></section>'
    )
