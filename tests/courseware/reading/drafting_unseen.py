"""Six more pages, written after the rules were set, to see how the rules do on what they were not made for."""

from datetime import date

from tests.courseware.reading.drafting_cases import PageCase, Told

GLASS = (
    "In the hills above Sample Lake, a workshop of eleven people makes the lamps that lighthouse keepers still "
    "ask for.",
    "The lenses are cut by hand. Each takes nine days, and a mistake on the eighth sends the glass back to the oven, "
    "which the cutters call the long way home.",
    "Orders fell after harbours turned to smaller lights that need no keeper. The workshop lost half of its people in "
    "six years, and the younger half at that.",
    "Then sailors began to complain. Small lights are bright and thin, they said, and vanish in fog, while the "
    "old lamps "
    "fill it. Two harbours tested both kinds last winter and counted what the pilots saw.",
    "Whatever the count will show, the school in the village has started a class in glass again. It has four pupils, "
    "and the oldest cutter comes on Thursdays to tell them about the long way home.",
)
MAGAZINE = PageCase(
    "lamps.html",
    f"""<!doctype html><html><body><header class="site"><a href="/">The Hill Quarterly</a></header>
<div class="wrap"><span class="kicker">Crafts</span><h1>The long way home</h1>
<p class="dek">A workshop keeps a light that nobody was supposed to need any more.</p>
<p>Words: Helga Probe</p><p>Photographs: Ivo Sample</p><p>Spring 2018 issue, published 21 March 2018</p>
<p>{GLASS[0]}</p><p>{GLASS[1]}</p><p class="pull">“A mistake on the eighth sends the glass back to the oven”</p>
<p><strong>Six lean years</strong></p><p>{GLASS[2]}</p>
<div><h4>Related reading</h4><ul><li><a>How fog is measured</a></li><li><a>The last keeper of Nowhere</a></li></ul>
</div>
<p><strong>What the pilots saw</strong></p><p>{GLASS[3]}</p>
<figure><img><figcaption>A lens before the last cut. Photograph: Ivo Sample</figcaption></figure><p>{GLASS[4]}</p>
<p>Enjoyed this story? Join our mailing list for more.</p><p>Helga Probe is a writer who lives by the lake.</p>
<p>© 2018 The Hill Quarterly</p></div></body></html>""",
    (
        Told(
            "The long way home",
            (
                "A workshop keeps a light that nobody was supposed to need any more.",
                *GLASS,
                "Six lean years",
                "What the pilots saw",
            ),
            "Helga Probe",
            date(2018, 3, 21),
            "The Hill Quarterly",
            ("Six lean years", "What the pilots saw"),
            ("A lens before the last cut. Photograph: Ivo Sample",),
            ("“A mistake on the eighth sends the glass back to the oven”",),
        ),
    ),
    ("Crafts", "Related reading", "How fog is measured", "last keeper of Nowhere", "mailing list", "Words", "lives by"),
)

BEES = (
    "We moved the hives on Monday. The farmer lent us his trailer and his patience, and both were needed, because the "
    "road to the upper meadow has a gate every hundred metres.",
    "By noon the bees had found the thyme. You could hear it before you could see it, a low note over the whole slope, "
    "and for once nobody was stung.",
)
WELL = (
    "The village well is dry for the first time since 1976. A notice on the pump says so in three languages, and below "
    "it somebody has written a fourth, which is mostly swearing.",
    "Water comes by lorry now, on Tuesdays and Fridays. We carry it home in whatever we have, and I have learned "
    "that a "
    "soup pot holds exactly two days of tea.",
)
BUS = (
    "The new bus takes forty minutes to town, ten fewer than the old one. It has no bell, though, and the driver stops "
    "where he thinks that you might want to get off.",
    "He is usually right. After two weeks he knows all of us, and yesterday he waited at our gate until my aunt had "
    "found her glasses.",
)
BLOG = PageCase(
    "blog.html",
    f"""<html><body><div id="head"><h1><a>Letters from the upper meadow</a></h1><p>A diary of small things</p></div>
<div class="post"><h3><a>The day the bees moved</a></h3><div class="meta">July 4, 2019 by Jana Muster</div>
<p>{BEES[0]}</p><p>{BEES[1]}</p><p>Posted in Animals | 3 Comments</p></div>
<div class="post"><h3><a>A fourth language</a></h3><div class="meta">June 20, 2019 by Jana Muster</div>
<p>{WELL[0]}</p><p>{WELL[1]}</p><p>Posted in Water | 12 Comments</p></div>
<div class="post"><h3><a>No bell</a></h3><div class="meta">June 2, 2019 by Jana Muster</div>
<p>{BUS[0]}</p><p>{BUS[1]}</p><p>Posted in Travel | Leave a comment</p></div>
<p>← Older posts</p><h4>Recent Posts</h4><ul><li>The day the bees moved</li><li>A fourth language</li></ul>
<h4>Archives</h4><ul><li>July 2019</li><li>June 2019</li></ul></body></html>""",
    (
        Told("The day the bees moved", BEES, "Jana Muster", date(2019, 7, 4)),
        Told("A fourth language", WELL, "Jana Muster", date(2019, 6, 20)),
        Told("No bell", BUS, "Jana Muster", date(2019, 6, 2)),
    ),
    ("Posted in", "Older posts", "Recent Posts", "Archives", "A diary of small things", "12 Comments"),
)

PORT = (
    "The harbour of Example City will close its smallest dock in April after a hundred and twelve years.",
    "Fishermen have used the dock since it was built. Seven boats are left, and they will move to the north "
    "basin, where "
    "the port authority has promised them a crane and a cold store.",
    "“We asked for the crane in 1998,” said Karl Beispiel, who speaks for the owners of the boats. “It is good that it "
    "arrives before the last of us retires.”",
    "The authority said that the wall of the dock had moved by four centimetres in two winters. A repair would "
    "have cost "
    "more than the new basin, according to its figures, which it published on Monday.",
)
WIRE = PageCase(
    "wire.txt",
    f"""14 Feb 2022 | Harbours

Smallest dock to close after 112 years

{PORT[0]}

{PORT[1]}

File photo: boats at the small dock in winter

{PORT[2]}

{PORT[3]}

Reporting by Lena Muster; editing by Otto Probe

Our standards: the Example Wire code of conduct

Read Next

Storm keeps ferries in port
Fish prices rise again
""",
    (
        Told(
            "Smallest dock to close after 112 years",
            PORT,
            "Lena Muster",
            date(2022, 2, 14),
            None,
            (),
            ("File photo: boats at the small dock in winter",),
        ),
    ),
    ("Read Next", "Storm keeps", "Fish prices", "14 Feb", "Our standards", "Reporting by"),
)

LIBRARY = (
    "В посёлке Примерном открылась библиотека, в которой книги выдают соседям с другого берега реки.",
    "Читательский билет один на обе страны. Чтобы получить его, нужно показать паспорт и назвать любимую книгу, и "
    "второе, как говорят библиотекари, занимает больше времени.",
    "За первый месяц выдали триста книг, из них сорок уже вернули. Остальные, по расчётам заведующей, читают сразу "
    "несколько семей, поэтому сроки решили не сокращать.",
    "Следует сказать, что денег на новые книги пока нет. Полки заполнили сами жители, и среди подарков нашлись атлас "
    "1911 года и поваренная книга без последней страницы.",
)
RUSSIAN_COPY = PageCase(
    "библиотека.txt",
    f"""ПРИМЕРНЫЕ НОВОСТИ
Новости  Культура  Спорт

КУЛЬТУРА

Одна библиотека на два берега

12:40, 7 июня 2021

Текст: Ольга Образцова

На фото: читальный зал в день открытия

{LIBRARY[0]}

{LIBRARY[1]}

ЧИТАЙТЕ ТАКЖЕ
Школа за рекой примет учеников
Мост закроют на ремонт

{LIBRARY[2]}

{LIBRARY[3]}

Источник: Речная газета

Подписывайтесь на наш канал

Обсуждение (2)

Гость
8 июня 2021
А когда будет детский отдел?
""",
    (
        Told(
            "Одна библиотека на два берега",
            LIBRARY,
            "Ольга Образцова",
            date(2021, 6, 7),
            "Речная газета",
            (),
            ("На фото: читальный зал в день открытия",),
        ),
    ),
    ("ЧИТАЙТЕ ТАКЖЕ", "Школа за рекой", "Мост закроют", "Подписывайтесь", "детский отдел", "КУЛЬТУРА", "Гость"),
)

SEEDS = (
    "A seed bank in the Nowhere Mountains lends farmers what it keeps, and asks for twice as much back after the "
    "harvest.",
    "The rule is older than the building. Monks lent rye in the same way, and a ledger of 1640 lists those who "
    "paid late.",
    "Not everything comes back. Beans do, because they are easy; onions seldom do, because they need a second year.",
)
CLOCKS = (
    "Three towns on the coast have set their church clocks to the same minute, for the first time in living memory.",
    "The reason was the bus. Its timetable followed the clock of one town, and people of the other two were late "
    "or cold.",
    "One sexton refused for a month. His clock, he argues, had been right all along, and the buses should follow it.",
)
DIGEST = PageCase(
    "digest.md",
    f"""# Readings, week 14

Three texts for Thursday.

---

## Twice as much back

*Mira Sample — Mountain Gazette, 30 March 2017*

{SEEDS[0]}

### An old rule

{SEEDS[1]}

{SEEDS[2]}

[Read the original](https://example.org/seeds)

---

## The same minute

*Nils Muster — Coast Courier, 2 April 2017*

{CLOCKS[0]}

{CLOCKS[1]}

{CLOCKS[2]}

---

*You receive this digest because you asked for it. Unsubscribe at any time.*
""",
    (
        Told(
            "Twice as much back",
            (*SEEDS, "An old rule"),
            "Mira Sample",
            date(2017, 3, 30),
            "Mountain Gazette",
            ("An old rule",),
        ),
        Told("The same minute", CLOCKS, "Nils Muster", date(2017, 4, 2), "Coast Courier"),
    ),
    ("Three texts for Thursday", "Read the original", "You receive this", "week 14"),
)

ROOF = (
    "The town hall of Lower Example has a new roof, and this time it was paid for before the work began.",
    "The old one leaked for twenty years. Meetings were moved from room to room with the weather, and the "
    "archive learned "
    "to float.",
    "A lottery brought the money. Tickets were sold in four villages; the first prize was a piece of the old roof.",
    "The mayor thinks that the council must now mend the stairs. There is no money for them, and nobody has proposed a "
    "second lottery yet, although the old stairs would make fine prizes.",
)
OLD_SITE = PageCase(
    "old.htm",
    f"""<html><body bgcolor="#ffffff"><table width="100%"><tr><td width="150" valign="top"><font size="1">Home<br>
Council<br>
Events<br>Contact</font></td><td valign="top"><font size="5"><b>New roof for the town hall</b></font><br><br>
Author: Paul Beispiel<br>Date: 03/14/2018<br><br>{ROOF[0]}<br><br>{ROOF[1]}<br><br><b>How it was paid</b><br><br>
{ROOF[2]}<br><br>{ROOF[3]}<br><br>[ <a>Print</a> | <a>Send to a friend</a> ]<br><br>Best viewed at 800 x 600.
</td></tr></table></body></html>""",
    (
        Told(
            "New roof for the town hall",
            (*ROOF, "How it was paid"),
            "Paul Beispiel",
            date(2018, 3, 14),
            None,
            ("How it was paid",),
        ),
    ),
    ("Send to a friend", "Best viewed", "Council\n", "Date:"),
)

UNSEEN = (MAGAZINE, BLOG, WIRE, RUSSIAN_COPY, DIGEST, OLD_SITE)
