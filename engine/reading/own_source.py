"""The lines of a program that read the user's own table, for use outside."""

from __future__ import annotations

from engine.reading.cells import GAPS
from engine.reading.column import number_label
from engine.reading.source import FileSource, PastedSource
from engine.reading.table import Table


def own_source(
    table: Table,
    features: tuple[int, ...],
    target: int,
    labels: tuple[float | str, ...],
    fills: bool,
    standardises: bool,
) -> tuple[str, ...]:
    """From the table to `inputs` and `targets`. features, target: the columns, from 0. labels: the classes."""
    has_numbers = all(isinstance(label, float) for label in labels)
    classes: list[float | str] = list(labels)
    if not has_numbers:
        classes = [label if isinstance(label, str) else number_label(label) for label in labels]
    if table.layout is None:
        return _typed_source(table, features, target, classes, fills, standardises)
    gapless = target if fills else sorted({*features, target})
    lines = [
        "import csv",
        "",
        *_opening(table),
        "rows = [[cell.strip() for cell in row] for row in rows if any(row)]",
    ]
    if table.layout.has_header:
        lines.append("del rows[0]  # the names of the columns")
    lines += [*_gaps(), f"features, target = {list(features)}, {target}"]
    if fills:
        lines.append("rows = [row for row in rows if row[target].lower() not in gaps]")
    else:
        lines.append(f"needed = {gapless}")
        lines.append("rows = [row for row in rows if not any(row[c].lower() in gaps for c in needed)]")
    lines += ["", "", "def number(cell):", f"    return float({_plain(table)})", "", ""]
    if fills:
        lines += [
            "def number_or_nan(cell):",
            "    return np.nan if cell.lower() in gaps else number(cell)",
            "",
            "",
            "inputs = np.array([[number_or_nan(row[c]) for c in features] for row in rows])",
            "inputs = np.where(np.isnan(inputs), np.nanmean(inputs, axis=0), inputs)",
        ]
    else:
        lines.append("inputs = np.array([[number(row[c]) for c in features] for row in rows])")
    value = "number(row[target])" if has_numbers else "row[target]"
    return (
        *lines,
        *_standardising(standardises),
        'inputs = inputs.astype("float32")',
        f"classes = {classes!r}",
        f'targets = np.array([[classes.index({value})] for row in rows], "float32")',
    )


def _typed_source(
    table: Table, features: tuple[int, ...], target: int, classes: list[float | str], fills: bool, standardises: bool
) -> tuple[str, ...]:
    """Of a table in Parquet, which says itself what is a number."""
    assert isinstance(table.source, FileSource)
    kind, strip = ("String", ".str.strip_chars()") if isinstance(classes[0], str) else ("Float64", "")
    lines = [
        "import polars as pl",
        "",
        f"# The table in {table.source.name.encode('ascii', 'replace').decode()}",
        f"table = pl.read_parquet({str(table.source.path.absolute())!r}, glob=False)",
        f"features, target = {list(features)}, {target}",
        "inputs = table[:, features].cast(pl.Float64).to_numpy()",
        f"labels = table[:, target].cast(pl.{kind}){strip}.to_list()",
        f"classes = {classes!r}",
        "kept = np.array([label in classes for label in labels])",
    ]
    if fills:
        lines += [
            "inputs = np.where(np.isnan(inputs), np.nanmean(inputs[kept], axis=0), inputs)[kept]",
            "labels = [label for label in labels if label in classes]",
        ]
    else:
        lines += [
            "kept &= ~np.isnan(inputs).any(axis=1)",
            "inputs, labels = inputs[kept], [label for label, stays in zip(labels, kept) if stays]",
        ]
    return (
        *lines,
        *_standardising(standardises),
        'inputs = inputs.astype("float32")',
        'targets = np.array([[classes.index(label)] for label in labels], "float32")',
    )


def _standardising(standardises: bool) -> tuple[str, ...]:
    if not standardises:
        return ()
    return (
        "spread = inputs.std(axis=0)",
        "inputs = (inputs - inputs.mean(axis=0)) / np.where(spread > 0, spread, 1)",
    )


def _opening(table: Table) -> list[str]:
    source, layout = table.source, table.layout
    assert layout is not None
    delimiter = f"delimiter={layout.delimiter!r}"
    if isinstance(source, PastedSource):
        return [
            "# The table that was pasted",
            f"text = {_quoted(source.text)}",
            f"rows = csv.reader(text.splitlines(keepends=True), {delimiter})",
        ]
    return [
        f"# The table in {source.name.encode('ascii', 'replace').decode()}",
        f"with open({str(source.path.absolute())!r}, encoding={layout.codec!r}, newline='') as file:",
        f"    rows = list(csv.reader(file, {delimiter}))",
    ]


def _quoted(text: str) -> str:
    """A literal of the text, over several lines where that is easier to read."""
    is_plain = text.replace("\n", "").replace("\t", "").isprintable()
    if not is_plain or '"""' in text or "\\" in text or text.endswith('"'):
        return repr(text)
    return f'"""{text}"""'


def _gaps() -> list[str]:
    words = sorted(GAPS)
    half = len(words) // 2
    first, second = (", ".join(map(repr, part)) for part in (words[:half], words[half:]))
    return [f"gaps = {{{first},", f"        {second}}}"]


def _plain(table: Table) -> str:
    """A cell's number as Python writes it."""
    assert table.layout is not None
    return 'cell.replace(".", "").replace(",", ".")' if table.layout.decimal == "," else 'cell.replace(",", "")'
