"""A project: what every tab shows, and how it came about, in one file that ends in `.tapelab`.

The file is JSON in UTF-8, at most `reading.MOST_BYTES` long:

    {"format": "tapelab", "version": 1, "written_by": "TapeLab 0.4.0", "tab": "training", "tabs": {"training": {…}, …}}

version: of the format; a file of a newer one is not opened, and the sentence says so; one of an older one is brought
up to date (`migrations`). tab: the key of the one in front. tabs: by key, what each tab keeps; a tab that is left out
is as it is when TapeLab is new.

What a tab keeps is a frozen dataclass of its own, its *state* (`gui/tabs/*/state.py`), written by `codec`: an object
with an entry for each field, and under "is" the name of the dataclass, which may be left out where only one can stand.
What is left out has its default. Nothing but what the dataclasses say is read: an entry that is not known, a number
that is not finite, a value of another type, a key that comes twice, all are refused with the place where they stand, as
in `tabs.training.choices.learning_rate`.

A state holds choices and commands, such as `e = matmul(a, b)` of the tensor tab, no results and no code: opening a
project gives the commands to the same laboratories that a learner's own hand gives them to, which read every formula by
`engine.expressions` and know nothing else. The one path that is followed is that of a table of the user's own; where
it is gone, the table is looked for beside the project, under the last parts of that path, and what is found is learned
from only if it is the same (a digest says so). A table that was pasted is inside, one that comes with TapeLab has its
name there. The path of a model's file is a name in the program that is shown, and its weights are inside.
"""

from engine.project.codec import plain, typed
from engine.project.document import ENDING, Project
from engine.project.files import read_project, write_project

__all__ = ["ENDING", "Project", "plain", "read_project", "typed", "write_project"]
