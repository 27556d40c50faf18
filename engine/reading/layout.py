"""How the text of a table is to be understood."""

from __future__ import annotations

from dataclasses import dataclass

ENCODINGS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "latin-1")
DELIMITERS = (",", ";", "\t", "|")
DECIMALS = (".", ",")


@dataclass(frozen=True, slots=True)
class Layout:
    """What is None is recognised from the text; see `engine.reading.sniffing`.

    encoding: one of `ENCODINGS`. delimiter: one of `DELIMITERS`, between the cells of a row. decimal: one of
    `DECIMALS`. has_header: whether the first row names the columns.
    """

    encoding: str | None = None
    delimiter: str | None = None
    decimal: str | None = None
    has_header: bool | None = None


@dataclass(frozen=True, slots=True)
class KnownLayout:
    """A layout of which everything is known."""

    encoding: str
    delimiter: str
    decimal: str
    has_header: bool

    @property
    def codec(self) -> str:
        """The name under which Python reads that encoding; a mark at the start of UTF-8 is no part of the text."""
        return "utf-8-sig" if self.encoding == "utf-8" else self.encoding
