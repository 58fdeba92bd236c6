"""Regular expressions that meet whole texts take little time on texts made to hurt them.

Those of importers, text and pipeline are mostly anchored on short pieces: their readers are
attacked as a whole in tests/drawers and test_hostile_files.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("exporters", "compute", "store", "questions", "graph")
PATIENCE_S = 2.0  #: for one pattern over one text of 100,000 characters
RUN = """
import importlib, json, pkgutil, re, sys, time
package, patience = sys.argv[1], float(sys.argv[2])
UNITS = json.loads(sys.stdin.read())
root = importlib.import_module(f"explorer.{package}")
prefix = f"explorer.{package}"
names = [prefix, *(m.name for m in pkgutil.walk_packages(root.__path__, prefix + "."))]
found = {}
for name in names:
    for key, value in sorted(vars(importlib.import_module(name)).items()):
        if isinstance(value, re.Pattern):
            found.setdefault(id(value), (f"{name}.{key}", value))
slow = []
for name, pattern in found.values():
    for head, unit, tail in UNITS:
        text = head + unit * (100_000 // len(unit)) + tail
        text = text.encode("utf-8", "surrogatepass") if isinstance(pattern.pattern, bytes) else text
        begun = time.process_time()
        for hit in pattern.finditer(text):
            if time.process_time() - begun > patience:
                break
        took = time.process_time() - begun
        if took > patience:
            slow.append((name, unit[:12], round(took, 1)))
            break
print(json.dumps([len(found), slow]))
"""
UNITS = [
    *(
        ("", unit, "!")
        for unit in ("a", "A", "1", " ", "\n", "\t", "-", "_", ".", ",", ":", "/", "\\", '"', "'", "*")
    ),
    *(
        ("", unit, "")
        for unit in ("#", "[", "(", "{", "<", "&", "|", "$", "\u3000", "あ", "ア", "漢", "（", "「", "・")
    ),
    *(
        ("", unit, "!")
        for unit in ("a ", "A a", "a.", "a-", "A. ", "1.", "1, ", "a, ", " \n", "\\a", "<a ", "&#1;")
    ),
    ("https://", "a.", "!"),
    ("arXiv:", "1", "x"),
    ("@article{a, title = {", "{a", ""),
    ("[", "a](", ""),
    ("<!--", "-", ""),
    ("“", "and ", "\x00"),
    ("(", "ICML 2024 ", ""),
]


@pytest.mark.slow
@pytest.mark.parametrize("package", PACKAGES)
def test_no_pattern_is_slow_on_an_attack(package: str) -> None:
    command = [sys.executable, "-c", RUN, package, str(PATIENCE_S)]
    run = subprocess.run(
        command, cwd=ROOT, input=json.dumps(UNITS), capture_output=True, text=True, check=True, timeout=600
    )
    _, slow = json.loads(run.stdout)
    assert not slow


def test_there_are_fifty_attacks() -> None:
    assert len(UNITS) == 50
