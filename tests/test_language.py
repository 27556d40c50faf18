"""The language can change while the window is open."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import resources
from gui.controls.icon_button import IconButton
from gui.controls.transport_bar import TransportBar
from gui.language import Language, available, system_language

TRANSLATION = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en"><context>
<name>TransportBar</name>
<message><source>Play</source><translation>播放</translation></message>
<message><source>step {step}</source><translation>第 {step} 步</translation></message>
</context></TS>
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    source = tmp_path_factory.mktemp("translations") / "tapelab_zh_CN.ts"
    source.write_text(TRANSLATION, encoding="utf-8")
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([tool, source, "-qm", source.with_suffix(".qm")], check=True, capture_output=True)
    return source.with_suffix(".qm").read_bytes()


@pytest.fixture
def chinese_ships(monkeypatch: pytest.MonkeyPatch, compiled: bytes) -> None:
    monkeypatch.setattr(resources, "names", lambda _folder: ("tapelab_zh_CN.qm",))
    monkeypatch.setattr(resources, "read_bytes", lambda _path: compiled)


@pytest.fixture
def language(qapp: QApplication, chinese_ships: None) -> Iterator[Language]:
    language = Language(qapp, "en")
    yield language
    language.choose("en")


def test_what_is_not_translated_is_not_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "names", lambda _folder: ("README.md",))
    assert available() == ("en",)


def test_another_language_reaches_every_widget(language: Language, qtbot: QtBot) -> None:
    bar = TransportBar()
    qtbot.addWidget(bar)
    assert "播放" not in tooltips(bar)
    language.choose("zh_CN")
    QCoreApplication.processEvents()
    assert "播放 (Space)" in tooltips(bar)
    language.choose("en")
    QCoreApplication.processEvents()
    assert "Play (Space)" in tooltips(bar)


def tooltips(bar: TransportBar) -> list[str]:
    return [button.toolTip() for button in bar.findChildren(IconButton)]


def test_qts_own_texts_come_along(language: Language) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    language.choose("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"


def test_an_unknown_choice_is_the_systems(language: Language) -> None:
    language.choose("tlh")
    assert language.choice == ""
    assert language.code == system_language()


@pytest.mark.parametrize(
    ("preferred", "code"),
    [
        (["zh-CN", "en"], "zh_CN"),
        (["zh-Hans-CN"], "zh_CN"),
        (["de-DE", "en-GB", "zh-CN"], "en"),
        (["de-DE", "fr"], "en"),
        ([], "en"),
    ],
)
def test_the_first_preferred_language_that_ships_is_the_systems(
    chinese_ships: None, monkeypatch: pytest.MonkeyPatch, preferred: list[str], code: str
) -> None:
    class System:
        def uiLanguages(self) -> list[str]:
            return preferred

    monkeypatch.setattr(QLocale, "system", System)
    assert system_language() == code
