"""Markdown as the guide shows it."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui import fonts

STYLE = """<style>
a {{ color: {link}; text-decoration: none; }}
code {{ font-family: "{mono}"; font-size: {small}px; background-color: {code}; }}
pre {{ font-family: "{mono}"; font-size: {small}px; white-space: pre-wrap; margin: 0 0 8px 0; }}
p {{ margin: 0 0 9px 0; line-height: {line}%; }}
li {{ margin: 0 0 5px 0; line-height: {line}%; }}
ul, ol {{ margin: 0 0 9px -24px; }}
</style>"""


class ProseLabel(QLabel):
    """Words that wrap and can be selected; its links are reached by Tab, and tell what they name."""

    followed = Signal(str, str)  # what a link does, "try" or "term", and the name of what it does that to

    def __init__(self, markdown: str = "", parent: QWidget | None = None, *, is_short: bool = False) -> None:
        """is_short: a line or two, in no need of room between its lines."""
        super().__init__(parent)
        self._markdown = markdown
        self._line = 100 if is_short else 138
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        flags = Qt.TextInteractionFlag
        has_links = "](" in markdown
        self.setTextInteractionFlags(
            flags.TextSelectableByMouse
            | (flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard if has_links else flags(0))
        )
        self.linkActivated.connect(self._follow)
        self._draw()

    def markdown(self) -> str:
        """What it was made of."""
        return self._markdown

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def follow_text_size(self) -> None:
        """Type has another size."""
        self._draw()

    def _follow(self, link: str) -> None:
        kind, _, name = link.partition(":")
        self.followed.emit(kind, name)

    def _draw(self) -> None:
        palette, roles = self.palette(), QPalette.ColorRole
        style = STYLE.format(
            link=palette.color(roles.Link).name(),
            code=palette.color(roles.AlternateBase).name(),
            mono=fonts.MONO,
            small=fonts.px(12),
            line=self._line,
        )
        self.setText(style + html_of(self._markdown))


@cache
def html_of(markdown: str) -> str:
    """The Markdown as HTML of the kind that Qt draws."""
    html: str = _markdown().render(markdown)
    # Qt would put the room below the last paragraph too.
    head, found, tail = html.rstrip().rpartition("<p>")
    return f'{head}<p style="margin-bottom: 0">{tail}' if found and tail.endswith("</p>") else html


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark")
