"""Web pages (HTML), saved from a browser or written by Word and other programs."""

from lxml import etree

from intake.blocks import Block, Remark
from intake.errors import Refused
from intake.readers.decoding import decoded
from intake.readers.pieces import finished
from intake.readers.web.articles import raise_titles
from intake.readers.web.facts import facts
from intake.readers.web.labels import mark_labels
from intake.readers.web.measure import check_measure
from intake.readers.web.unseen import Unseen
from intake.readers.web.walker import Walk

__all__ = ["blocks"]


def blocks(data: bytes) -> tuple[tuple[Block, ...], tuple[Remark, ...]]:
    """Raises Refused: those of decoding.decoded, html_too_deep, html_too_many_tags, empty.

    Remarks: notes_left_out, and those of decoding.decoded and of facts.facts.
    """
    page = decoded(data, is_html=True)
    source = page.text.encode("utf-8", "replace")
    check_measure(source)
    root = etree.fromstring(source, etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True))
    body = None if root is None else root.find(".//body")
    if body is None:
        raise Refused("empty")
    raise_titles(body)
    mark_labels(body)
    walk = Walk(Unseen(body))
    pieces = walk.pieces(body)
    notes = (Remark("notes_left_out", {"count": walk.notes}),) if walk.notes else ()
    return finished(pieces), (*page.remarks, *notes, *facts(root))
