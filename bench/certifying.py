"""What certificates.py needs of Django: import it after django.setup()."""

import io
import re
import time
from collections.abc import Iterator

import filling
from django.db import connections
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from accounts.outbox.models import Letter
from accounts.people.models import Person
from courseware.certificates.models import Award, Certificate, Paper
from tests import factories

WORDS = ("Әлия", "Қайрат", "Ҷамшед", "Ўткир", "Үмүт", "Нұрлан", "Омарова", "Раҳимов", "Өмүрбеков")
DONE = re.compile(r'<progress value="(\d+)"')


def prepare(people: int) -> tuple[Award, Person]:
    """A site with an event at which that many people were for long enough; the organizer is the second of the pair."""
    filling.prepare()
    organizer = factories.person(email="organizer@example.org")
    event = factories.event(team=factories.team(organizer=organizer), capacity=people)
    for number in range(people):
        person = factories.person(name=name(number))
        factories.attendance(event, person=person)
    return factories.award(event, hours=12, validity_months=24, signatory_name="Anna Lee"), organizer


def name(number: int) -> str:
    """Another for each, in letters of the region."""
    return f"{WORDS[number % 6]} {WORDS[6 + number % 3]} {chr(0x410 + number % 32)}{number}"


def press(client: Client, award: Award) -> str:
    """The organizer's button; returns the address of the page that shows how far it is."""
    answer = client.post(reverse("certificates:issue", args=[award.code]), {"everybody": "yes"})
    connections.close_all()
    return answer.url


def watched(client: Client, page: str, *, until: float) -> Iterator[tuple[float, int]]:
    """Seconds since now, and how many the page says are done; as its own htmx would ask, until it asks no more."""
    began = time.monotonic()
    while time.monotonic() < until:
        html = client.get(page, headers={"HX-Request": "true"}).content.decode()
        yield time.monotonic() - began, int(DONE.search(html)[1])
        if "hx-get" not in html:
            return
        time.sleep(0.5)


def counted(award: Award) -> dict[str, int]:
    """What there is in the end. "names found" are papers whose text, taken out again, holds the holder's name."""
    papers = Paper.objects.select_related("certificate")
    found = sum(paper.certificate.name in text_of(paper) for paper in papers)
    return {
        "certificates": Certificate.objects.filter(award=award).count(),
        "papers": papers.count(),
        "letters": Letter.objects.filter(kind="certificate_issued").count(),
        "names found": found,
        "kB for each paper": sum(len(paper.data) for paper in papers) // 1024 // max(1, papers.count()),
    }


def text_of(paper: Paper) -> str:
    return " ".join(PdfReader(io.BytesIO(paper.data)).pages[0].extract_text().split())
