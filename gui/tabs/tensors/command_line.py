"""The line in which one types what is to run: with completion, history, and what was wrong below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from engine.errors import Problem
from engine.expressions import ExpressionError
from gui import fonts
from gui.controls.code_field import LONGEST
from gui.palette import LIGHT, Palette
from gui.problem_text import problem_text
from gui.tabs.tensors import completion
from gui.tabs.tensors.completion_list import CompletionList
from gui.tabs.tensors.line_history import LineHistory

HEIGHT = 38
PROMPT = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
CARET = 5.0


class _Edit(QLineEdit):
    """Asks its owner about the keys first."""

    def __init__(self, owner: CommandLine) -> None:
        super().__init__()
        self._owner = owner
        self.setMaxLength(LONGEST)
        self.setProperty("role", "command")
        self.setFrame(False)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.type() == QEvent.Type.ShortcutOverride and not self.text():
                # With nothing typed, the workspace's last line is what Undo takes back.
                if event.matches(keys.Undo) or event.matches(keys.Redo) or event.matches(keys.Copy):
                    event.ignore()
                    return True
            elif event.type() == QEvent.Type.KeyPress and self._owner.take_key(event):
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._owner.hide_completions()

    def x_of(self, column: int) -> int:
        """Where the character with this number, from 1, begins, in pixels."""
        place = self.cursorPosition()
        self.setCursorPosition(min(column - 1, len(self.text())))
        x = self.cursorRect().center().x()
        self.setCursorPosition(place)
        return x


class _Caret(QWidget):
    """Points up at the place in the line that is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(fonts.px(7))
        self.place: int | None = None
        self.colour = QColor(LIGHT.error)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.place is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        points = [(self.place - CARET, CARET + 1), (self.place + CARET, CARET + 1), (self.place, 0.0)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


class CommandLine(QWidget):
    """Enter runs; Tab completes; Up and Down go through the lines that were run; Escape takes back."""

    # The line that is to be run.
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tensors: tuple[tuple[str, str], ...] = ()
        self._history = LineHistory()
        self._problem: Problem | None = None
        self._entered = ""  # last
        self._list: CompletionList | None = None
        self._palette = LIGHT
        self._prompt = QLabel(PROMPT)
        self._prompt.setProperty("role", "prompt")
        self._edit = _Edit(self)
        self._hint = QLabel()
        self._hint.setProperty("role", "mono-muted")
        self._hint.setTextFormat(Qt.TextFormat.RichText)
        self._run = QLabel()
        self._run.setProperty("role", "small")
        self._caret = _Caret()
        self._error = QLabel()
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._error.setContentsMargins(32, 2, 14, 10)
        self._prompt.setBuddy(self._edit)
        self.setFocusProxy(self._edit)
        self._lay_out()
        self._edit.textEdited.connect(self._follow)
        self._edit.cursorPositionChanged.connect(self._show_hint)
        self.show_problem(None)
        self.retranslate()

    def text(self) -> str:
        """What is typed."""
        return self._edit.text()

    def error(self) -> str:
        """The sentence below the line; empty where all is well."""
        return "" if self._problem is None else self._error.text()

    def set_tensors(self, tensors: Sequence[tuple[str, str]]) -> None:
        """The tensors that can be named: (name, what it is)."""
        self._tensors = tuple(tensors)

    def type(self, text: str) -> None:
        """Types this, as the user would."""
        self._edit.setFocus()
        self._edit.insert(text)
        self._follow()

    def show_problem(self, problem: Problem | None) -> None:
        """Says below the line what is wrong with it, and points at the place; None: nothing is."""
        if problem is not None and not self._edit.text():
            self._edit.setText(self._entered)
        self._problem = problem
        is_of_this = self._edit.text() == self._entered  # and not of the line before it
        column = problem.column if isinstance(problem, ExpressionError) and is_of_this else None
        self._caret.place = None if column is None else self._edit.x() + self._edit.x_of(column)
        self._caret.setVisible(problem is not None)
        self._error.setVisible(problem is not None)
        self._show_error()

    def caret_x(self) -> int | None:
        """Where the caret points, in pixels from the left; None where there is none."""
        return self._caret.place if self._problem is not None else None

    def completions(self) -> list[str]:
        """What is offered just now."""
        return [candidate.text for candidate in self._list.candidates()] if self._list is not None else []

    def hint(self) -> str:
        """The arguments of the function at the cursor, the present one in bold."""
        return self._hint.text()

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self._caret.colour = QColor(palette.error)
        if self._list is not None:
            self._list.set_palette(palette)
        self._show_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Says everything in the language that is now in force."""
        self._edit.setAccessibleName(self.tr("Line to run"))
        self._edit.setToolTip(
            self.tr("Type a line such as e = matmul(a, b). Tab completes, Up and Down bring earlier lines back.")
        )
        self._edit.setPlaceholderText(self.tr("e = matmul(a, b)"))
        self._run.setText(self.tr("↵ run"))
        self._show_error()

    def hide_completions(self) -> None:
        """Offers nothing any more."""
        if self._list is not None:
            self._list.hide()

    # Keys

    def take_key(self, event: QKeyEvent) -> bool:
        """Does what the key asks for; False where it is for the line itself."""
        key = event.key()
        offered = self._list is not None and self._list.isVisible()
        if offered and self._list is not None:
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._list.move_current(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key == Qt.Key.Key_Tab:
                self._complete(self._list.current())
                return True
            if key == Qt.Key.Key_Escape:
                self._list.hide()
                return True
        if key == Qt.Key.Key_Tab and self._edit.text() and not event.modifiers():
            self._offer()
            if self._list is not None and len(self._list.candidates()) == 1:
                self._complete(self._list.current())
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            return True
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._recall(key == Qt.Key.Key_Up)
            return True
        if key == Qt.Key.Key_Escape and self._edit.text():
            self._edit.clear()
            self._follow()
            return True
        return False

    def _enter(self) -> None:
        self.hide_completions()
        line = self._edit.text().strip()
        if line:
            self._history.add(line)
            self._entered = self._edit.text()
            self._edit.clear()  # for the next; what is wrong with a line brings it back
            self._show_hint()
            self.show_problem(None)
            self.entered.emit(line)

    def _recall(self, is_older: bool) -> None:
        line = self._history.older(self._edit.text()) if is_older else self._history.newer()
        if line is not None:
            self._edit.setText(line)
            self.show_problem(None)

    def _follow(self) -> None:
        """Another text is there."""
        self.show_problem(None)
        self._offer()
        self._show_hint()

    # Completion

    def _offer(self) -> None:
        before = self._edit.text()[: self._edit.cursorPosition()]
        found = completion.complete(before, self._tensors)
        if found is None:
            self.hide_completions()
            return
        if self._list is None:
            self._list = CompletionList(self.window())
            self._list.set_palette(self._palette)
            self._list.picked.connect(self._complete)
        x = self._edit.x_of(found.start + 1) - 2
        corner = self._edit.mapTo(self.window(), QPoint(x, -6))
        self._list.show_candidates(found.candidates, corner)

    def _complete(self, candidate: completion.Candidate | None) -> None:
        text, place = self._edit.text(), self._edit.cursorPosition()
        found = completion.complete(text[:place], self._tensors)
        if candidate is None or found is None:
            return
        opens = candidate.is_function and not text[place:].startswith("(")
        put = candidate.text + ("(" if opens else "")
        self._edit.setSelection(found.start, place - found.start)
        self._edit.insert(put)
        self.hide_completions()
        self._show_hint()

    def _show_hint(self) -> None:
        found = completion.hint(self._edit.text()[: self._edit.cursorPosition()])
        if found is None:
            self._hint.clear()
            return
        parts = [
            f"<b style='color:{self._palette.text}'>{name}</b>" if number == found.position else name
            for number, name in enumerate(found.parameters)
        ]
        self._hint.setText(f"{found.function}({', '.join(parts)})")

    def _show_error(self) -> None:
        text = "" if self._problem is None else problem_text(self._problem)
        self._error.setText(text)
        self._edit.setAccessibleDescription(text)
        self._caret.update()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(self._prompt)
        row.addWidget(self._edit, 1)
        row.addWidget(self._hint)
        row.addWidget(self._run)
        self._edit.setFixedHeight(fonts.px(HEIGHT))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._caret)
        column.addWidget(self._error)
