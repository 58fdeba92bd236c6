"""The classes of Acts stand on each other: one goes on from another, none takes its place by accident."""

import ast
import inspect
import textwrap
from functools import cache

from explorer.ui.acts import Acts

CHAIN = [part for part in Acts.__mro__ if part.__module__.startswith("explorer.")]


def test_a_method_that_two_classes_of_acts_have_goes_on_from_the_first_or_fills_its_empty_place():
    taken = [
        f"{part.__name__}.{name} takes the place of {older.__name__}.{name}"
        for place, part in enumerate(CHAIN)
        for older in CHAIN[place + 1 :]
        for name, method in methods(part).items()
        if name in methods(older) and not goes_on(method, name) and not is_empty(methods(older)[name])
    ]
    assert not taken, "\n".join(taken)


def test_what_one_class_of_acts_keeps_no_other_writes():
    kept = {}
    for part in CHAIN:
        for name in written(part):
            kept.setdefault(name, []).append(part.__name__)
    assert not {name: parts for name, parts in kept.items() if len(parts) > 1}
    assert "_window" in kept and not set(kept) & {name for part in CHAIN for name in methods(part)}


@cache
def body_of(part):
    return ast.parse(textwrap.dedent(inspect.getsource(part))).body[0]


@cache
def methods(part):
    """Name → syntax tree of each method that the class itself has."""
    return {node.name: node for node in body_of(part).body if isinstance(node, ast.FunctionDef)}


def goes_on(method, name):
    """Whether the method calls the one that it stands before."""
    return f"super().{name}(" in ast.unparse(method)


def is_empty(method):
    """Whether the method is a docstring only: a place for another class to fill."""
    return len(method.body) == 1 and ast.get_docstring(method) is not None


def written(part):
    """Names of what the class writes into itself."""
    return {
        node.attr
        for node in ast.walk(body_of(part))
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and ast.unparse(node.value) == "self"
    }
