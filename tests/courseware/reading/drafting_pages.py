"""Pages and documents for the drafting tests, in our own words."""

from intake.blocks import Block, Document
from intake.readers import read


def read_text(text: str, name: str = "page.txt") -> Document:
    return read(name, text.encode())


def as_blocks(*texts: str, kind: str = "paragraph", name: str = "page.txt") -> Document:
    """A document whose reader has told nothing apart."""
    return Document(name, tuple(Block(n, kind, text) for n, text in enumerate(texts, 1)))


CROSSING = (
    "The crossing at the river opened in 2016 after two years of talks between the customs services of both States. "
    "Some 400 people pass it on a market day, most of them traders with small loads, and the queue seldom lasts more "
    "than an hour, which travellers who remember the old ferry describe as a relief."
)
STAFFING = (
    "Twelve officers work there in three shifts. Each shift has one officer who speaks both languages, and a shared "
    "office lets the two services look at the same papers at the same time, so that nobody has to tell a story twice."
)
DIALOGUE = (
    "Officials of five States met in Almaty to compare how they train their border guards. The meeting was the third "
    "of its kind since 2019, and the hosts proposed that the next one should look at complaints by travellers, a "
    "matter on which the five services keep very different records so far."
)
DRILLS = (
    "Delegates also watched a drill in which a lost child had to be identified and handed over to the child protection "
    "service within an hour, and they discussed what an officer may ask a child and what has to be left to others."
)

SCRAPED = f"""Connect with us

Borderlands

A Quiet Crossing Finds Its Rhythm

Published

on

{CROSSING}

How the Post Is Staffed

A trader shows her papers at the new post near the river Amu in spring

{STAFFING}

Continue Reading
Comments

Borderlands

Guards Compare Notes in Almaty

Published 2 years ago

on

May 3, 2021

By

Ann Example

{DIALOGUE}

Advertisement

{DRILLS}

Related Topics

borders

Up Next

Another Story About a Bridge

Latest

Trending
"""

MARKDOWN = f"""# Guards compare notes

Source: Example Review, issue 3
Author: Ann Example
Published: 2021-05-03

{DIALOGUE}

## What was shown

{DRILLS}

- one record for each traveller
- one office for complaints

# A quiet crossing

By Bob Sample, 4 June 2022

{CROSSING}
"""

TEASERS = """Latest News

Bridge Opens After Long Wait

Published

3 days ago

The bridge over the river was opened on Monday by officials of both sides, who […]

Read more

Training for Guards Begins

Published

4 days ago

A first group of twenty guards has begun a course on …
"""
