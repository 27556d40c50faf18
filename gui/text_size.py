"""Another size of all type, while the window is open."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui import fonts
from gui.theme import Theme, follow_text_size

MOST = 16_777_215
"""Qt's word for a size that has no limit."""

_AT_100 = "sizes at 100 %"
"""The property with what a widget's limits would be at the usual size, and what they were made of it."""


@dataclass(frozen=True, slots=True)
class _Limits:
    least: tuple[int, int]
    most: tuple[int, int]


def resize_text(theme: Theme, percent: int) -> None:
    """Puts it in force in every window.

    Styled widgets follow by themselves. Those of a fixed width or height get another one, unless they have done so of
    their own accord; those that keep a font have a method `follow_text_size`; and those that measure words do so when
    they say them anew, as they do in another language.
    """
    earlier = fonts.percent()
    widgets = [
        widget
        for widget in QApplication.allWidgets()
        if not (widget.isWindow() or widget.objectName().startswith("qt_"))
    ]
    before = [_limits(widget) for widget in widgets]
    theme.choose_text_size(percent)
    if fonts.percent() == earlier:
        return
    for widget, limits in zip(widgets, before, strict=True):
        if _limits(widget) == limits:
            _scale(widget, limits, earlier)
    follow_text_size()
    for window in QApplication.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def _limits(widget: QWidget) -> _Limits:
    least, most = widget.minimumSize(), widget.maximumSize()
    return _Limits((least.width(), least.height()), (most.width(), most.height()))


def _scale(widget: QWidget, limits: _Limits, percent: int) -> None:
    """From the limits at 100 %, so that to and fro leads back to where it began."""
    if limits == _Limits((0, 0), (MOST, MOST)):
        return
    remembered = widget.property(_AT_100)
    if remembered is not None and remembered[1] == limits:
        usual = remembered[0]
    else:
        usual = [number if number in (0, MOST) else number * 100 / percent for number in (*limits.least, *limits.most)]
    wide, high, widest, highest = (number if number in (0, 1, MOST) else fonts.px(number) for number in usual)
    widget.setMinimumSize(int(wide), int(high))
    widget.setMaximumSize(int(widest), int(highest))
    widget.setProperty(_AT_100, (usual, _limits(widget)))
