"""Icons come in the colour that is asked for, sharp on every screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

import resources
from gui import icons

NAMES = [name.removesuffix(".svg") for name in resources.names("icons") if name != "tapelab.svg"]


def colours(image: QImage) -> set[str]:
    """The colours of the pixels that are wholly opaque."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_its_colour(qtbot: QtBot, name: str) -> None:
    assert colours(icons.pixmap(name, QColor("#d0145a"), 48).toImage()) == {"#d0145a"}


def test_on_a_fine_screen_there_are_more_pixels_for_the_same_size(qtbot: QtBot) -> None:
    picture = icons.pixmap("play", QColor("black"), 20, ratio=2)
    assert picture.size() == QSize(40, 40)
    assert picture.deviceIndependentSize().toSize() == QSize(20, 20)


def test_a_button_icon_shows_what_cannot_be_pressed_and_what_is_on(qtbot: QtBot) -> None:
    icon = icons.icon("play", QColor("#000000"), disabled=QColor("#999999"), on=QColor("#5b4bdb"))
    looks = {
        (QIcon.Mode.Normal, QIcon.State.Off): "#000000",
        (QIcon.Mode.Disabled, QIcon.State.Off): "#999999",
        (QIcon.Mode.Normal, QIcon.State.On): "#5b4bdb",
    }
    for (mode, state), colour in looks.items():
        assert colours(icon.pixmap(QSize(20, 20), mode, state).toImage()) == {colour}


def test_the_application_icon_has_its_own_colours(qtbot: QtBot) -> None:
    icon = icons.application_icon()
    assert not icon.isNull()
    assert len(colours(icon.pixmap(64, 64).toImage())) > 10
