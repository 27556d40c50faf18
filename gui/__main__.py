"""The `tapelab` command: the window; or, where none is wanted or possible, training and pictures without it."""

from __future__ import annotations

import argparse
import csv
import errno
import importlib.metadata
import os
import runpy
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from gui import display

DONE, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
"""Exit codes; the last is what a shell reports for a command that Ctrl-C ended. Training that diverges gives 3."""

PROJECT_ENDING = ".tapelab"
APART = "engine.keras_lab.loading_apart"
"""The module that a process of its own runs (`engine.keras_lab.loading`)."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the options in one line, without the usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(BAD_INPUT, f"{self.prog}: {message.removeprefix('argument ')}\n")


def _whole_number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a whole number, not {text!r}") from None


def _positive(text: str) -> int:
    number = _whole_number(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be at least 1, not {number}")
    return number


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a number, not {text!r}") from None


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="tapelab",
        description="See what TensorFlow does. Without a command: opens the window; "
        "tapelab FILE opens it with that project, whose name ends in .tapelab.",
    )
    parser.set_defaults(action=_window, project=None)
    parser.add_argument("--version", dest="action", action="store_const", const=_version, help="print the version")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    train = commands.add_parser("train", help="train the linear classifier here in the terminal")
    train.set_defaults(action=_train)
    train.add_argument("--steps", type=_positive, default=40, metavar="N", help="training steps (%(default)s)")
    train.add_argument("--learning-rate", type=_number, default=0.1, metavar="RATE", help="above 0 (%(default)s)")
    train.add_argument(
        "--optimizer",
        default="manual",
        metavar="NAME",
        help='"manual", which is variable.assign_sub(learning_rate * gradient), or one of Keras\'s (%(default)s)',
    )
    train.add_argument("--batch-size", type=_whole_number, metavar="N", help="points a step (all)")
    train.add_argument(
        "--samples-per-class", type=_whole_number, default=1000, metavar="N", help="points to draw (%(default)s)"
    )
    train.add_argument("--seed", type=_whole_number, default=0, metavar="N", help="of all randomness (%(default)s)")
    train.add_argument("--data", metavar="FILE", help="learn from the points in this file instead")
    train.add_argument(
        "--features", metavar="COLUMNS", help="its columns to learn from, as in height,weight (all but the class)"
    )
    train.add_argument("--target", metavar="COLUMN", help="its column that is the class (the last)")
    train.add_argument("--positive", metavar="CLASS", help="of more than two classes, the one to tell from the rest")
    train.add_argument(
        "--gaps",
        choices=("refuse", "drop", "fill"),
        default="refuse",
        help="its rows with gaps: refuse them, drop them, or fill them with the column's mean (%(default)s)",
    )
    train.add_argument("--tensorboard", type=Path, metavar="DIR", help="write the run there too, for TensorBoard")
    train.add_argument("--json", action="store_true", help="print one JSON object a line")
    train.add_argument(
        "--run-dir",
        type=Path,
        metavar="DIR",
        help="stream the rows of any number of files, CSV, Parquet or TFRecord, and write the run into this folder: "
        "--data is then a pattern such as 'rows/*.csv', and --epochs counts instead of --steps",
    )
    train.add_argument("--epochs", type=_positive, default=1, metavar="N", help="passes over the rows (%(default)s)")
    train.add_argument("--resume", action="store_true", help="go on with the run in --run-dir")
    train.add_argument(
        "--strategy",
        choices=("none", "mirrored", "multi-worker"),
        default="none",
        help="share every batch among the graphics processors of this machine (mirrored), or among the workers that "
        "TF_CONFIG names (multi-worker) (%(default)s)",
    )
    train.add_argument(
        "--devices",
        type=_positive,
        default=1,
        metavar="N",
        help="with mirrored: parts of the processor (%(default)s)",
    )

    screenshots = commands.add_parser("screenshots", help="write a picture of every tab; needs no display")
    screenshots.set_defaults(action=_screenshots)
    screenshots.add_argument("folder", type=Path, metavar="DIR", help="where to write them; made if need be")
    screenshots.add_argument("--language", choices=("en", "zh_CN"), default="en", help="(%(default)s)")
    screenshots.add_argument("--theme", choices=("light", "dark", "contrast"), default="light", help="(%(default)s)")

    menu = commands.add_parser("menu", help="put TapeLab into the menu of your desktop, where pip has not")
    menu.set_defaults(action=_menu)
    menu.add_argument("--remove", action="store_true", help="take it out of the menu again")
    return parser


def _version(_: argparse.Namespace) -> int:
    print(f"tapelab {importlib.metadata.version('tapelab')}")
    return DONE


def _window(options: argparse.Namespace) -> int:
    """Opens the window; where that cannot be, says why and does the main job all the same."""
    platform = display.reachable_platform()
    missing = display.missing_libraries(platform or "offscreen")
    if platform and not missing:
        from gui.app import run

        return run(project=options.project)

    why = display.remedy(missing) if missing else "there is no display here for the window"
    print(f"tapelab: {why}. Training in the terminal instead.", file=sys.stderr, flush=True)
    code = _train(_parser().parse_args(["train"]))
    sys.stdout.flush()
    if display.missing_libraries("offscreen"):
        return code
    return _take_pictures(_folder_for_pictures(), language="en", theme="light") or code


def _train(options: argparse.Namespace) -> int:
    from engine import headless

    if options.data is None and (options.features or options.target or options.positive):
        print("tapelab train: --features, --target and --positive go with --data FILE", file=sys.stderr)
        return BAD_INPUT
    if options.run_dir is not None:
        return _train_on_a_stream(options)
    if options.resume or options.strategy != "none" or options.devices != 1 or options.epochs != 1:
        print("tapelab train: --epochs, --resume, --strategy and --devices go with --run-dir DIR", file=sys.stderr)
        return BAD_INPUT
    return headless.train(
        steps=options.steps,
        learning_rate=options.learning_rate,
        optimizer=options.optimizer,
        batch_size=options.batch_size,
        samples_per_class=options.samples_per_class,
        seed=options.seed,
        data=options.data,
        as_json=options.json,
        columns=headless.Columns(_names(options.features), options.target, options.positive, options.gaps),
        events=options.tensorboard,
    )


def _train_on_a_stream(options: argparse.Namespace) -> int:
    if options.data is None:
        print("tapelab train: --run-dir needs the rows to learn from: --data 'rows/*.csv'", file=sys.stderr)
        return BAD_INPUT
    from engine.distributed import command
    from engine.errors import Problem
    from engine.training.settings import Settings

    try:
        settings = Settings(options.optimizer, options.learning_rate, None, options.seed)
    except Problem as problem:
        print(f"tapelab train: {problem}", file=sys.stderr)
        return BAD_INPUT
    return command.train(
        command.Options(
            data=options.data,
            run_dir=options.run_dir,
            features=_names(options.features),
            target=options.target,
            positive=options.positive,
            settings=settings,
            batch_size=options.batch_size or command.BATCH_SIZE,
            epochs=options.epochs,
            strategy=options.strategy,
            devices=options.devices,
            resume=options.resume,
            as_json=options.json,
        )
    )


def _names(text: str | None) -> tuple[str, ...] | None:
    """The columns of `--features`: names between commas, in quotes where a name has a comma in it."""
    if text is None:
        return None
    return tuple(name.strip() for name in next(csv.reader([text], skipinitialspace=True), []) if name.strip())


def _screenshots(options: argparse.Namespace) -> int:
    missing = display.missing_libraries("offscreen")
    if missing:
        print(f"tapelab screenshots: {display.remedy(missing)}", file=sys.stderr)
        return FAILED
    try:
        _make_writable(options.folder)
    except OSError as error:
        print(f"tapelab screenshots: cannot write to {options.folder}: {error.strerror}", file=sys.stderr)
        return BAD_INPUT
    return _take_pictures(options.folder, options.language, options.theme)


def _menu(options: argparse.Namespace) -> int:
    from gui import menu_entry

    if not menu_entry.is_possible():
        print("tapelab menu: this system's menu takes no such entries; make a shortcut to tapelab-gui", file=sys.stderr)
        return FAILED
    try:
        paths = (menu_entry.remove if options.remove else menu_entry.add)(menu_entry.shared_data())
    except OSError as error:
        print(f"tapelab menu: cannot write to {error.filename}: {error.strerror}", file=sys.stderr)
        return FAILED
    for path in paths:
        print(f"{'Removed' if options.remove else 'Written'}: {path}")
    return DONE


def _make_writable(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _folder_for_pictures() -> Path:
    folder = Path("tapelab-pictures")
    try:
        _make_writable(folder)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="tapelab-pictures-"))
    return folder


def _take_pictures(folder: Path, language: str, theme: str) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from gui.screenshots import take

    try:
        take(folder, language=language, theme=theme)
    except OSError as error:
        print(f"tapelab: {error}", file=sys.stderr)
        return FAILED
    print(f"Pictures of the window: {folder.resolve()}")
    return DONE


def _run_apart(arguments: Sequence[str]) -> int:
    """In the frozen program, which has no other Python, it is its own child that loads a model."""
    sys.argv = [APART, *arguments]
    runpy.run_module(APART, run_name="__main__", alter_sys=True)
    return DONE


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and gives back its exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if getattr(sys, "frozen", False) and tuple(arguments[:2]) == ("-m", APART):
        return _run_apart(arguments[2:])
    if len(arguments) == 1 and arguments[0].lower().endswith(PROJECT_ENDING) and not arguments[0].startswith("-"):
        options = argparse.Namespace(action=_window, project=Path(arguments[0]))
    else:
        options = _parser().parse_args(arguments)
    try:
        code: int = options.action(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has had enough, as in `tapelab train | head -1`; Python must not flush into it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    return code


if __name__ == "__main__":
    sys.exit(main())
