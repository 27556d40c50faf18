"""On the training tab, a table of the user's own is learned from like any data, seen in its own units, and kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox
from training_user import User

from engine.datasets import Circles
from engine.errors import Problem
from engine.protocol import Frame
from gui.controls.message_line import MessageLine

TABLE = "size,weight,age,kind\n" + "".join(
    f"{n % 7 + 4 * (n % 2)},{1000 * (n % 5) + 3000 * (n % 2)},{n % 11},{('cat', 'dog')[n % 2]}\n" for n in range(60)
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "pets.csv"
    path.write_text(TABLE)
    return path


@pytest.fixture
def user(open_training: Callable[..., User]) -> User:
    user = open_training()
    user.sees(lambda frame: frame.position == 0)
    return user


def pick_own(user: User) -> None:
    box = user.find(QComboBox, "Data")
    box.setFocus()
    for _ in range(box.count()):  # it is the last
        if box.currentText().startswith("your own"):
            break
        user.presses(Qt.Key.Key_Down)


def says(line: MessageLine, words: str) -> bool:
    return words in line.text()


def learns_from(user: User, table: Path) -> Frame:
    user.tab.open_file(table)
    learn = user.find(QAbstractButton, "Learn from these")
    user.waits_until(learn.isEnabled)
    user.clicks("Learn from these")
    return user.sees(lambda frame: frame.dataset.feature_names == ("size", "weight", "age"))


def test_it_learns_from_a_table_of_ones_own(user: User, table: Path) -> None:
    frame = learns_from(user, table)
    assert (frame.position, frame.dataset.class_names, len(frame.dataset)) == (0, ("cat", "dog"), 60)
    assert frame.weights.shape == (3, 1)
    assert "pets.csv" in user.code()
    user.presses(Qt.Key.Key_Space)
    frame = user.sees(lambda frame: frame.position == 40)
    assert frame.accuracy > 0.85
    assert any("weight = " in sentence for sentence in user.sentences())
    assert any("all other features are at their mean" in sentence for sentence in user.sentences())
    user.chooses("Up", "age")
    user.waits_until(lambda: any("age = " in sentence for sentence in user.sentences()))
    assert user.frame.position == 40, "looking from another side changes nothing"


def test_all_weights_can_be_typed(user: User, table: Path) -> None:
    learns_from(user, table)
    user.types("W", "1, 2, 3")
    frame = user.sees(lambda frame: float(frame.weights[2, 0]) == 3)
    assert frame.weights[:, 0].tolist() == [1, 2, 3]
    user.types("W", "1, 2")
    assert user.reason("W") == "Type as many numbers as there are features, 3, instead of “1, 2”."


def test_ones_own_data_are_remembered_and_other_data_are_a_choice_away(
    user: User, table: Path, open_training: Callable[..., User]
) -> None:
    learns_from(user, table)
    user.chooses("Across", "age")
    again = open_training()
    frame = again.sees(lambda frame: frame.dataset.feature_names == ("size", "weight", "age"))
    assert len(frame.dataset) == 60
    assert again.find(QComboBox, "Across").currentText() == "age"
    again.chooses("Data", "circles")
    again.sees(lambda frame: frame.data == Circles())
    pick_own(again)  # by way of all the others
    again.sees(lambda frame: len(frame.dataset) == 60)


def test_a_table_that_is_gone_gives_way_to_drawn_data(
    user: User, table: Path, open_training: Callable[..., User]
) -> None:
    learns_from(user, table)
    table.unlink()
    again = open_training()
    problems: list[Problem] = []
    again.tab.failed.connect(problems.append)
    again.sees(lambda frame: len(frame.dataset) == 40)
    assert "pets.csv cannot be read" in str(problems[0])


def test_a_file_or_a_table_can_be_dropped(user: User, table: Path) -> None:
    files, text = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(table))])
    text.setText("a\tb\tc\n1\t2\tx\n3\t4\ty\n")
    for data, rows in ((files, "60 rows"), (text, "2 rows")):
        action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(5, 5), action, data, buttons, keys)
        QApplication.sendEvent(user.tab, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(user.tab, QDropEvent(QPointF(5, 5), action, data, buttons, keys))
        (line,) = user.tab.findChildren(MessageLine)
        user.waits_until(partial(says, line, rows))


def test_a_model_is_left_to_the_window(user: User, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "model.keras"))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, button, keys)
    QApplication.sendEvent(user.tab, enter)
    assert not enter.isAccepted()


def test_a_file_that_comes_before_the_data_of_the_last_time_does_not_take_their_place(
    user: User, table: Path, open_training: Callable[..., User], tmp_path: Path
) -> None:
    learns_from(user, table)
    other = tmp_path / "other.csv"
    other.write_text("a,b,c\n1,2,x\n3,4,y\n")
    again = open_training()
    again.tab.open_file(other)
    (line,) = again.tab.findChildren(MessageLine)
    again.waits_until(partial(says, line, "2 rows"))
    again.clicks("Back to the training")
    again.sees(lambda frame: len(frame.dataset) == 60)


def test_own_opens_the_sheet_and_what_was_learned_from_stays(user: User) -> None:
    user.chooses("Data", "blobs")
    before = user.sees(lambda frame: frame.dataset.class_count == 2 and len(frame.dataset) == 1500)
    box = user.find(QComboBox, "Data")
    box.setFocus()
    user.presses(Qt.Key.Key_Down)
    assert user.find(QAbstractButton, "Back to the training").isVisible()
    assert box.currentText() == "blobs"
    user.clicks("Back to the training")
    assert not user.find(QAbstractButton, "Back to the training").isVisible()
    assert user.frame.run == before.run
