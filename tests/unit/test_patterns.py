"""No regular expression of ours takes long on a text made to hurt it, however it came to be compiled.

Every pattern is caught as it is compiled, while all modules are loaded; those compiled inside functions
are made from their source text where they can be, and every sample is read for the rest. A pattern that is
only ever matched at the start of a text is attacked there, all others anywhere in it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: texts of 100,000 characters, which takes three minutes; a fifth of that shows what is quadratic as well
IS_WHOLE = os.environ.get("EXPLORER_PATTERNS") == "all"
SHARES = 4  #: processes one after the other; a hanging pattern fails its share
#: made of the window's own translated sentences, and of one escaped word of a rule between two looks
OWN_WORDS = ("explorer.ui.said:", "explorer.ui.sentences:", "explorer.text.rule_words:")
MOST_S = 2.0  #: for one pattern over one text of 100,000 characters, in processor time
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


def _attack(share: str, length: int, most_s: float) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "tests.pattern_attack", share, str(length), str(most_s)]
    run = subprocess.run(
        command, cwd=ROOT, input=json.dumps(UNITS), capture_output=True, text=True, check=True, timeout=600
    )
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def told() -> list[dict[str, list[str]]]:
    if IS_WHOLE:
        return [_attack(f"{share}/{SHARES}", 100_000, MOST_S) for share in range(SHARES)]
    return [_attack("0/1", 20_000, MOST_S / 8)]


@pytest.mark.slow
def test_no_pattern_is_slow_on_an_attack(told: list[dict[str, list[str]]]) -> None:
    assert [line for share in told for line in share["slow"]] == []


@pytest.mark.slow
def test_every_place_that_compiles_is_caught(told: list[dict[str, list[str]]]) -> None:
    assert [place for place in told[0]["escaped"] if not place.startswith(OWN_WORDS)] == []
    assert len(told[0]["patterns"]) > 500


def test_there_are_fifty_attacks() -> None:
    assert len(UNITS) == 50
