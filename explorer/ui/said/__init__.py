"""What the layers below the window say in English, in the language of the interface.

They know no Qt: labels of parts, undo steps and errors come as finished English sentences, and steps are
kept so in the library. Here a sentence is found again among the templates of ``said_words``,
``said_steps`` and ``said_network``, and its translation is filled with the values that stood in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QCoreApplication

from explorer.model.changes import label_of
from explorer.ui.said.examples import EXAMPLES
from explorer.ui.said.intake import INTAKE
from explorer.ui.said.network import NETWORK
from explorer.ui.said.snapshots import SNAPSHOTS
from explorer.ui.said.steps import STEPS
from explorer.ui.said.trends import TRENDS
from explorer.ui.said.words import WORDS
from explorer.ui.sentences import sentence_again

_IN = "Said"
_SAID = (*WORDS, *STEPS, *NETWORK, *INTAKE, *TRENDS, *EXAMPLES, *SNAPSHOTS)
_PLACE = re.compile(r"\{([a-z]+)\}")
_NUMBERS = ("n", "m")  #: places of numbers: digits with separators
_ASIDE = " · "  #: between the parts of a quiet line


def worded(text: str) -> str:
    """A word or sentence of a layer below in the language of the interface; what is unknown as it is.

    Places called ``what`` and ``why`` hold words of those layers again, ``statement`` a sentence of an edge;
    all others hold names and numbers, which stay as they are. What is told of a step that has been done
    ("Tagged 2 papers") is said as the step is, in languages that know it.
    """
    if text in _plain():
        return QCoreApplication.translate(_IN, text)
    label = label_of(text)
    if label != text and (step := worded(label)) != label:
        return step
    for template, pattern in _templates():
        found = pattern.fullmatch(text)
        if found:
            values = {name: _value(name, value) for name, value in found.groupdict().items()}
            return QCoreApplication.translate(_IN, template).format(**values)
    return text


def worded_line(text: str) -> str:
    """The same for each part of a quiet line: "method · first seen 2024-05-01"."""
    return _ASIDE.join(worded(part) for part in text.split(_ASIDE))


def worded_list(text: str, between: str = ", ") -> str:
    """The same for each part of a list."""
    return between.join(worded(part) for part in text.split(between))


def _value(name: str, value: str) -> str:
    if name in ("what", "why"):
        return worded_list(value, "; ")
    return sentence_again(value) if name == "statement" else value


@cache
def _plain() -> frozenset[str]:
    return frozenset(text for text in _SAID if not _PLACE.search(text))


@cache
def _templates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Templates with their patterns, those with most words of their own first."""
    wanted = [text for text in _SAID if _PLACE.search(text)]
    wanted.sort(key=lambda text: -len(_PLACE.sub("", text)))
    return tuple((text, re.compile("".join(_pattern(text)), re.S)) for text in wanted)


def _pattern(template: str) -> Iterator[str]:
    for index, piece in enumerate(_PLACE.split(template)):
        if index % 2:
            yield f"(?P<{piece}>{'[0-9][0-9.,]*' if piece in _NUMBERS else '.+?'})"
        else:
            yield re.escape(piece)
