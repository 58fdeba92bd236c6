"""Attacks a share of all regular expressions: python -m tests.pattern_attack 0/4 100000 2.0 < units.json"""

from __future__ import annotations

import ast
import importlib
import json
import os
import pkgutil
import re
import signal
import sys
import time
from functools import cache
from pathlib import Path

import explorer

ROOT = Path(explorer.__file__).parents[1]
Place = tuple[str, int]  #: module, line
Key = tuple[str | bytes, int]  #: pattern, flags
WHOLE = 100_000  #: characters of an attack that is made whatever the first look says
GLANCE = 3_000  #: characters of the first, short look
CALLS = ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Late(Exception):
    """An attack has worked."""


def caught_while_loading() -> dict[Key, set[Place]]:
    """Every pattern that is compiled while all modules are loaded and all samples are read."""
    seen: dict[Key, set[Place]] = {}
    compile_ = re._compile

    def spy(pattern, flags):
        made = compile_(pattern, flags)
        frame = sys._getframe(1)
        while frame and frame.f_globals.get("__name__", "") == "re":
            frame = frame.f_back
        name = frame.f_globals.get("__name__", "") if frame else ""
        if name.startswith("explorer"):
            seen.setdefault((made.pattern, made.flags), set()).add((name, frame.f_lineno))
        return made

    re._compile = spy
    try:
        _load_all()
        _read_samples()
    finally:
        re._compile = compile_
    return seen


def _load_all() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for module in pkgutil.walk_packages(explorer.__path__, "explorer."):
        if module.name != "explorer.__main__":
            importlib.import_module(module.name)


def _read_samples() -> None:
    import tempfile
    from contextlib import closing

    from explorer.pipeline.plan import Input, plan
    from explorer.store import Store

    samples = sorted((ROOT / "tests" / "data" / "importers").rglob("*"))
    inputs = [Input(p.name, p.name, p.read_bytes()) for p in samples if p.is_file()]
    with tempfile.TemporaryDirectory() as folder, closing(Store(Path(folder) / "a.pelib")) as store:
        plan(store.reader, inputs)


@cache
def written() -> tuple[tuple[str, ast.Call, ast.Module], ...]:
    """(module, call, its file) of every call of ``re`` in the project."""
    found = []
    for path in sorted((ROOT / "explorer").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(tree):
            function = node.func if isinstance(node, ast.Call) else None
            known = isinstance(function, ast.Attribute) and function.attr in CALLS
            if known and ast.unparse(function.value) == "re":
                found.append((name, node, tree))
    return tuple(found)


def collect() -> tuple[dict[Key, set[Place]], list[str]]:
    """All patterns with their places, and the calls whose pattern nobody saw."""
    seen = caught_while_loading()
    places = {place for found in seen.values() for place in found}
    escaped = []
    for name, call, _ in written():
        lines = range(call.lineno, (call.end_lineno or call.lineno) + 1)
        if any((name, line) in places for line in lines):
            continue
        made = _made(name, call)
        if made is None:
            escaped.append(f"{name}:{call.lineno}")
        else:
            seen.setdefault((made.pattern, made.flags), set()).add((name, call.lineno))
    return seen, escaped


def _made(name: str, call: ast.Call) -> re.Pattern | None:
    """The pattern of a call inside a function, where it depends on names of the module only."""
    scope = vars(importlib.import_module(name))
    try:
        pattern = eval(compile(ast.Expression(call.args[0]), name, "eval"), scope)  # noqa: S307  our own source
    except NameError:
        return None
    return pattern if isinstance(pattern, re.Pattern) else re.compile(pattern)


def anchored() -> set[Place]:
    """Where a pattern is defined that is only ever matched at the start of a text."""
    trees = {name: tree for name, _, tree in written()}
    used = {name: _uses(tree) for name, tree in trees.items()}
    found: set[Place] = set()
    for name, tree in trees.items():
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                constant = node.targets[0].id
                homes = {other for other in used if other == name or (name, constant) in used[other][1]}
                ways = set().union(*(used[other][0].get(constant, set()) for other in homes))
                if ways and ways <= {"match", "fullmatch"}:
                    found |= {(name, line) for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    return found


def _uses(tree: ast.Module) -> tuple[dict[str, set[str]], set[tuple[str, str]]]:
    """(what is done with each name of a module: names of methods, "?" for anything else; what it imports)."""
    nodes = list(ast.walk(tree))
    ways = {node.value: node.attr for node in nodes if isinstance(node, ast.Attribute)}
    done: dict[str, set[str]] = {}
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            done.setdefault(node.id, set()).add(ways.get(node, "?"))
    brought = (node for node in nodes if isinstance(node, ast.ImportFrom))
    return done, {(node.module or "", alias.name) for node in brought for alias in node.names}


def attack(key: Key, at_start: bool, units: list[list[str]], length: int, most_s: float) -> str:
    """The attack that a pattern is slow on, or "".

    One that is quicker over a short text than what is quadratic would be is spared the next longer one.
    """
    pattern = re.compile(*key)
    glance_s = most_s * (GLANCE / length) ** 2 if length < WHOLE else 0.0
    for unit in units:
        if _seconds(pattern, at_start, _shot(pattern, unit, GLANCE), most_s) < glance_s:
            continue
        took = _seconds(pattern, at_start, _shot(pattern, unit, length), most_s)
        if took >= most_s:
            return f"{pattern.pattern!r:.120} on {unit[0] + unit[1]!r:.20}: {took:.1f} s"
    return ""


def _shot(pattern: re.Pattern, attacked: list[str], length: int) -> str | bytes:
    head, unit, tail = attacked
    text = head + unit * (length // len(unit)) + tail
    return text.encode("utf-8", "surrogatepass") if isinstance(pattern.pattern, bytes) else text


def _seconds(pattern: re.Pattern, at_start: bool, text: str | bytes, most_s: float) -> float:
    """How long the pattern works on a text; it is stopped after ``most_s``."""
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, most_s)
    try:
        _use(pattern, at_start, text)
    except _Late:
        return max(most_s, time.process_time() - begun)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - begun


def _use(pattern: re.Pattern, at_start: bool, text: str | bytes) -> None:
    if at_start:
        pattern.match(text)
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass


def _late(*_: object) -> None:
    raise _Late


def main() -> None:
    share, length, most_s = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    first, step = map(int, share.split("/"))
    units = json.load(sys.stdin)
    signal.signal(signal.SIGVTALRM, _late)
    seen, escaped = collect()
    at_start = anchored()
    keys = sorted(seen, key=repr)
    slow = [attack(key, seen[key] <= at_start, units, length, most_s) for key in keys[first::step]]
    told = {"patterns": [repr(key) for key in keys], "slow": [s for s in slow if s], "escaped": escaped}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
