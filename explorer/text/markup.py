"""What a text says to a reader of words: without the HTML and the addresses that stand in it."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ATTRIBUTE: Final = r"\s+[A-Za-z][\w:.-]*\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+)"
_NAMES: Final = (
    "a|abbr|article|aside|b|big|blockquote|body|br|caption|center|cite|code|dd|del|div|dl|dt|em|figcaption|"
    "figure|font|footer|h[1-6]|head|header|hr|html|i|image|img|ins|jats:[a-z-]+|kbd|li|link|main|mark|meta|"
    "mml:[a-z-]+|nav|ol|p|pre|q|s|samp|section|small|span|strike|strong|sub|sup|svg|table|tbody|td|tfoot|th|"
    "thead|title|tr|tt|u|ul|var|video|wbr"
)
#: attributes have values, so that “if a <b and c> d” stays
_TAG: Final = re.compile(rf"<!--[^<>]*-->|</?(?:{_NAMES})(?:{_ATTRIBUTE}){{0,20}}\s*/?>", re.I)
_INLINE: Final = re.compile(
    r"</?(?:jats:)?(?:a|abbr|b|big|bold|em|font|i|italic|small|span|strong|sub|sup|tt|u|wbr)\b", re.I
)
#: ASCII alone: Japanese and Chinese words may follow without a space
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[!#-&(-;=?-~]+", re.I)
_MOST_TIMES: Final = 3  #: that a text may have been escaped, one within the other


def without_markup(text: str) -> str:
    """A text without tags, with the characters that its entities stand for, for counting its words.

    What only looks like a tag stays: a formula, and a name between angle brackets that HTML does not know.

    >>> without_markup("<p>R&amp;D of <em>sparse</em> nets<br/>at https://example.org/em</p>").split()
    ['R&D', 'of', 'sparse', 'nets', 'at']
    """
    for _ in range(_MOST_TIMES):
        if "&" not in text or (decoded := _ENTITY.sub(lambda found: unescape(found[0]), text)) == text:
            break
        text = decoded
    if "<" in text:
        text = _TAG.sub(lambda tag: "" if _INLINE.match(tag[0]) else " ", text)
    return _ADDRESS.sub(" ", text).replace("\xa0", " ")
