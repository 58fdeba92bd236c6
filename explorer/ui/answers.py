"""Answers that the window puts together from several questions, and the records that carry them."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.errors import NotFound
from explorer.graph.scene import Scene
from explorer.questions.evidence import Statement
from explorer.questions.explain import explain
from explorer.questions.passport import Passport, passport


@dataclass(frozen=True, slots=True)
class Shown:
    """A scene, and whether the camera stays where it is."""

    scene: Scene
    keep_camera: bool


@dataclass(frozen=True, slots=True)
class Between:
    """What is said between two nodes."""

    names: tuple[str, str]
    statements: tuple[Statement, ...]


def passport_or_none(reader, node: int) -> Passport | None:
    """The passport of a node, or None where an undo has taken it away."""
    try:
        return passport(reader, node)
    except NotFound:
        return None


def between(reader, pair: tuple[int, int], names: tuple[str, str]) -> Between:
    """Everything that is said between two nodes."""
    return Between(names, explain(reader, *pair))
