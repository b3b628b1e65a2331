from courseware.exchange.formats.gift.reading import read
from courseware.exchange.formats.gift.writing import write

__all__ = ["read", "write"]
