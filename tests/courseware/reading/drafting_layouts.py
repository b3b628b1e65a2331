"""Twelve pages of different structure, each with what it tells and with the noise that belongs to no article."""

from tests.courseware.reading.drafting_line_pages import GLUED, MARKED, PLAIN, RUSSIAN_LINES
from tests.courseware.reading.drafting_web_pages import FAQ, LINKS, NEWS, PULLED, RUSSIAN, SEVERAL, TEASER_PAGE, TWICE

LAYOUTS = (NEWS, SEVERAL, PLAIN, RUSSIAN, RUSSIAN_LINES, PULLED, GLUED, FAQ, TEASER_PAGE, LINKS, TWICE, MARKED)
