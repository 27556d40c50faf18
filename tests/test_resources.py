"""The shipped files are there, and are what the window can use."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

import resources
from gui.data_choices import EXAMPLES

ICONS = [name for name in resources.names("icons") if name != "tapelab.svg"]


def test_reads_text_and_bytes() -> None:
    text = resources.read_text("icons/play.svg")
    assert text.startswith("<svg")
    assert resources.read_bytes("icons/play.svg").decode() == text


def test_a_missing_resource_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        resources.read_text("icons/no-such.svg")


def test_every_example_table_has_its_source_and_its_licence() -> None:
    tables = [name for name in resources.names("data") if name.endswith(".csv")]
    assert sorted(tables) == sorted(f"{name}.csv" for name in EXAMPLES)
    about = resources.read_text("data/README.md")
    assert all(f"`{name}`" in about and resources.path(f"data/{name}").is_file() for name in tables)
    assert "in the public domain" in about


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_of_one_family(name: str) -> None:
    text = resources.read_text(f"icons/{name}")
    root = ElementTree.fromstring(text)
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke-width") == "1.75"
    assert root.get("stroke-linecap") == "round"
    assert root.get("stroke") == "currentColor"
    # Qt draws neither.
    assert "<use" not in text
    assert "<symbol" not in text


def test_every_font_comes_with_its_licence_and_all_are_small() -> None:
    fonts = [name for name in resources.names("fonts") if name.endswith((".otf", ".ttf"))]
    assert len(fonts) >= 6
    for family in {name.split("-")[0] for name in fonts}:
        assert "SIL OPEN FONT LICENSE" in resources.read_text(f"fonts/{family}-LICENSE.txt")
    assert sum(len(resources.read_bytes(f"fonts/{name}")) for name in fonts) < 500_000
