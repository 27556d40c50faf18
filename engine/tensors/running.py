"""Runs lines and recipes: each gives a new tensor for the workspace, and what the program writes for it."""

from __future__ import annotations

from engine.errors import QT_TRANSLATE_NOOP
from engine.expressions.error import ExpressionError
from engine.expressions.evaluation import evaluate
from engine.expressions.source import tensorflow_source
from engine.expressions.tree import names_in
from engine.tensors.lines import Line
from engine.tensors.making import make, recipe_code
from engine.tensors.names import checked_name, next_name
from engine.tensors.protocol import Make
from engine.tensors.shapes import MOST_DIMENSIONS
from engine.tensors.twins import line_twin, recipe_twin
from engine.tensors.workspace import Item, Step, Workspace


def run(line: Line, workspace: Workspace) -> Item:
    """Computes a line with the tensors of the workspace. Raises `ExpressionError`."""
    items = {name: workspace.items[name] for name in names_in(line.tree)}
    operands = {name: item.tensor for name, item in items.items()}
    tensor = evaluate(line.tree, operands)
    if tensor.shape.rank > MOST_DIMENSIONS:
        template = QT_TRANSLATE_NOOP("engine", "A tensor may have {most} dimensions here, not {found}.")
        raise ExpressionError(line.tree.column, template, most=MOST_DIMENSIONS, found=tensor.shape.rank)
    name = line.target or next_name(workspace.items)
    floating = [tensor.dtype.name for tensor in operands.values() if tensor.dtype.is_floating]
    source = tensorflow_source(line.right, floating[0] if floating else "float32", alone=not line.operator)
    code = f"{name} {line.operator}= {source}"
    step = Step(workspace.next_number(), name, code, (), tuple(item.step for item in items.values()))
    text = line.text if line.target else f"{name} = {line.text}"
    twin = line_twin(line, name, operands, {name: item.twin for name, item in items.items()})
    return Item(name, text, tensor, step, line.tree, operands, twin)


def make_item(command: Make, workspace: Workspace) -> Item:
    """Makes a tensor from a recipe. Raises `InputError`."""
    name = checked_name(command.name) if command.name.strip() else next_name(workspace.items)
    tensor = make(command.recipe)
    before, expression = recipe_code(command.recipe)
    code = f"{name} = {expression}"
    step = Step(workspace.next_number(), name, code, before, ())
    return Item(name, code, tensor, step, command.recipe, {}, recipe_twin(command.recipe))
