"""Typst's compilers, one of each kind for the process: each keeps its fonts. Every paper is set through here.

A compiler refuses a second thread with "Already borrowed", and a web process has several: one paper is set at a time.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

ONE_AT_A_TIME = Lock()


def pdf(
    template: Path,
    inputs: dict[str, str],
    *,
    standards: Sequence[str],
    made_at: datetime | int,
    all_fonts: bool = False,
) -> bytes:
    """`inputs` are what the template reads; the same give the same bytes. `all_fonts`: those of the machine too, else
    only those that Typst carries, so that every machine sets the same. Raises RuntimeError with Typst's words."""
    with ONE_AT_A_TIME:
        return _compiler(template, all_fonts).compile(
            format="pdf", sys_inputs=inputs, pdf_standards=list(standards), timestamp=made_at
        )


@lru_cache
def _compiler(template: Path, all_fonts: bool) -> Any:
    """It sees nothing but the folder of the template."""
    # It is large, and only who asks for a paper needs it.
    import typst  # noqa: PLC0415

    fonts = typst.Fonts(include_system_fonts=all_fonts)
    return typst.Compiler(input=template, root=template.parent, font_paths=fonts, ignore_system_fonts=not all_fonts)
