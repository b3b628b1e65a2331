"""Files that are made to do harm, or that are not what they say: what each may lead to."""

from tests.corpus.hostile.archives import ARCHIVES
from tests.corpus.hostile.files import EITHER, READ, REFUSED, Hostile
from tests.corpus.hostile.pages import PAGES
from tests.corpus.hostile.papers import PAPERS
from tests.corpus.hostile.texts import TEXTS

HOSTILE: tuple[Hostile, ...] = (*ARCHIVES, *PAPERS, *PAGES, *TEXTS)

__all__ = ["EITHER", "HOSTILE", "READ", "REFUSED", "Hostile"]
