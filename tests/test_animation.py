"""A run becomes a moving picture that other programs show: so many frames, so long each, of the real plots."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from frames import make_frame, make_history
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tab_user import TabUser
from training_user import User

from engine.animation import write_animation
from engine.datasets import Dataset, two_gaussians
from engine.errors import InputError
from engine.protocol import Frame
from engine.saving import Cancelled
from engine.training.moments import MOST_MOMENTS, Moments, chosen_steps
from gui import fonts
from gui.file_saver import saver_of
from gui.palette import DARK, LIGHT, Palette
from gui.tabs.training.animation.stage import Look, Stage
from gui.tabs.training.tab import TrainingTab

SIZE = (64, 48)


def squares(number: int) -> Image.Image:
    """A square of a colour of its own moves to the right, on a ground with more colours than a GIF has."""
    across, down = np.meshgrid(np.arange(SIZE[0]), np.arange(SIZE[1]))
    ground = np.stack((across * 3, down * 4, (across + down) % 7 * 5), axis=2).astype(np.uint8)
    ground[10:20, 4 * number : 4 * number + 8] = (200, 16 * number, 40)
    return Image.fromarray(ground)


def ignore(_: float) -> None:
    pass


def shown(path: Path) -> tuple[list[np.ndarray], list[float]]:
    """What another program shows, and for how many milliseconds each."""
    frames, durations = [], []
    with Image.open(path) as image:
        assert image.info["loop"] == 0
        for number in range(image.n_frames):  # type: ignore[attr-defined]
            image.seek(number)
            frames.append(np.asarray(image.convert("RGB")).astype(int))
            durations.append(float(image.info["duration"]))
    return frames, durations


@pytest.mark.parametrize(("kind", "tolerance"), [("gif", 24), ("apng", 0)])
def test_every_frame_is_as_it_was_drawn_and_stays_as_long_as_it_should(
    kind: str, tolerance: int, tmp_path: Path
) -> None:
    path = tmp_path / "squares"
    write_animation(path, kind, squares, 6, 20, ignore)  # type: ignore[arg-type]
    frames, durations = shown(path)
    assert durations == [50.0] * 5 + [2_000.0]
    for number, frame in enumerate(frames):
        wanted = np.asarray(squares(number)).astype(int)
        assert frame.shape == (SIZE[1], SIZE[0], 3)
        assert np.abs(frame - wanted).max() <= tolerance
    assert np.abs(frames[0] - frames[-1]).max() > 100


@pytest.mark.parametrize("kind", ["gif", "apng"])
def test_one_frame_alone_and_frames_that_are_all_the_same_are_files_too(kind: str, tmp_path: Path) -> None:
    for count in (1, 3):
        write_animation(tmp_path / "still", kind, lambda _: squares(2), count, 2, ignore)  # type: ignore[arg-type]
        with Image.open(tmp_path / "still") as image:
            image.load()
            assert image.size == SIZE


def test_what_is_given_up_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "mine.gif"
    path.write_bytes(b"before")

    def give_up(share: float) -> None:
        if share >= 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_animation(path, "gif", squares, 6, 10, give_up)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_steps_are_chosen_with_the_last_always_among_them() -> None:
    assert chosen_steps(0, 10, 4, newest=40) == (0, 4, 8, 10)
    assert chosen_steps(3, 3, 1, newest=40) == (3,)
    for first, last, every, field in ((-1, 3, 1, "first"), (5, 3, 1, "last"), (0, 41, 1, "last"), (0, 3, 0, "every")):
        with pytest.raises(InputError) as caught:
            chosen_steps(first, last, every, newest=40)
        assert caught.value.field == field
    with pytest.raises(InputError, match="only every 11-th step"):
        chosen_steps(0, 10_000, 1, newest=10_000)
    assert len(chosen_steps(0, 10_000, 11, newest=10_000)) <= MOST_MOMENTS


@pytest.fixture
def run(dataset: Dataset) -> Frame:
    """Four steps in which a line moves from the left to the right, upright."""
    weights = np.tile(np.array([[1.0], [0.0]], np.float32), (5, 1, 1))
    bias = 0.5 - np.array([[-1.0], [0.0], [1.0], [2.0], [3.0]], np.float32)
    history = make_history([3, 2, 1, 0.5], weights, bias)
    return make_frame(dataset, (1, 0), float(bias[4, 0]), history=history, position=4)


def test_a_moment_is_what_the_model_was_then(run: Frame) -> None:
    moment = Moments(run, 3).at(1)
    same = make_frame(run.dataset, (1, 0), 0.5)
    assert (moment.position, len(moment.history.loss)) == (1, 3)
    assert moment.loss == pytest.approx(same.loss, rel=1e-6)
    assert (moment.accuracy, moment.wrong) == (same.accuracy, same.wrong)
    assert np.array_equal(moment.predicted, same.predicted)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("width", [640, 1920])
def test_the_line_is_where_that_step_has_it(width: int, palette: Palette, run: Frame, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    stage = Stage(QSize(width, width * 9 // 16), Look(palette, "prediction", (0, 1), False), parent)
    moments = Moments(run, 4)
    places = []
    for step in (0, 2, 4):
        image = stage.paint(moments.at(step))
        assert image is not None
        assert image.size() == QSize(width, width * 9 // 16)
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), width, 4)[:, :, 2::-1].astype(int)
        line = tuple(int(palette.line[place : place + 2], 16) for place in (1, 3, 5))
        is_line = np.abs(pixels - line).max(axis=2) < 12
        columns = np.flatnonzero(is_line[:, : width // 2].sum(axis=0) > image.height() / 2)
        assert len(columns) >= 1
        places.append(float(columns.mean()))
    assert places[0] < places[1] < places[2]
    assert places[2] - places[1] == pytest.approx(places[1] - places[0], abs=2), "two units of x each time"


def test_a_cloud_that_takes_its_time_is_waited_for(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    stage = Stage(QSize(640, 360), Look(LIGHT, "class", (0, 1), True), parent)
    frame = make_frame(two_gaussians(samples_per_class=20_000), (0.2, -0.2), 0.5, losses=[3, 1])
    images = [stage.paint(frame)]
    assert images == [None]

    def is_painted() -> bool:
        images.append(stage.paint(frame))
        return images[-1] is not None

    qtbot.waitUntil(is_painted)


def test_a_larger_type_in_the_window_does_not_change_the_picture(run: Frame, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    moment = Moments(run, 4).at(2)
    images = []
    try:
        for percent in (100, 200):
            fonts.set_percent(percent)
            stage = Stage(QSize(960, 540), Look(LIGHT, "prediction", (0, 1), False), parent)
            image = stage.paint(moment)
            assert image is not None
            images.append(np.frombuffer(image.constBits(), np.uint8).reshape(540, 960, 4)[::4, ::4, :3].astype(int))
    finally:
        fonts.set_percent(100)
    assert np.mean(np.abs(images[0] - images[1]).max(axis=2) > 60) < 0.08


def test_closing_the_window_gives_up_what_is_being_saved(open_training: Callable[..., User], tmp_path: Path) -> None:
    user = trained(open_training)
    press(dialog_of(user), "Save …")
    (files,) = user.tab.findChildren(QFileDialog)
    files.selectFile(str(tmp_path / "run.gif"))
    files.accept()
    saver = saver_of(user.tab)
    assert saver.is_writing
    saver.close()
    user.waits_until(lambda: not saver.is_writing)
    assert not (tmp_path / "run.gif").exists()
    assert list(tmp_path.glob(".tapelab-*")) == []


def actions(widget: QWidget) -> dict[str, Callable[[], None]]:
    return {action.text(): action.trigger for menu in widget.findChildren(QMenu) for action in menu.actions()}


def dialog_of(user: User) -> QDialog:
    actions(user.tab)["As an animation …"]()
    (dialog,) = user.tab.findChildren(QDialog)
    return dialog


def press(dialog: QDialog, name: str) -> None:
    (button,) = [button for button in dialog.findChildren(QPushButton) if button.text() == name]
    button.click()


def trained(open_training: Callable[..., User]) -> User:
    user = open_training(stop_after=40)
    user.sees(lambda frame: frame.position == 0)
    user.presses(Qt.Key.Key_Space)
    user.sees(lambda frame: frame.position == 40 and not frame.playing)
    return user


def test_from_the_menu_to_the_file(open_training: Callable[..., User], tmp_path: Path, qtbot: QtBot) -> None:
    user = trained(open_training)
    dialog = dialog_of(user)
    user.enters("To step", "50")
    assert user.reason("To step") == "Choose steps from 0 to 40, the first before the last."
    user.enters("To step", "30")
    user.enters("Every", "4")
    TabUser.chooses(user, "Size", "640 × 360")
    TabUser.chooses(user, "Frames a second", "25")
    assert "9 frames, 2.3 seconds" in user.sentences()
    press(dialog, "Save …")
    (files,) = user.tab.findChildren(QFileDialog)
    files.selectFile(str(tmp_path / "run.gif"))
    files.accept()
    user.waits_until(lambda: not saver_of(user.tab).is_writing and (tmp_path / "run.gif").exists())
    frames, durations = shown(tmp_path / "run.gif")
    assert (len(frames), frames[0].shape, durations[0]) == (9, (360, 640, 3), 40)
    assert np.abs(frames[0] - frames[-1]).max() > 100
    user.waits_until(lambda: not user.tab.findChildren(Stage))
    again = dialog_of(user)
    assert [again.isVisible(), "41 frames, 3.6 seconds" in user.sentences()] == [True, True], "what was chosen is kept"
    press(again, "Cancel")
    user.waits_until(lambda: not user.tab.findChildren(QDialog))


def test_a_long_one_can_be_given_up_while_the_window_goes_on(
    open_training: Callable[..., User], tmp_path: Path
) -> None:
    user = trained(open_training)
    tab: TrainingTab = user.tab
    saver = saver_of(tab)
    press(dialog_of(user), "Save …")
    (files,) = tab.findChildren(QFileDialog)
    files.selectFile(str(tmp_path / "run.gif"))
    files.accept()
    shares: list[float] = []
    saver.progressed.connect(lambda name, share: shares.append(share))
    user.waits_until(lambda: bool(shares))
    saver.cancel()
    user.waits_until(lambda: not saver.is_writing)
    assert list(tmp_path.glob("run*")) == []
    assert list(tmp_path.glob(".tapelab-*")) == []
    user.waits_until(lambda: not tab.findChildren(Stage))
