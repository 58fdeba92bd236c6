"""No regular expression of ours takes long on a text made to hurt it, however it came to be compiled.

Every pattern is caught as it is compiled, while all modules are loaded; those compiled inside functions
are made from their source text where they can be, and every sample is read for the rest. A pattern that is
only ever matched at the start of a text is attacked there, all others anywhere in it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
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


def _attack(share: int, length: int, most_s: float) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "tests.pattern_attack", f"{share}/{SHARES}", str(length), str(most_s)]
    run = subprocess.run(
        command, cwd=ROOT, input=json.dumps(UNITS), capture_output=True, text=True, check=True, timeout=600
    )
    return json.loads(run.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("share", range(SHARES))
def test_no_pattern_is_slow_on_an_attack(share: int) -> None:
    assert _attack(share, 100_000, MOST_S)["slow"] == []


@pytest.mark.slow
def test_every_place_that_compiles_is_caught() -> None:
    told = _attack(0, 10, MOST_S)
    assert [place for place in told["escaped"] if not place.startswith(OWN_WORDS)] == []
    assert len(told["patterns"]) > 500


def test_there_are_fifty_attacks() -> None:
    assert len(UNITS) == 50
