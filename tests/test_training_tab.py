"""The training tab plays, steps, takes steps apart and travels in time, by mouse and by keyboard."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from training_user import User

from engine.protocol import Frame
from gui.controls.code_pane import CodePane
from gui.controls.operations_line import OperationsLine
from gui.controls.phase_steps import PHASES, PhaseSteps
from gui.controls.tensor_list import TensorList
from gui.language import Language
from gui.palette import DARK, LIGHT
from gui.plots.decision_plot import DecisionPlot

Open = Callable[..., User]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def user(open_training: Open) -> User:
    """Before the first step, with full speed and forty steps to go."""
    user = open_training()
    user.sees(lambda frame: frame.position == 0)
    return user


def stands_at(position: int) -> Callable[[Frame], bool]:
    """Paused before this step."""
    return lambda frame: frame.position == position and not frame.playing


def test_says_that_tensorflow_is_loading_until_there_is_something_to_see(open_training: Open) -> None:
    user = open_training()
    message = next(label for label in user.tab.findChildren(QLabel) if label.text() == "TensorFlow is loading …")
    assert message.isVisible()
    frame = user.sees(stands_at(0))
    assert not message.isVisible()
    assert len(frame.history.loss) == 0
    assert len(frame.dataset) == 40


# Playing


def test_plays_to_the_fortieth_step_and_from_there_to_the_eightieth(user: User) -> None:
    user.clicks("Play")
    frame = user.sees(stands_at(40))
    assert len(frame.history.loss) == 40
    assert frame.loss < frame.history.loss[0]
    user.clicks("Play")
    assert len(user.sees(stands_at(80)).history.loss) == 80


def test_playing_on_from_between_ends_at_the_next_stop(user: User) -> None:
    for step in range(1, 4):
        user.presses(Key.Key_Right)
        user.sees(stands_at(step))
    user.presses(Key.Key_Space)
    user.sees(stands_at(40))


def test_never_stops_until_it_is_paused(open_training: Open) -> None:
    user = open_training(stop_after=None)
    user.sees(stands_at(0))
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.position > 1000 and frame.playing)
    assert user.frame.steps_per_second > 0
    user.clicks("Pause")
    paused = user.sees(lambda frame: not frame.playing)
    user.waits(100)
    assert (user.frame.position, len(user.frame.history.loss)) == (paused.position, paused.position)
    assert user.find(QAbstractButton, "Play").isVisible()


def test_another_speed_holds_at_once(open_training: Open) -> None:
    user = open_training(stop_after=None)
    user.sees(stands_at(0))
    positions = [0]
    user.tab.drawn.connect(lambda frame: positions.append(frame.position))
    user.sets_speed(0)
    began = time.monotonic()
    user.clicks("Play")
    position = user.sees(lambda frame: frame.position > 0).position
    assert position <= 1 + (time.monotonic() - began)  # the first step at once, then one a second
    user.sets_speed(1)
    user.waits_until(lambda: positions[-1] > 1000)
    user.sets_speed(0)
    del positions[:-1]
    user.waits_until(lambda: 1 in np.diff(positions))  # from one frame to the next; just now, hundreds
    user.presses(Key.Key_Space)
    user.sees(lambda frame: not frame.playing)


def test_stops_after_another_number_of_steps(user: User) -> None:
    user.types("Stop after", "15")
    user.tab.setFocus()
    user.presses(Key.Key_Space)
    user.sees(stands_at(15))
    user.presses(Key.Key_Space)
    user.sees(stands_at(30))


# Stepping, forward and back


def test_steps_on_and_back(user: User) -> None:
    user.clicks("One step on")
    one = user.sees(stands_at(1))
    user.presses(Key.Key_Right)
    user.sees(stands_at(2))
    user.clicks("One step back")
    assert user.sees(stands_at(1)).loss == one.loss
    user.presses(Key.Key_Left)
    user.sees(stands_at(0))
    user.presses(Key.Key_Left)  # there is nothing before the start
    user.waits(50)
    assert user.frame.position == 0
    assert user.reasons() == []


def test_a_recorded_step_is_looked_at_again_not_taken_again(user: User) -> None:
    user.presses(Key.Key_Space)
    recorded = user.sees(stands_at(40)).history.weights.copy()
    user.presses(Key.Key_Home)
    user.sees(stands_at(0))
    user.presses(Key.Key_Right)
    frame = user.sees(stands_at(1))
    assert np.array_equal(frame.history.weights, recorded)
    assert frame.ghosts == ()


def test_a_step_while_it_plays_pauses(open_training: Open) -> None:
    user = open_training(stop_after=None)
    user.sees(stands_at(0))
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.position > 100)
    user.presses(Key.Key_Right)
    paused = user.sees(lambda frame: not frame.playing)
    user.waits(50)
    assert user.frame.position == paused.position


def test_home_and_end_go_to_the_first_and_to_the_newest(user: User) -> None:
    user.presses(Key.Key_Space)
    user.sees(stands_at(40))
    user.presses(Key.Key_Home)
    user.sees(stands_at(0))
    user.presses(Key.Key_End)
    user.sees(stands_at(40))


def test_the_scrubber_goes_to_any_step(user: User) -> None:
    user.presses(Key.Key_Space)
    newest = user.sees(stands_at(40))
    user.scrubs(0.5)
    frame = user.sees(stands_at(20))
    assert np.array_equal(frame.weights, newest.history.weights[20])
    user.scrubs(0)
    user.sees(stands_at(0))
    user.scrubs(1)
    user.sees(stands_at(40))


def test_a_click_in_the_loss_curve_goes_to_that_step(user: User) -> None:
    user.presses(Key.Key_Space)
    user.sees(stands_at(40))
    user.clicks_loss_at(12)
    user.sees(stands_at(12))


def test_reset_begins_again_from_the_same_start(user: User) -> None:
    start = user.frame
    user.presses(Key.Key_Space)
    user.sees(stands_at(40))
    user.clicks("Reset to the same start")
    frame = user.sees(stands_at(0))
    assert np.array_equal(frame.weights, start.weights)
    assert len(frame.history.loss) == 0
    assert [len(ghost.loss) for ghost in frame.ghosts] == [40]
    user.presses(Key.Key_Right)
    user.sees(stands_at(1))
    user.presses(Key.Key_R)
    user.sees(stands_at(0))


def test_a_new_start_has_other_weights_and_the_same_data(user: User) -> None:
    start = user.frame
    for is_key in (False, True):
        before = user.frame
        if is_key:
            user.presses(Key.Key_R, modifier=SHIFT)
        else:
            user.clicks("New start with other first weights")
        frame = user.sees(lambda frame, before=before: frame.run > before.run)  # type: ignore[misc]
        assert not np.array_equal(frame.weights, before.weights)
        assert np.array_equal(frame.dataset.inputs, start.dataset.inputs)
        assert user.text("Start seed") == str(frame.settings.seed)


def test_many_runs_make_no_noise(user: User, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(7):
        before = user.frame.run
        user.presses(Key.Key_R, modifier=SHIFT)
        user.sees(lambda frame, before=before: frame.run > before)  # type: ignore[misc]
    assert caplog.messages == []


def test_a_reset_at_full_speed_shows_nothing_more_of_the_old_run(open_training: Open) -> None:
    user = open_training(stop_after=None)
    user.sees(stands_at(0))
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.position > 100)
    shown: list[Frame] = []
    user.presses(Key.Key_R)
    user.tab.drawn.connect(shown.append)
    user.sees(stands_at(0))
    user.waits(100)
    assert {frame.position for frame in shown} == {0}


# Inside a step


def look_inside(user: User) -> tuple[list[str], str, list[str]]:
    """The phases that ran, the code that is marked, and the tensors that are listed."""
    chips = user.tab.findChildren(PhaseSteps)[0]
    pane = user.tab.findChildren(CodePane)[0]
    lines = pane.code().splitlines()
    rows = user.tab.findChildren(TensorList)[0].rows()
    return (
        [name for name in PHASES if chips.state(name) != "to come"],
        "\n".join(lines[number - 1].strip() for number in pane.highlighted()),
        [row.accessibleName() for row in rows],
    )


def test_a_step_is_taken_apart_phase_by_phase_and_put_together_again(user: User) -> None:
    phases = []
    for ran in range(1, 6):
        user.presses(Key.Key_Right, modifier=SHIFT)
        frame = user.sees(lambda frame, ran=ran: len(frame.inside) == ran)  # type: ignore[misc]
        phases.append(look_inside(user))
        assert phases[-1][0] == list(PHASES[:ran])
    assert frame.position == 1
    marked = [code for _, code, _ in phases]
    assert marked == [
        "def training_step(inputs, targets):",
        "with tf.GradientTape() as tape:\npredictions = tf.matmul(inputs, W) + b",
        "errors = tf.square(targets - predictions)\nloss = tf.reduce_mean(errors)",
        "grad_W, grad_b = tape.gradient(loss, [W, b])",
        "W.assign_sub(grad_W * learning_rate)\nb.assign_sub(grad_b * learning_rate)",
    ]
    tensors = [[row.split(" ")[0] for row in rows] for _, _, rows in phases]
    assert tensors == [
        ["inputs", "targets"],
        ["W", "b", "predictions"],
        ["squared_errors", "loss"],
        ["grad_W", "grad_b"],
        ["W", "b"],
    ]
    assert phases[0][2][0].startswith("inputs (40, 2) float32 ")
    for ran in range(4, 0, -1):
        user.presses(Key.Key_Left, modifier=SHIFT)
        user.sees(lambda frame, ran=ran: len(frame.inside) == ran)  # type: ignore[misc]
        assert look_inside(user) == phases[ran - 1]
    assert user.frame.position == 0
    user.presses(Key.Key_Left, modifier=SHIFT)
    user.sees(lambda frame: frame.inside == () and frame.position == 0)


def test_the_gradients_come_with_the_operations_that_ran(user: User) -> None:
    user.clicks("gradients")
    user.sees(lambda frame: len(frame.inside) == 4)
    line = user.tab.findChildren(OperationsLine)[0]
    assert line.isVisible()
    assert "MatMul" in line.words().split(" → ")
    sentences = [label.text() for label in user.tab.findChildren(QLabel) if label.isVisible()]
    assert any("Mean → Square → Sub → AddV2 → MatMul" in sentence for sentence in sentences)


def test_a_phase_can_be_gone_to_and_back_from(user: User) -> None:
    user.clicks("loss")
    user.sees(lambda frame: len(frame.inside) == 3)
    user.clicks("batch")
    user.sees(lambda frame: len(frame.inside) == 1)
    user.clicks("update")
    user.sees(lambda frame: frame.position == 1 and len(frame.inside) == 5)
    user.clicks("update")  # is there already
    user.waits(50)
    assert user.frame.position == 1
    user.clicks("Into the step: run its next phase")  # the next step's first
    user.sees(lambda frame: frame.position == 1 and len(frame.inside) == 1)


def test_a_recorded_step_is_taken_apart_without_leaving_its_future(user: User) -> None:
    user.presses(Key.Key_Space)
    user.sees(stands_at(40))
    user.presses(Key.Key_Home)
    user.sees(stands_at(0))
    user.clicks("update")
    frame = user.sees(lambda frame: frame.position == 1 and len(frame.inside) == 5)
    assert len(frame.history.loss) == 40
    assert frame.ghosts == ()


def test_back_leaves_a_phase_while_one_is_inside(user: User) -> None:
    user.presses(Key.Key_Right)
    user.sees(stands_at(1))
    user.clicks("forward")
    user.sees(lambda frame: len(frame.inside) == 2)
    user.clicks("One step back")
    user.sees(lambda frame: frame.position == 1 and len(frame.inside) == 1)
    user.presses(Key.Key_Left)  # the key goes back by a step wherever one is
    user.sees(lambda frame: frame.position == 0 and frame.inside == ())


def test_a_whole_step_leaves_the_inside(user: User) -> None:
    user.clicks("loss")
    user.sees(lambda frame: len(frame.inside) == 3)
    user.presses(Key.Key_Right)
    frame = user.sees(stands_at(1))
    assert frame.inside == ()
    assert look_inside(user) == ([], "loss = training_step(inputs, targets)", [])


# Keys


def test_keys_that_are_typed_go_into_the_field(user: User) -> None:
    user.presses(Key.Key_Right)
    user.sees(stands_at(1))
    user.types("Learning rate", "")
    for key in (Key.Key_Space, Key.Key_R, Key.Key_Right, Key.Key_Left, Key.Key_Home, Key.Key_End):
        user.presses(key)
        user.presses(key, modifier=SHIFT)
    user.waits(50)
    assert stands_at(1)(user.frame)
    assert user.text("Learning rate").strip().casefold() == "rr"


def test_space_presses_the_phase_that_has_the_focus(user: User) -> None:
    user.find(QAbstractButton, "forward").setFocus()
    user.presses(Key.Key_Space)
    user.sees(lambda frame: len(frame.inside) == 2)
    assert not user.frame.playing


def test_after_the_mouse_chose_a_colouring_the_keys_still_drive(user: User) -> None:
    user.clicks("True")
    user.presses(Key.Key_Right)
    user.sees(stands_at(1))
    user.presses(Key.Key_Space)
    user.sees(stands_at(40))


def test_tab_goes_through_every_control_and_each_says_what_it_is(user: User) -> None:
    reached: list[QWidget] = []
    while (focused := QApplication.focusWidget()) not in reached:
        assert focused is not None
        reached.append(focused)
        user.presses(Key.Key_Tab)
    names = [widget.accessibleName() for widget in reached[1:]]  # the first is the tab itself
    assert all(names)
    assert {"Decision plot", "Loss plot"} <= set(names)  # the keys zoom there
    assert [name for name in ("Per class", "Learning rate", "batch", "Play", "Speed") if name in names] == sorted(
        ("Per class", "Learning rate", "batch", "Play", "Speed"), key=names.index
    )
    for control in user.tab.findChildren(QAbstractButton):
        if control.isVisible():
            assert control.accessibleName()
            assert control.toolTip()
            is_idle = control.focusPolicy() == Qt.FocusPolicy.NoFocus or not control.isEnabled()
            assert control in reached or is_idle or control.text() == "True"


def test_after_zooming_a_key_shows_the_whole_again_and_the_others_still_drive(user: User) -> None:
    plot = user.tab.findChildren(DecisionPlot)[0]
    whole = plot.view()
    user.turns_wheel_over_points()
    assert plot.view() != whole
    user.presses(Key.Key_F)
    assert plot.view() == whole
    user.presses(Key.Key_Right)
    user.sees(stands_at(1))


# Beside the training


def test_frames_are_not_drawn_while_nobody_looks_and_training_goes_on(open_training: Open) -> None:
    user = open_training(stop_after=None)
    user.sees(stands_at(0))
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.position > 100)
    user.tab.hide()
    user.waits_until(lambda: user.tab._unpainted)  # the frame that was under way has come
    last = user.frame
    shown: list[Frame] = []
    user.tab.drawn.connect(shown.append)
    user.waits(200)
    assert shown == []
    assert user.frame is last
    user.tab.show()
    assert user.sees(lambda frame: frame is not last).position > last.position
    user.clicks("Pause")
    user.sees(lambda frame: not frame.playing)


def test_language_and_theme_change_while_it_plays(open_training: Open, qtbot: QtBot, qapp: object) -> None:
    user = open_training(stop_after=None)
    user.sees(stands_at(0))
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.position > 100)
    language = Language(qapp, "en")  # type: ignore[arg-type]
    try:
        language.choose("zh_CN")
        user.tab.set_palette(DARK)
        before = user.frame.position
        user.sees(lambda frame: frame.position > before and frame.playing)
        titles = {label.text() for label in user.tab.findChildren(QLabel)}
        assert "Decision line" not in titles
        assert "W" in titles
    finally:
        language.choose("en")
        user.tab.set_palette(LIGHT)
    qtbot.waitUntil(lambda: user.find(QAbstractButton, "Pause").isVisible())
    user.clicks("Pause")
    user.sees(lambda frame: not frame.playing)
    assert "Decision line" in {label.text() for label in user.tab.findChildren(QLabel)}


def test_next_time_everything_is_as_it_was_left(open_training: Open) -> None:
    user = open_training()
    user.sees(stands_at(0))
    user.types("Learning rate", "0.2")
    user.types("Per class", "30")
    user.types("Stop after", "7")
    user.chooses("Optimizer", "Adam")
    user.clicks("Logarithmic scale")
    user.clicks("True")
    user.sets_speed(0)
    assert user.tab.close_engine(100)
    again = open_training()
    frame = again.sees(stands_at(0))
    assert (frame.settings.learning_rate, frame.settings.optimizer, len(frame.dataset)) == (0.2, "Adam", 60)
    assert [again.text(field) for field in ("Learning rate", "Per class", "Stop after")] == ["0.2", "30", "7"]
    assert again.find(QAbstractButton, "Logarithmic scale").isChecked()
    assert again.find(QAbstractButton, "True").isChecked()
    began = time.monotonic()
    again.presses(Key.Key_Space)
    again.waits(50)
    position = again.sees(lambda frame: frame.playing).position
    assert position <= 1 + (time.monotonic() - began)  # the slowest, a step a second


def test_commands_may_come_in_any_order_and_at_any_rate(user: User) -> None:
    wrong: list[Frame] = []

    def check(frame: Frame) -> None:
        state = frame.history.weights[frame.position], frame.history.bias[frame.position]
        if not (np.array_equal(frame.weights, state[0]) and np.array_equal(frame.bias, state[1])):
            wrong.append(frame)

    user.tab.drawn.connect(check)
    dice = random.Random(0)
    keys = [Key.Key_Space, Key.Key_Right, Key.Key_Left, Key.Key_R, Key.Key_Home, Key.Key_End]
    acts: list[Callable[[], None]] = [
        *(partial(user.presses, key) for key in keys),
        *(partial(user.presses, key, modifier=SHIFT) for key in (Key.Key_Right, Key.Key_Left)),
        *(partial(user.clicks, name) for name in PHASES),
        lambda: user.scrubs(dice.random()),
        lambda: user.sets_speed(dice.random()),
        lambda: user.types("Learning rate", dice.choice(["0.1", "0.05", "50", "nan", "-1", ""])),
        lambda: user.types("W", dice.choice(["0, 0", "1, -1", "nan, 1", "1e30, 1e30"])),
        lambda: user.types("Stop after", dice.choice(["40", "never", "0", "1"])),
        lambda: user.waits(dice.randrange(20)),
    ]
    for _ in range(400):
        dice.choice(acts)()
        if dice.random() < 0.3:
            user.tab.setFocus()
    user.tab.setFocus()
    user.types("Learning rate", "0.1")
    user.types("Stop after", "40")
    user.sets_speed(1)
    user.tab.setFocus()
    user.presses(Key.Key_R, modifier=SHIFT)  # the old start may have been one that diverges
    user.sees(lambda frame: frame.position == 0 and not frame.playing and len(frame.history.loss) == 0)
    user.presses(Key.Key_Space)
    user.sees(stands_at(40))
    assert wrong == []


def test_the_line_may_be_dragged_while_it_plays(open_training: Open) -> None:
    user = open_training(stop_after=None, speed=50.0)
    user.sees(stands_at(0))
    user.presses(Key.Key_Space)
    user.sees(lambda frame: frame.position > 2)
    user.drags_line(by=QPointF(1, 1))
    frame = user.sees(lambda frame: len(frame.edits) > 0 and frame.playing)
    edited = frame.edits[-1].step
    user.sees(lambda frame: frame.position > edited)


def test_a_choice_between_a_frame_and_its_painting_does_not_stop_the_frames(open_training: Callable[..., User]) -> None:
    user = open_training(speed=None)
    changed: list[object] = []

    def change(event: object) -> None:
        if not changed and isinstance(event, Frame):
            changed.append(event)
            user.tab._set_choice("stop_after", 30)

    user.tab._engine.happened.connect(change)
    user.waits_until(lambda: bool(changed))
    user.presses(Qt.Key.Key_Space)
    user.sees(lambda frame: frame.position == 30)
