"""What the runs tab says in words: what a run is, how it is with it, and where its line lies."""

from __future__ import annotations

import math
from datetime import datetime

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.distributed.description import Description
from engine.runs.protocol import Evidence, RunState, RunView
from engine.training.line import decision_line
from engine.training.records import FloatArray
from gui.joining import sentences
from gui.plots.number_words import MINUS
from gui.problem_text import problem_text

LONGEST_NAME = 16
"""Letters of a feature's name that an equation has room for."""

COMMAND = "tapelab train --data 'rows/*.csv' --run-dir runs/first --epochs 5"
"""What makes a run, as an example."""


def about(description: Description | None) -> str:
    """How the run learns, in one line."""
    if description is None:
        return QCoreApplication.translate("runs", "not of TapeLab's making")
    optimizer = description.optimizer
    return " · ".join(
        (
            optimizer,
            QCoreApplication.translate("runs", "rate {rate}").format(rate=f"{description.learning_rate:g}"),
            QCoreApplication.translate("runs", "batch {size}").format(size=f"{description.batch_size:,}"),
        )
    )


def devices(description: Description) -> str:
    """What it is shared among."""
    if description.strategy == "none":
        return QCoreApplication.translate("runs", "one device")
    template = QCoreApplication.translate("runs", "{strategy}, {count} devices")
    return template.format(strategy=description.strategy, count=description.devices)


def all_about(view: RunView) -> str:
    """Lines for a tooltip: where it lies, what it learns from, how it is shared out, since when it is under way."""
    lines = [str(view.folder)]
    told = view.description
    if told is not None:
        translate = QCoreApplication.translate
        lines.append(translate("runs", "Learns from: {data}").format(data=told.data))
        lines.append(
            translate("runs", "Features: {features}; class: {target}").format(
                features=", ".join(told.features), target=told.target
            )
        )
        lines.append(about(told))
        lines.append(
            translate("runs", "Epochs: {epochs}; seed: {seed}; {devices}").format(
                epochs=f"{told.epochs:,}", seed=told.seed, devices=devices(told)
            )
        )
        lines.append(
            translate("runs", "Begun {time} on {host}, process {pid}").format(
                time=_moment(told.started), host=told.host, pid=told.pid
            )
        )
    lines.append(state_reason(view))
    return "\n".join(line for line in lines if line)


def state(view: RunView) -> str:
    """How it is with the run, in a word or two."""
    translate = QCoreApplication.translate
    if not view.is_read:
        return translate("runs", "being read: {share} %").format(share=math.floor(100 * view.share))
    return {
        RunState.WRITTEN: translate("runs", "being written"),
        RunState.ENDED: translate("runs", "ended"),
        RunState.STOPPED: translate("runs", "stopped early"),
        RunState.SILENT: translate("runs", "silent"),
    }[view.state]


def state_reason(view: RunView) -> str:
    """What its state is known by, as a sentence."""
    translate = QCoreApplication.translate
    known = {
        (RunState.WRITTEN, Evidence.PROCESS): translate("runs", "Its process is at work on this machine."),
        (RunState.WRITTEN, Evidence.AGE): translate("runs", "Something has come lately."),
        (RunState.ENDED, Evidence.END): translate("runs", "It wrote down that it ended."),
        (RunState.STOPPED, Evidence.PROCESS): translate("runs", "Its process is gone, and it wrote down no end."),
        (RunState.SILENT, Evidence.AGE): translate(
            "runs", "It wrote down no end, and nothing has come for a while; its process is not on this machine."
        ),
    }
    return known.get((view.state, view.evidence), "")


def steps(view: RunView) -> str:
    """How many there are."""
    count = int(view.steps[-1]) + 1 if len(view.steps) else 0
    if count == 1:
        return QCoreApplication.translate("runs", "1 step")
    return QCoreApplication.translate("runs", "{count} steps").format(count=f"{count:,}")


def pace(view: RunView) -> str:
    """How fast it goes; empty where it does not."""
    speed = float(view.speed.values[-1]) if len(view.speed.values) else math.nan
    if view.state is not RunState.WRITTEN or not view.is_read or not math.isfinite(speed) or speed <= 0:
        return ""
    return QCoreApplication.translate("runs", "{rate} steps/s").format(rate=_rounded(speed))


def remark(view: RunView) -> str:
    """What went wrong, quietly; empty for nothing."""
    said = []
    if view.problem is not None:
        said.append(problem_text(view.problem))
    if view.damaged == 1:
        said.append(QCoreApplication.translate("runs", "One damaged record is left out."))
    elif view.damaged:
        template = QCoreApplication.translate("runs", "{count} damaged records are left out.")
        said.append(template.format(count=f"{view.damaged:,}"))
    return sentences(*said)


def line_equation(weights: FloatArray, bias: FloatArray, names: tuple[str, str]) -> str:
    """The decision line as an equation; empty where there is none."""
    line = decision_line(weights, bias)
    if line is None:
        return ""
    x, y = (name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…" for name in names)
    if line.slope is None:
        return f"{x} = {number(line.intercept)}"
    sign = "+" if line.intercept >= 0 else MINUS
    return f"{y} = {number(line.slope)}·{x} {sign} {number(abs(line.intercept))}"


def about_line(weights: FloatArray, bias: FloatArray) -> str:
    """The words that go with the equation."""
    if decision_line(weights, bias) is not None:
        return QCoreApplication.translate("runs", "where the prediction is 0.5.")
    if not (np.isfinite(weights).all() and np.isfinite(bias).all()):
        return QCoreApplication.translate("runs", "The weights are not known at this step, so there is no line.")
    return QCoreApplication.translate("runs", "The weights are 0, so there is no line.")


def number(value: float) -> str:
    """In four digits, with a real minus sign."""
    return f"{value + 0.0:.4g}".replace("-", MINUS)  # which makes 0 of a negative zero


def time_since(view: RunView, row: int) -> str:
    """From the beginning of the run to the end of this row's step, what it paused for included."""
    begun = float(view.wall_times[0])
    if view.description is not None:
        begun = min(begun, view.description.started)  # which is that of the last time, where the run was gone on with
    seconds = max(float(view.wall_times[row]) - begun, 0.0)
    if seconds < 60:
        return QCoreApplication.translate("runs", "{seconds} s").format(seconds=f"{seconds:.1f}")
    hours, minutes = divmod(int(seconds) // 60, 60)
    return f"{hours}:{minutes:02}:{int(seconds) % 60:02}"


def _moment(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m-%d %H:%M}"


def _rounded(rate: float) -> str:
    """To two digits, so that it can be read while it changes."""
    value = float(f"{rate:.2g}")
    return f"{value:,.0f}" if value >= 10 else f"{value:g}"
