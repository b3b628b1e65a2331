from courseware.exchange.formats.moodle.reading import read
from courseware.exchange.formats.moodle.writing import write

__all__ = ["read", "write"]
