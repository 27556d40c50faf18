"""Python in the colours of the window."""

from __future__ import annotations

from pygments.lexers.python import PythonLexer
from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from gui.palette import Palette


class PythonHighlighter(QSyntaxHighlighter):
    """Colours a document from one pass of Pygments over the whole of its text, which `set_text` hands over."""

    def __init__(self, document: QTextDocument, palette: Palette) -> None:
        super().__init__(document)
        self._lexer = PythonLexer(stripnl=False, ensurenl=False)
        self._lines: list[list[tuple[int, int, _TokenType]]] = [[]]
        self._formats: dict[_TokenType, QTextCharFormat] = {}
        self.set_palette(palette)

    def set_palette(self, palette: Palette) -> None:
        """Colours everything anew."""
        colours = {
            Keyword: palette.line,
            Operator.Word: palette.line,
            Name.Function: palette.accent,
            Name.Class: palette.accent,
            Name.Decorator: palette.accent,
            Number: palette.number,
            String: palette.good,
            Comment: palette.muted,
        }
        self._formats = {kind: _coloured(colour) for kind, colour in colours.items()}
        self.rehighlight()

    def set_text(self, text: str) -> None:
        """Lexes `text`, which is about to become the document's."""
        self._lines = self._lexed(text)

    def set_lines(self, first: int, end: int, text: str) -> None:
        """Lexes `text`, which is about to take the place of the lines from `first` to before `end`, counted from 0; no
        longer string begins or ends there."""
        self._lines[first:end] = self._lexed(text)

    def _lexed(self, text: str) -> list[list[tuple[int, int, _TokenType]]]:
        lines: list[list[tuple[int, int, _TokenType]]] = [[]]
        tokens = list(self._lexer.get_tokens(text))
        column = 0
        for index, (kind, value) in enumerate(tokens):
            following = tokens[index + 1][1] if index + 1 < len(tokens) else ""
            # The lexer knows a function where it is defined; here those that are called stand out, too.
            shown = Name.Function if kind is Name and following.startswith("(") else kind
            for part_index, part in enumerate(value.split("\n")):
                if part_index:
                    lines.append([])
                    column = 0
                if part:
                    lines[-1].append((column, len(part), shown))
                column += len(part)
        return lines

    def highlightBlock(self, text: str) -> None:
        number = self.currentBlock().blockNumber()
        if number < len(self._lines):
            for start, length, kind in self._lines[number]:
                found = self._format(kind)
                if found is not None:
                    self.setFormat(start, length, found)

    def _format(self, kind: _TokenType) -> QTextCharFormat | None:
        return next((self._formats[token] for token in reversed(kind.split()) if token in self._formats), None)


def _coloured(colour: str) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setForeground(QColor(colour))
    return result
