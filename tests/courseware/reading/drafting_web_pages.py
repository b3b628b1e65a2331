"""Pages in HTML, of one article and of several."""

from datetime import date

from tests.courseware.reading.drafting_cases import PageCase, Told, paragraphs
from tests.courseware.reading.drafting_texts import (
    FERRY,
    MARKET,
    MUSEUM,
    RECORDS,
    RU_POST,
    TRAINING,
    WATER,
)

NEWS = PageCase(
    "news.html",
    f"""<html><head><title>Ferry - Example Review</title></head><body>
<div class="top"><a href="/">Example Review</a><ul><li><a>Home</a></li><li><a>Politics</a></li><li><a>Travel</a></li>
</ul></div>
<div>We use cookies to improve your experience. <a>Accept all</a></div>
<div class="content"><h1>The Hut That Became a Museum</h1>
<p>By Ann Example | 3 May 2021 | 4 min read</p><p>Share this article</p>
<figure><img src="x.png"><figcaption>The old customs hut at Lower Sample in 1962</figcaption></figure>
<p>{FERRY[0]}</p><p>{FERRY[1]}</p>
<div><p>Read also: How the lake froze</p></div>
<h2>What the bridge changed</h2><p>{FERRY[2]}</p>
<div><h3>Our weekly newsletter</h3><p>Sign up for our newsletter and get the best stories straight to your inbox.</p>
<p>Sign up</p></div>
<p>{FERRY[3]}</p></div>
<h3>Related articles</h3><ul><li><a>Bridge opens after long wait</a></li><li><a>Traders move to the hall</a></li></ul>
<h3>Comments (2)</h3><p>Bob Reader</p><p>4 May 2021</p>
<p>I crossed there as a child with my grandmother, and I remember the
stamp very well, because it was green and
the officer let me press it on the back of my hand every single time we came.</p>
<p>© 2021 Example Review. All rights reserved.</p></body></html>""",
    (
        Told(
            "The Hut That Became a Museum",
            (*FERRY, "What the bridge changed"),
            "Ann Example",
            date(2021, 5, 3),
            "Example Review",
            ("What the bridge changed",),
            ("The old customs hut at Lower Sample in 1962",),
        ),
    ),
    (
        "cookies",
        "Accept all",
        "Share this",
        "Read also",
        "How the lake froze",
        "newsletter",
        "Sign up",
        "Bridge opens after",
        "Bob Reader",
        "crossed there as a child",
        "All rights reserved",
        "Politics",
    ),
)

RUSSIAN = PageCase(
    "russian.html",
    f"""<html><body><ul><li>Главная</li><li>Новости</li><li>Контакты</li></ul>
<p>Главная / Новости / Регион</p><h1>Пункт пропуска на реке Примерной открыт</h1>
<p>Опубликовано: 5 мая 2022 года, 10:30</p><p>Автор: Анна Примерова</p><p>Источник: Примерный вестник</p>
<figure><img><figcaption>Новый мост у села Примерное. Фото: Олег Образцов</figcaption></figure>
<p>{RU_POST[0]}</p><p>{RU_POST[1]}</p><p>Читайте также: Как работал старый паром</p>
<h2>Кто здесь работает</h2><p>{RU_POST[2]}</p><p>{RU_POST[3]}</p>
<p>Подписывайтесь на наш телеграм-канал, чтобы не пропустить новости.</p><p>Подписаться</p>
<h3>Похожие материалы</h3><p>Ярмарка на мосту собрала две деревни</p><p>Центр обучает переводчиков</p>
<h3>Комментарии (1)</h3><p>Пётр</p><p>Хорошее дело, давно пора было открыть.</p></body></html>""",
    (
        Told(
            "Пункт пропуска на реке Примерной открыт",
            (*RU_POST, "Кто здесь работает"),
            "Анна Примерова",
            date(2022, 5, 5),
            "Примерный вестник",
            ("Кто здесь работает",),
            ("Новый мост у села Примерное. Фото: Олег Образцов",),
        ),
    ),
    ("Читайте также", "Как работал", "Подпис", "Похожие", "Ярмарка", "Хорошее дело", "Комментарии", "Контакты"),
)

PULL = "A form is only paper until somebody has to answer a letter about it."
PULLED = PageCase(
    "pulled.html",
    f"""<html><body><article><header><h1>Lost at one desk, found at the next</h1>
<p class="standfirst">How five services came to describe a suitcase in the same words.</p>
<p>Published by Example Review on 9 November 2020</p></header>
<p>{RECORDS[0]}</p><blockquote>“{PULL}” — Ann Example</blockquote><p>{RECORDS[1]}</p>
<p>What one service called brown was red for another</p>
<p>{RECORDS[2]}</p><blockquote><p>We had eleven words for grey and no word for beige.</p></blockquote>
<p>{RECORDS[3]}</p>
</article><aside><h3>Most read</h3><p>Something else</p></aside></body></html>""",
    (
        Told(
            "Lost at one desk, found at the next",
            (
                "How five services came to describe a suitcase in the same words.",
                *RECORDS,
                "We had eleven words for grey and no word for beige.",
            ),
            None,
            date(2020, 11, 9),
            "Example Review",
            (),
            (),
            (
                f"“{PULL}” — Ann Example",
                "What one service called brown was red for another",
                "We had eleven words for grey and no word for beige.",
            ),
        ),
    ),
    ("Most read", "Something else"),
)

FAQ_PAIRS = (
    ("Who may cross on a market day?", "Everybody with a day pass may cross, and children under twelve need none."),
    (
        "Where do I get a pass?",
        "The mayor's office writes it by hand while you wait, on weekdays from nine to noon, and at the "
        "bridge itself on the morning of the market.",
    ),
    (
        "What may I bring home?",
        "As much bread and honey as you can carry, and tools for your own use. Larger loads have to go "
        "over the new bridge, where the customs office is open day and night.",
    ),
)
FAQ = PageCase(
    "questions.html",
    f"""<html><body><nav>Home | Help</nav><h1>Crossing on a market day: questions and answers</h1>
<p>Last updated: 1 February 2024</p><p>{MARKET[0]}</p>
{"".join(f"<h2>{question}</h2><p>{answer}</p>" for question, answer in FAQ_PAIRS)}
<p>Was this page helpful?</p><p>Share on Facebook</p><p>Privacy policy</p><p>Contact us</p></body></html>""",
    (
        Told(
            "Crossing on a market day: questions and answers",
            (MARKET[0], *(text for pair in FAQ_PAIRS for text in pair)),
            None,
            None,
            None,
            tuple(question for question, _answer in FAQ_PAIRS),
        ),
    ),
    ("Share on Facebook", "Privacy policy", "Contact us", "Last updated", "helpful"),
)

SEVERAL = PageCase(
    "several.html",
    f"""<html><body><h1>Borderlands</h1><p>Stories from the valley</p>
<div><h2>One Form for Five Services</h2><p>Ann Example</p><p>12 June 2022</p>{paragraphs(RECORDS)}<p>Share</p></div>
<div><h2>Interpreters Wanted</h2><p>Bob Sample</p><p>14 June 2022</p>{paragraphs(TRAINING)}<p>Share</p></div>
<div><h2>Both Banks Measure Together</h2><p>20 June 2022</p>{paragraphs(WATER)}<p>Share</p></div>
<p>Previous page</p><p>Next page</p></body></html>""",
    (
        Told("One Form for Five Services", RECORDS, "Ann Example", date(2022, 6, 12)),
        Told("Interpreters Wanted", TRAINING, "Bob Sample", date(2022, 6, 14)),
        Told("Both Banks Measure Together", WATER, None, date(2022, 6, 20)),
    ),
    ("Stories from the valley", "Share"),
)

TEASER_PAGE = PageCase(
    "teasers.html",
    f"""<html><body><h1>Latest news</h1>
{
        "".join(
            f"<h2>{title}</h2><p>{n} May 2021</p><p>{text}</p><p><a>Read more</a></p>"
            for n, (title, text) in enumerate(
                [
                    ("The ferry is a museum", FERRY[1]),
                    ("One form for all", RECORDS[1]),
                    ("Interpreters learn", TRAINING[1]),
                    ("Gauges on both banks", WATER[1]),
                ],
                1,
            )
        )
    }</body></html>""",
    (),
)

LINKS = PageCase(
    "links.html",
    "<html><body><h1>Reading list</h1><p>Here are the texts that we found useful this month.</p><ul>"
    + "".join(f"<li><a href='/{n}'>A text about border posts, number {n}</a></li>" for n in range(12))
    + "</ul></body></html>",
    (),
)

TWICE = PageCase(
    "twice.html",
    f"""<html><body><h1>Example Review</h1>
<h2>Maps That Lie a Little</h2><p>By Frida Sample, 2 April 2020</p>{paragraphs(MUSEUM[:2])}<p>Continue reading</p>
<h2>Maps That Lie a Little</h2><p>By Frida Sample, 2 April 2020</p>{paragraphs(MUSEUM)}</body></html>""",
    (Told("Maps That Lie a Little", MUSEUM, "Frida Sample", date(2020, 4, 2)),),
    ("Continue reading",),
)
