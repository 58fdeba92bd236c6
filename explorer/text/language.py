"""Language of a text by the scripts it is written in: enough to tell English, Japanese and Chinese apart."""

from __future__ import annotations

from explorer.text.scripts import script_counts

_LATIN_PER_WORD = 5.0
_CJK_PER_WORD = 2.0
_FOREIGN_SHARE = 0.1  #: of the words: an English text that quotes a name
_NATIVE_SHARE = 0.3  #: of the words: Japanese and Chinese papers are full of Latin names
_KANA_SHARE = 0.15  #: of the CJK characters: a Chinese text that quotes a Japanese word stays below


def language_of(text: str) -> str:
    """ "en", "ja", "zh", "mixed", or "" for a text without letters.

    Kana decides for Japanese; Han alone is taken for Chinese (a short Japanese
    heading may be all Han: see ``language_in``).
    """
    counts = script_counts(text)
    cjk = counts["kana"] + counts["han"]
    cjk_words, latin_words = cjk / _CJK_PER_WORD, counts["latin"] / _LATIN_PER_WORD
    if not cjk and not counts["latin"]:
        return ""
    share = cjk_words / (cjk_words + latin_words)
    if share < _FOREIGN_SHARE:
        return "en"
    if share < _NATIVE_SHARE:
        return "mixed"
    return "ja" if counts["kana"] >= _KANA_SHARE * cjk else "zh"


def language_in(text: str, document: str) -> str:
    """Language of a piece of a document in the language ``document``: "en", "ja", "zh" or "".

    Han in a Japanese document is Japanese, and a mixture counts as the document's language.
    """
    own = language_of(text)
    if own == "zh" and document == "ja":
        return "ja"
    if own == "mixed":
        return document if document in ("ja", "zh", "en") else ""
    return own
