"""The sheet on which a table of the user's own is opened, looked at, and made data to learn from."""

from gui.tabs.training.own_data.sheet import OwnDataSheet

__all__ = ["OwnDataSheet"]
