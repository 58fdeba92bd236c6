"""Which writing a character or a text is in."""

from __future__ import annotations

import re

SCRIPTS = ("latin", "kana", "han", "hangul", "cyrillic", "greek")

LATIN = r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff"
KANA = r"\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
HAN = (
    r"\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
HANGUL = r"\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff"
CJK = KANA + HAN + HANGUL + r"\u3105-\u312f"  #: scripts written without spaces between words, and Hangul

_RUNS = {
    "latin": re.compile(f"[{LATIN}]+"),
    "kana": re.compile(f"[{KANA}]+"),
    "han": re.compile(f"[{HAN}]+"),
    "hangul": re.compile(f"[{HANGUL}]+"),
    "cyrillic": re.compile(r"[\u0400-\u052f]+"),
    "greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]+"),
}


def script_counts(text: str) -> dict[str, int]:
    """How many characters each of SCRIPTS has in the text."""
    if text.isascii():
        return dict.fromkeys(SCRIPTS, 0) | {"latin": sum(map(len, _RUNS["latin"].findall(text)))}
    return {name: sum(map(len, runs.findall(text))) for name, runs in _RUNS.items()}


def script_of_text(text: str) -> str:
    """The one script of a name, "mixed" where it has several, "other" where it has no letter.

    Kana and Han together count as Japanese writing: "kana".
    """
    present = {name for name, count in script_counts(text).items() if count}
    if present == {"kana", "han"}:
        return "kana"
    if len(present) > 1:
        return "mixed"
    return present.pop() if present else "other"
