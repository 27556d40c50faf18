"""Errors that nobody caught: logged, and handed to whoever shows them; never swallowed."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal

log = logging.getLogger("tapelab")


class ExceptionHook(QObject):
    """Python calls the hook in the thread that raised; the signal takes it to the thread of its receivers."""

    raised = Signal(str)  # the error in one line

    def install(self) -> None:
        """Hears from now on of every error that nobody caught, in Qt's slots and in threads too."""
        sys.excepthook = self._report
        threading.excepthook = self._report_thread

    def remove(self) -> None:
        """Leaves such errors to Python again."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.critical("an error that nobody caught", exc_info=(kind, error, trace))
        self.raised.emit(f"{kind.__name__}: {error}")

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._report(args.exc_type, args.exc_value, args.exc_traceback)
