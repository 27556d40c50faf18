"""Formulas as mathematics writes them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from engine.expressions.functions import FUNCTIONS, Group
from engine.gradients.pointwise import parse_curve
from engine.gradients.typesetting import latex, picture
from gui.palette import DARK
from gui.tabs.gradients.formula_picture import FormulaPicture
from gui.theme import qt_palette


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4.9*t**2", r"4.9\,{t}^{2}"),
        ("t*2", r"t \cdot 2"),
        ("(t + 1)*(t - 1)", r"\left(t + 1\right)\,\left(t - 1\right)"),
        ("t - (1 - t)", r"t - \left(1 - t\right)"),
        ("(t + 1)/t", r"\frac{t + 1}{t}"),
        ("(t + 1)**t", r"{\left(t + 1\right)}^{t}"),
        ("(t**2)**3", r"{\left({t}^{2}\right)}^{3}"),
        ("-t**2", r"-{t}^{2}"),
        ("abs(t)", r"\left| t \right|"),
        ("exp(-t/3)", r"e^{\frac{-t}{3}}"),
        ("sqrt(1 + t)", r"\sqrt{1 + t}"),
        ("pi*t", r"\pi\,t"),
        ("1e-9*t", r"1 \cdot 10^{-9}\,t"),
        ("where(t >= 1, t, inf)", r"\mathrm{where}\left(t \geq 1, t, \infty\right)"),
    ],
)
def test_a_formula_as_latex(text: str, expected: str) -> None:
    assert latex(parse_curve(text)) == expected


def test_every_function_and_operator_is_typeset_in_paths_that_qt_draws() -> None:
    names = [name for name, function in FUNCTIONS.items() if function.group is Group.ELEMENTWISE]
    texts = ["t // 2 % 3", "~(t < 1) & (t != 2) | (t == 3)", "t > 1", "t <= 1"]
    for name in names:
        count = sum(not parameter.optional for parameter in FUNCTIONS[name].parameters)
        texts.append("cast(t, float32)" if name == "cast" else f"{name}({', '.join('t' * count)})")
    for text in texts:
        svg = picture(latex(parse_curve(text)))
        assert svg.startswith("<svg"), text
        assert "<symbol" not in svg
        assert "<use" not in svg


def test_what_cannot_be_typeset_leaves_no_picture() -> None:
    assert picture(r"\frac{") == ""


def test_it_is_drawn_in_the_colour_of_the_text(qtbot: QtBot) -> None:
    widget = FormulaPicture()
    qtbot.addWidget(widget)
    widget.resize(188, 46)
    widget.setPalette(qt_palette(DARK))
    widget.show_picture(picture("y = t"), "t")
    image = widget.grab().toImage()
    found = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert DARK.text in found


def test_the_picture_is_not_empty(qtbot: QtBot) -> None:
    renderer = QSvgRenderer(QByteArray(picture(latex(parse_curve("4.9*t**2"))).encode()))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize(), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    dark = sum(image.pixelColor(x, y) == QColor("black") for x in range(image.width()) for y in range(image.height()))
    assert dark > 20
