"""A plot becomes a picture: pixels at any scale, or vectors that a browser shows as the window does."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from frames import make_frame
from keras_frames import make_curves, make_points, make_region
from keras_frames import make_frame as make_keras_frame
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot
from surfaces import Surfaces
from tensors import value_of

from engine.datasets import two_gaussians
from engine.expressions import compile_expression
from engine.gradients.curve_laboratory import CurveLaboratory
from engine.gradients.curve_protocol import CurveSettings, CurvesFrame, ShowCurves
from engine.gradients.recording import record
from engine.gradients.watching import Kind, try_watching
from engine.tensors.protocol import Entry, Origin, Source
from engine.tensors.statistics import statistics_of
from gui.controls.tensor_view.histogram import Histogram
from gui.file_saver import saver_of
from gui.palette import DARK, LIGHT
from gui.plots.colour_scale import ColourScale
from gui.plots.curve_stack import CurveStack
from gui.plots.decision_plot import DecisionPlot
from gui.plots.falling_body import FallingBody
from gui.plots.fit_plot import FitPlot
from gui.plots.heat_map import HeatMap
from gui.plots.loss_plot import LossPlot
from gui.plots.picture import Plot, image_of, png_of, svg_of
from gui.plots.region_plot import RegionPlot
from gui.plots.surface_plot import SurfacePlot
from gui.tabs.gradients.steps_picture import StepsPicture
from gui.tabs.gradients.tape_picture import TapePicture
from gui.tabs.tensors.origin_picture import OriginPicture

SVG = "{http://www.w3.org/2000/svg}"
DATASET = two_gaussians(samples_per_class=50)
FRAME = make_frame(DATASET, (0.2, -0.2), 0.5, losses=np.geomspace(3, 0.1, 30))


def decision_plot() -> DecisionPlot:
    plot = DecisionPlot()
    plot.resize(600, 500)
    plot.draw(FRAME)
    return plot


def loss_plot() -> LossPlot:
    plot = LossPlot()
    plot.resize(400, 200)
    plot.draw(FRAME)
    return plot


def region_plot() -> RegionPlot:
    plot = RegionPlot()
    plot.resize(480, 360)
    plot.draw(make_keras_frame(points=make_points(), region=make_region()))
    return plot


def fit_plot() -> FitPlot:
    plot = FitPlot()
    plot.resize(460, 160)
    plot.draw(make_keras_frame(curves=make_curves(4)), 0)
    return plot


def heat_map() -> HeatMap:
    plot = HeatMap()
    plot.resize(500, 420)
    cells = np.arange(12.0).reshape(3, 4)
    plot.show_cells(cells, ColourScale(0.0, 11.0), str, lambda cell: [("value", str(cells[cell]))])
    return plot


def surface_plot() -> SurfacePlot:
    plot = SurfacePlot()
    plot.resize(560, 480)
    plot.draw(Surfaces().show("x*y + log(x)"))
    return plot


def curves() -> CurvesFrame:
    frames: list[object] = []
    laboratory = CurveLaboratory(frames.append)
    laboratory.obey(ShowCurves(replace(CurveSettings(), samples=200), 1.4))
    return next(frame for frame in reversed(frames) if isinstance(frame, CurvesFrame))


def curve_stack() -> CurveStack:
    plot = CurveStack()
    plot.resize(600, 520)
    plot.draw(curves())
    return plot


def falling_body() -> FallingBody:
    plot = FallingBody()
    plot.resize(68, 500)
    plot.draw(curves())
    return plot


def tape_picture() -> TapePicture:
    picture = TapePicture()
    picture.resize(600, 300)
    picture.setAccessibleName("Tapes")
    picture.show_recording(record(compile_expression("4.9*t**2").tree, "t", 1.4, 2, "float32"))
    return picture


def steps_picture() -> StepsPicture:
    picture = StepsPicture()
    picture.resize(420, 120)
    picture.show_outcome(try_watching(Kind.WATCHED, compile_expression("4.9*t**2").tree, "t", 1.4))
    return picture


def histogram() -> Histogram:
    picture = Histogram()
    picture.resize(480, 240)
    statistics = statistics_of(np.random.default_rng(0).normal(size=1_000))
    assert statistics is not None
    picture.show_statistics(statistics, statistics.counts.astype(np.float64))
    return picture


def origin_picture() -> OriginPicture:
    picture = OriginPicture()
    picture.resize(600, 200)
    a, b = np.arange(4.0).reshape(2, 2), np.ones((2, 2))
    sources = tuple(
        Source(name, value_of(array), np.array(indices), 2)
        for name, array, indices in (("a", a, [(0, 0), (0, 1)]), ("b", b, [(0, 1), (1, 1)]))
    )
    entry = Entry("c", "c = a @ b", value_of(a @ b), None, None)
    assert picture.draw(entry, Origin((0, 1), "@", sources, ""), 600)
    return picture


PLOTS: dict[Callable[[], Plot], tuple[int, int]] = {
    decision_plot: (100, 6),
    loss_plot: (2, 5),
    region_plot: (20, 6),
    fit_plot: (5, 5),
    heat_map: (12, 12),
    surface_plot: (10, 6),
    curve_stack: (5, 15),
    falling_body: (10, 0),
    tape_picture: (6, 8),
    steps_picture: (3, 3),
    histogram: (20, 8),
    origin_picture: (12, 14),
}
"""At least so many shapes, and so many texts, are in the picture of each."""


def drawn_of(svg: bytes, size: tuple[int, int]) -> QImage:
    """As another program draws the file. Qt's takes a list of typefaces for the name of one."""
    for others in (b", sans-serif", b", monospace"):
        svg = svg.replace(others, b"")
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[:, :, :3].astype(np.int16)


@pytest.mark.parametrize("make", PLOTS, ids=lambda make: make.__name__)
def test_the_svg_is_made_of_shapes_and_text_and_looks_like_the_plot(
    make: Callable[[], Plot], qtbot: QtBot, qapp: object
) -> None:
    plot = make()
    assert isinstance(plot, QWidget)
    qtbot.addWidget(plot)
    plot.show()
    svg = svg_of(plot)
    root = ElementTree.fromstring(svg)
    size = plot.size().toTuple()
    assert root.get("viewBox") == f"0 0 {size[0]} {size[1]}"
    least_shapes, least_texts = PLOTS[make]
    shapes = [
        part for kind in ("path", "polyline", "polygon", "circle", "ellipse", "rect") for part in root.iter(SVG + kind)
    ]
    texts = ["".join(part.itertext()) for part in root.iter(SVG + "text")]
    assert len(shapes) >= least_shapes
    assert len([text for text in texts if text.strip()]) >= least_texts
    seen, drawn = pixels(image_of(plot, 1)), pixels(drawn_of(svg, size))
    assert seen.std() > 2
    assert np.mean(np.abs(seen - drawn).max(axis=2) > 60) < 0.04


def test_what_is_cut_off_in_the_plot_is_in_the_svg_too(qtbot: QtBot) -> None:
    plot = surface_plot()
    qtbot.addWidget(plot)
    assert b"clip-path" in svg_of(plot)


def test_a_picture_is_drawn_anew_at_its_own_scale(qtbot: QtBot) -> None:
    plot = decision_plot()
    qtbot.addWidget(plot)
    once, thrice = image_of(plot, 1), image_of(plot, 3)
    assert thrice.size() == once.size() * 3
    stretched = once.scaled(thrice.size(), mode=Qt.TransformationMode.FastTransformation)
    sharp, blocks = pixels(thrice), pixels(stretched)
    assert np.abs(sharp - blocks).mean() < 12  # the same picture
    assert not np.array_equal(sharp[::3, ::3], sharp[1::3, 1::3])  # and no blocks of equal pixels
    assert QImage.fromData(png_of(thrice)).size() == thrice.size()


def test_it_has_the_colours_of_the_window_and_leaves_the_plot_as_it_is(qtbot: QtBot) -> None:
    plot = decision_plot()
    qtbot.addWidget(plot)
    plot.show()
    before = plot.grab().toImage()
    image_of(plot, 4)
    svg_of(plot)
    assert plot.grab().toImage() == before
    light = image_of(plot, 1)
    plot.set_palette(DARK)
    assert pixels(light).mean() > 150 > 100 > pixels(image_of(plot, 1)).mean()
    plot.set_palette(LIGHT)


def test_too_many_points_stay_an_image_and_are_there(qtbot: QtBot) -> None:
    plot = DecisionPlot()
    qtbot.addWidget(plot)
    plot.resize(300, 260)
    plot.draw(make_frame(two_gaussians(samples_per_class=15_000), (0.2, -0.2), 0.5))
    plot.show()
    qtbot.waitUntil(lambda: plot.grab() is not None and not plot.cloud.is_painting)
    svg = svg_of(plot)
    assert len(svg) < 3_000_000
    assert b"<image" in svg
    assert pixels(drawn_of(svg, (300, 260))).std() > 20


@pytest.mark.parametrize("per_class", [1_000, 9_000], ids=["outlines", "an image"])
def test_points_of_a_picture_are_where_and_what_they_are_on_the_screen(per_class: int, qtbot: QtBot) -> None:
    plot = DecisionPlot()
    qtbot.addWidget(plot)
    plot.resize(600, 500)
    plot.draw(make_frame(two_gaussians(samples_per_class=per_class), (0.2, -0.2), 0.5))
    plot.show()
    plot.grab()
    seen, larger = pixels(image_of(plot, 1)), image_of(plot, 3)
    assert not plot.cloud.is_painting, "what is on the screen need not be painted anew"
    shrunk = larger.scaled(plot.size(), mode=Qt.TransformationMode.SmoothTransformation)
    svg = svg_of(plot)
    assert (b"data:image/png" in svg) == (per_class > 1_000)
    for other in (pixels(shrunk), pixels(drawn_of(svg, (600, 500)))):
        assert np.mean(np.abs(seen - other).max(axis=2) > 90) < 0.04


def test_the_points_of_a_region_are_too_when_there_are_many(qtbot: QtBot) -> None:
    plot = RegionPlot()
    qtbot.addWidget(plot)
    plot.resize(480, 360)
    plot.draw(make_keras_frame(points=make_points(2_000), region=make_region()))
    seen, svg = pixels(image_of(plot, 1)), svg_of(plot)
    assert svg.count(b"data:image/png") == 2  # the region and the points
    assert np.mean(np.abs(seen - pixels(drawn_of(svg, (480, 360)))).max(axis=2) > 90) < 0.04


def action(plot: QWidget, text: str) -> QAction:
    found = [one for one in plot.actions() if one.text() == text]
    found += [one for menu in plot.findChildren(QMenu) for one in menu.actions() if one.text() == text]
    assert len(found) == 1
    return found[0]


def test_from_the_menu_to_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    plot = decision_plot()
    qtbot.addWidget(plot)
    plot.show()
    for text, ending in (("3 × the size on the screen …", "png"), ("Save as SVG …", "svg")):
        action(plot, text).trigger()
        (dialog,) = [dialog for dialog in plot.findChildren(QFileDialog) if dialog.isVisible()]
        dialog.selectFile(str(tmp_path / f"mine.{ending}"))
        dialog.accept()
        qtbot.waitUntil(lambda: not saver_of(plot).is_writing)
    assert QImage(str(tmp_path / "mine.png")).size() == plot.size() * 3
    assert QSvgRenderer(str(tmp_path / "mine.svg")).isValid()


def test_the_keys_copy_the_plot(qtbot: QtBot) -> None:
    plot = decision_plot()
    qtbot.addWidget(plot)
    with qtbot.waitActive(plot):
        plot.show()
    plot.setFocus()
    told: list[str] = []
    saver_of(plot).told.connect(lambda say: told.append(say()))
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(plot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().image().size() == plot.size() * 2
    assert told == ["The picture is on the clipboard."]
