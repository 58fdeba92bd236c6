"""Words that several parts of the window use: kinds, counts, dates. All of them are translated."""

from __future__ import annotations

import html

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from explorer.model import NodeKind

#: NodeKind -> (one, several)
_KINDS = {
    NodeKind.PAPER: (QT_TRANSLATE_NOOP("Words", "paper"), QT_TRANSLATE_NOOP("Words", "papers")),
    NodeKind.PERSON: (QT_TRANSLATE_NOOP("Words", "person"), QT_TRANSLATE_NOOP("Words", "people")),
    NodeKind.EDITION: (QT_TRANSLATE_NOOP("Words", "edition"), QT_TRANSLATE_NOOP("Words", "editions")),
    NodeKind.ISSUE: (QT_TRANSLATE_NOOP("Words", "digest"), QT_TRANSLATE_NOOP("Words", "digests, talks")),
    NodeKind.CONCEPT: (QT_TRANSLATE_NOOP("Words", "method"), QT_TRANSLATE_NOOP("Words", "methods")),
    NodeKind.TAG: (QT_TRANSLATE_NOOP("Words", "trend"), QT_TRANSLATE_NOOP("Words", "trends")),
    NodeKind.DOCUMENT: (QT_TRANSLATE_NOOP("Words", "document"), QT_TRANSLATE_NOOP("Words", "documents")),
}
#: kinds in the order of the panels
KIND_ORDER = (
    NodeKind.PAPER,
    NodeKind.CONCEPT,
    NodeKind.EDITION,
    NodeKind.ISSUE,
    NodeKind.PERSON,
    NodeKind.TAG,
    NodeKind.DOCUMENT,
)


def translated(context: str, text: str) -> str:
    """A text that was marked with QT_TRANSLATE_NOOP, in the language of the interface."""
    return QCoreApplication.translate(context, text)


def kind_name(kind: NodeKind, several: bool = False) -> str:
    """ "method" or "methods"."""
    return translated("Words", _KINDS[kind][several])


_LANGUAGES = {"en": "English", "ja": "日本語", "zh": "中文", "ko": "한국어"}


def language_name(code: str) -> str:
    """A language in its own words: "日本語"; the code where there are none."""
    return _LANGUAGES.get(code, code)


def number(value: int) -> str:
    """A count with the separators of the language: 29,957."""
    here = QLocale()
    if here.language() == QLocale.Language.C:  # a bare system: C would write 29957
        here = QLocale(QLocale.Language.English)
    return here.toString(value)


def counted(count: int, one: str, several: str) -> str:
    """ "1 link" or "27 links"; the words are translated already, with ``{n}`` for the number."""
    return (one if count == 1 else several).format(n=number(count))


def plain_tip(text: str) -> str:
    """``text`` for a tooltip, which would read markup in it: what looks like some is wrapped and escaped."""
    if "<" not in text and "&" not in text:
        return text
    return f'<p style="white-space: pre-wrap">{html.escape(text)}</p>'


def no_mnemonic(text: str) -> str:
    """``text`` for a button, a tab or a menu, where “&” would underline the next letter."""
    return text.replace("&", "&&")
