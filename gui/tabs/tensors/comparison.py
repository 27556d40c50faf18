"""Rows that say the same of two things, beside each other."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui import fonts

NAME_WIDTH = 100
ROW_HEIGHT = 27
GROUND = 5, 1, 5, 1
"""What the ground of a value that differs has around it: left, top, right, bottom."""
BREAK, FIRM = "\N{ZERO WIDTH SPACE}", "\N{NO-BREAK SPACE}"


class ComparisonRow(QFrame):
    """A name, and a value for either side; `role`s are the style sheet's, "differs" for what is to be noticed."""

    def __init__(self, wraps: bool = False, parent: QWidget | None = None) -> None:
        """wraps: long values take several lines."""
        super().__init__(parent)
        self._wraps = wraps
        self._name, self._left, self._right = QLabel(), QLabel(), QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 14, 3)
        row.setSpacing(10)
        self._name.setProperty("role", "mono-muted")
        self._name.setMinimumWidth(fonts.px(NAME_WIDTH))
        row.addWidget(self._name)
        for label, side in ((self._left, Qt.AlignmentFlag.AlignLeft), (self._right, Qt.AlignmentFlag.AlignRight)):
            label.setWordWrap(wraps)
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            # Without lines to wrap, only as wide as the text, since it may have a ground of its own.
            row.addWidget(label, 1, Qt.AlignmentFlag(0) if wraps else side | Qt.AlignmentFlag.AlignVCenter)
        for label in (self._name, self._left, self._right):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumHeight(fonts.px(ROW_HEIGHT))
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        )

    def show_row(self, name: str, left: str, right: str, role: str = "mono", right_role: str = "") -> None:
        """Shows this; the right side in the left one's role unless it has its own."""
        self._name.setText(name)
        for label, text, label_role in ((self._left, left, role), (self._right, right, right_role or role)):
            if label.property("role") != label_role:
                label.setProperty("role", label_role)
                label.style().polish(label)
                # A style sheet's padding would come with the next style sheet only.
                label.setContentsMargins(*(GROUND if label_role == "differs" else (0, 0, 0, 0)))
            label.setText(breakable(text) if self._wraps else text)
        self.setAccessibleName(f"{name}: {left}, {right}")

    def texts(self) -> tuple[str, str, str]:
        """What is shown."""
        name, left, right = (label.text().replace(BREAK, "") for label in (self._name, self._left, self._right))
        return name, left.replace(FIRM, " "), right.replace(FIRM, " ")

    def roles(self) -> tuple[str, str]:
        """How the two sides are shown."""
        return str(self._left.property("role")), str(self._right.property("role"))

    def set_explanation(self, left: str, right: str) -> None:
        """The tooltips of the two sides."""
        self._left.setToolTip(left)
        self._right.setToolTip(right)


def breakable(code: str) -> str:
    """A call whose lines may end behind the bracket that opens it, and behind its own commas, not within a shape."""
    code = re.sub(r"([(\[][^()\[\]]*[)\]])", lambda part: part[0].replace(" ", FIRM), code)
    return re.sub(r"(\w\()(?=[^()]{3,}|[^()]*\()", rf"\1{BREAK}", code).replace(").", f"){BREAK}.")
