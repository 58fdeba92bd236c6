"""The acts stand in groups beside each other: commands name them, and none reaches into another."""

import ast
import inspect
from pathlib import Path

import pytest

import explorer.ui.acts
from explorer.ui.acts import Acts
from explorer.ui.acts.group import ActGroup
from explorer.ui.commands import COMMANDS
from explorer.ui.workspace import Notice

FILES = sorted(Path(explorer.ui.acts.__file__).parent.glob("*.py"))


@pytest.fixture
def acts(make_window):
    return make_window().acts


def test_every_command_names_a_method_that_takes_what_it_is_given(acts):
    for command in COMMANDS:
        group, method = command.run.split(".")
        run = getattr(getattr(acts, group), method)
        given = (command.given,) if command.given else ()
        inspect.signature(run).bind(*given)
        assert not method.startswith("_"), command.id


def test_every_group_stands_once_and_says_what_it_tells(acts, qtbot):
    groups = [part for part in vars(acts).values() if isinstance(part, ActGroup)]
    assert {type(group) for group in groups} == set(ActGroup.__subclasses__())
    for group in groups:
        with qtbot.waitSignal(acts.told, timeout=100):
            group.told.emit(Notice("heard"))


def test_no_group_stands_on_another():
    assert all(part.__bases__ == (ActGroup,) for part in ActGroup.__subclasses__())


def test_a_command_runs_its_method_with_what_it_is_given(acts, monkeypatch):
    given = []
    monkeypatch.setattr(acts.views, "set_depth", given.append)
    acts.run("views.set_depth", 3)
    assert given == [3]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_group_reaches_into_no_other(path):
    private = [
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and "_acts." in ast.unparse(node.value)
    ]
    assert not private


def test_acts_have_no_verbs_of_their_own():
    own = {name for name, part in vars(Acts).items() if inspect.isfunction(part)}
    assert own == {"__init__", "listen", "run", "require", "missing"}
