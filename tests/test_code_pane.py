"""The code pane shows code as it stands, marks lines, and hands all of it over."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from gui.controls.code_pane import LINE_HEIGHT, CodePane
from gui.palette import DARK, LIGHT

STEP = """\
with tf.GradientTape() as tape:
    predictions = tf.matmul(inputs, W) + b
    loss = tf.reduce_mean(tf.square(targets - predictions))
grad_W, grad_b = tape.gradient(loss, [W, b])
W.assign_sub(grad_W * learning_rate)
b.assign_sub(grad_b * learning_rate)
"""
LONG = "\n".join(f"line_{number} = {number}" for number in range(1, 101))


@pytest.fixture
def pane(qtbot: QtBot) -> CodePane:
    pane = CodePane()
    qtbot.addWidget(pane)
    pane.resize(560, 200)
    pane.show()
    return pane


def rows_of(pane: CodePane, colour: str, x: int) -> list[int]:
    """The heights at which the pane has this colour, in column `x` from its left."""
    image = pane.grab().toImage()
    return [y for y in range(image.height()) if image.pixelColor(x, y) == QColor(colour)]


def colour_of(pane: CodePane, word: str) -> str:
    """The colour in which the first `word` is written."""
    cursor = pane.document().find(word, 0)
    block, start = cursor.block(), cursor.selectionStart() - cursor.block().position()
    formats = [part for part in block.layout().formats() if part.start <= start < part.start + part.length]
    return formats[0].format.foreground().color().name() if formats else ""


def test_shows_the_code_and_hands_it_over(pane: CodePane) -> None:
    pane.set_code(STEP)
    assert pane.toPlainText() == STEP.rstrip("\n")
    assert pane.isReadOnly()
    pane.copy_all()
    assert QGuiApplication.clipboard().text() == STEP


def test_what_is_selected_can_be_copied(pane: CodePane, qtbot: QtBot) -> None:
    pane.set_code(STEP)
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    pane.moveCursor(QTextCursor.MoveOperation.EndOfLine, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "with tf.GradientTape() as tape:"


def test_the_same_code_again_is_not_laid_out_again(pane: CodePane, qtbot: QtBot) -> None:
    pane.set_code(STEP)
    with qtbot.assertNotEmitted(pane.document().contentsChanged):
        pane.set_code(STEP, [2])
    assert pane.highlighted() == (2,)


def test_words_have_their_colours(pane: CodePane) -> None:
    pane.set_code("with f(x) as y:  # why\n    return 'text' + 12")
    assert colour_of(pane, "with") == LIGHT.line
    assert colour_of(pane, "f(") == LIGHT.accent
    assert colour_of(pane, "# why") == LIGHT.muted
    assert colour_of(pane, "'text'") == LIGHT.good
    assert colour_of(pane, "12") == LIGHT.number
    assert colour_of(pane, "x)") == ""


def test_a_text_over_many_lines_has_one_colour(pane: CodePane) -> None:
    pane.set_code('"""one\ntwo\nthree"""\nfour')
    assert [colour_of(pane, word) for word in ("one", "two", "three", "four")] == [LIGHT.good] * 3 + [""]


def test_another_palette_colours_everything_anew(pane: CodePane) -> None:
    pane.set_code(STEP, [1])
    pane.set_palette(DARK)
    assert colour_of(pane, "with") == DARK.line
    assert rows_of(pane, DARK.accent_soft, pane.width() - 20)


def test_marked_lines_have_a_ground_and_a_bar(pane: CodePane) -> None:
    pane.set_code(STEP, [4])
    ground, bar = rows_of(pane, LIGHT.accent_soft, pane.width() - 20), rows_of(pane, LIGHT.accent, 1)
    assert len(ground) == len(bar) == LINE_HEIGHT
    assert ground == bar
    pane.highlight([4, 5])
    assert len(rows_of(pane, LIGHT.accent, 1)) == 2 * LINE_HEIGHT
    pane.highlight([])
    assert rows_of(pane, LIGHT.accent_soft, pane.width() - 20) == []


def test_the_mark_stands_around_its_text(pane: CodePane) -> None:
    pane.set_code(STEP, [2])
    ground = rows_of(pane, LIGHT.accent_soft, pane.width() - 20)
    text = pane.cursorRect(QTextCursor(pane.document().findBlockByNumber(1)))
    middle = pane.viewport().mapTo(pane, QPoint(0, text.center().y())).y()
    assert abs(middle - (ground[0] + ground[-1]) / 2) <= 3


def test_long_code_scrolls_to_what_is_marked(pane: CodePane) -> None:
    pane.set_code(LONG)
    pane.highlight([90])
    assert rows_of(pane, LIGHT.accent, 1)
    pane.highlight([2])
    assert rows_of(pane, LIGHT.accent, 1)


def test_what_is_marked_stays_in_view_when_the_pane_gets_lower(pane: CodePane) -> None:
    pane.resize(400, 400)
    pane.set_code(LONG)
    pane.highlight([12])
    pane.resize(400, 100)
    assert rows_of(pane, LIGHT.accent, 1)


def test_long_lines_go_on_below_and_none_is_cut(pane: CodePane) -> None:
    pane.set_code(STEP)
    pane.resize(300, 400)
    pane.grab()
    assert pane.horizontalScrollBar().maximum() == 0
    block = pane.document().findBlockByNumber(2)
    assert block.layout().lineCount() > 1
    assert block.layout().lineAt(1).x() > block.layout().lineAt(0).x()
    pane.highlight([3])
    assert len(rows_of(pane, LIGHT.accent, 1)) == block.layout().lineCount() * LINE_HEIGHT


def test_it_is_as_high_as_its_code(pane: CodePane) -> None:
    pane.set_code("a = 1")
    one = pane.sizeHint().height()
    pane.set_code("a = 1\nb = 2\nc = 3")
    assert pane.sizeHint().height() == one + 2 * LINE_HEIGHT


def test_numbers_can_start_elsewhere(pane: CodePane) -> None:
    painted = Mock()
    pane.set_code("a = 1\nb = 2", first_line_number=12)
    pane.paint_gutter(painted)
    assert [call.args[-1] for call in painted.drawText.call_args_list] == ["12", "13"]


def test_marking_is_quick_enough_for_every_frame(pane: CodePane, qtbot: QtBot) -> None:
    pane.set_code(LONG)
    with qtbot.assertNotEmitted(pane.document().contentsChanged):
        for line in range(1, 101):
            pane.highlight([line])


@pytest.mark.parametrize("height", [100, 143, 200, 211])
def test_no_line_is_cut_in_half(pane: CodePane, height: int) -> None:
    pane.resize(400, height)
    pane.set_code(LONG)
    for line in (1, 30, 100):
        pane.highlight([line])
        assert pane.viewport().height() % LINE_HEIGHT == 0
        assert pane.verticalScrollBar().value() % LINE_HEIGHT == 0
        assert len(rows_of(pane, LIGHT.accent, 1)) == LINE_HEIGHT


def test_a_line_that_changes_alone_is_written_anew_in_its_place(pane: CodePane) -> None:
    pane.set_code(STEP, highlighted=(4,))
    pane.set_code(STEP.replace("learning_rate", "0.5", 1), highlighted=(4,))
    assert pane.toPlainText() == STEP.replace("learning_rate", "0.5", 1).rstrip("\n")
    assert pane.highlighted() == (4,)
    assert colour_of(pane, "0.5") == LIGHT.number
    assert pane.document().findBlockByNumber(1).blockFormat().leftMargin() > 0


def test_another_indent_is_shown_as_such(pane: CodePane) -> None:
    pane.set_code("if x:\n    y = 1")
    pane.set_code("if x:\ny = 1")
    first, second = (pane.document().findBlockByNumber(number).blockFormat() for number in (0, 1))
    assert first.leftMargin() == second.leftMargin()


@pytest.mark.parametrize(
    "later",
    [
        STEP + "print(loss)\nfor step in range(40):\n    print(step)\n",
        "import tensorflow as tf\n" + STEP,
        STEP.replace("    loss = tf.reduce_mean(tf.square(targets - predictions))\n", ""),
        STEP.replace("learning_rate", "0.1"),
        STEP.replace("tf.matmul", '"""\ntf.matmul'),
        "print(1)\n",
    ],
)
def test_code_that_grows_or_shrinks_looks_as_if_it_had_been_there_from_the_start(
    pane: CodePane, qtbot: QtBot, later: str
) -> None:
    fresh = CodePane()
    qtbot.addWidget(fresh)
    fresh.resize(pane.size())
    fresh.show()
    fresh.set_code(later, highlighted=[1])
    for code in (STEP, later, STEP, later):
        pane.set_code(code, highlighted=[1])
    assert pane.toPlainText() == fresh.toPlainText() == later.rstrip("\n")
    assert pane.sizeHint() == fresh.sizeHint()
    for one in (pane, fresh):
        one.clearFocus()  # the caret stays with the words before it
    assert pane.grab().toImage() == fresh.grab().toImage()
