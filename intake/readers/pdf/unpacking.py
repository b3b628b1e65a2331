"""Streams of a PDF that unpack within limits, whatever they hold: drawings, objects, references, fonts, letters."""

import io
import zlib
from collections.abc import Callable

from pdfminer.lzw import LZWDecoder
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import (
    LITERALS_FLATE_DECODE,
    LITERALS_LZW_DECODE,
    LITERALS_RUNLENGTH_DECODE,
    PDFStream,
)
from pdfminer.psparser import PSKeyword

from intake.errors import Refused

LARGEST_STREAM = 10_000_000  # bytes, unpacked
LARGEST_FONT = 30_000_000  # those of all Chinese signs have more than 20 MB
_RUN_ENDS = 128


class LimitedParser(PDFParser):
    """Gives LimitedStreams where PDFParser gives streams."""

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack and isinstance(self.curstack[-1][1], PDFStream):
            place, stream = self.curstack.pop()
            self.push((place, LimitedStream(stream.attrs, stream.rawdata, stream.decipher)))


class LimitedStream(PDFStream):
    def decode(self) -> None:
        """As PDFStream does it, measuring each step before it is taken. Raises Refused pdf_too_complex."""
        limit = LARGEST_FONT if "Length1" in self.attrs else LARGEST_STREAM
        data = self.rawdata
        if self.decipher:
            data = self.decipher(self.objid, self.genno, data, self.attrs)
        for name, parameters in self.get_filters():
            for names, is_larger in _MEASURED:
                if name in names and is_larger(data, limit):
                    raise Refused("pdf_too_complex")
            data = PDFStream({"Filter": name, "DecodeParms": parameters}, data).get_data()
        self.data, self.rawdata = data, None


def _inflates_beyond(data: bytes, limit: int) -> bool:
    try:
        return len(zlib.decompressobj().decompress(data, limit + 1)) > limit
    except zlib.error:  # what came before the damage is within the limit
        return False


def _lzw_beyond(data: bytes, limit: int) -> bool:
    size = 0
    for part in LZWDecoder(io.BytesIO(data)).run():
        size += len(part)
        if size > limit:
            return True
    return False


def _runs_beyond(data: bytes, limit: int) -> bool:
    at = size = 0
    while at < len(data) and size <= limit and (length := data[at]) != _RUN_ENDS:
        is_copied = length < _RUN_ENDS
        size += length + 1 if is_copied else 257 - length
        at += length + 2 if is_copied else 2
    return size > limit


_MEASURED: tuple[tuple[tuple[object, ...], Callable[[bytes, int], bool]], ...] = (
    (LITERALS_FLATE_DECODE, _inflates_beyond),
    (LITERALS_LZW_DECODE, _lzw_beyond),
    (LITERALS_RUNLENGTH_DECODE, _runs_beyond),
)
