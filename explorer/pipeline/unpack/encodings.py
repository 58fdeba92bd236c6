"""Which encoding a text is in, where neither a byte-order mark nor UTF-8 says so."""

from __future__ import annotations

import codecs
import re
from typing import Final

from explorer.model import Issue
from explorer.pipeline.unpack.taken import Taken, take
from explorer.text.scripts import HAN, KANA

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: what a label means in practice: the superset that its writers use
_MEANT: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "hz",
    "shift_jis": "cp932",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "big5": "cp950",
}
_NAMES: Final = {
    "cp932": "Shift-JIS",
    "euc_jp": "EUC-JP",
    "gb18030": "GB18030",
    "cp950": "Big5",
    "cp1252": "Latin-1",
    "iso2022_jp": "ISO-2022-JP",
}
_STATED = re.compile(
    rb"(?:<meta[^<>]{0,200}?charset\s?=\s?|<\?xml[^<>]{0,80}?encoding\s?=\s?)[\"']?([\w-]{2,30})", re.I
)
_HEAD_BYTES = 4_000
_SAMPLE_BYTES = 200_000
_KANA = re.compile(f"[{KANA}]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_HAN = re.compile(f"[{HAN}]")
_LONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")
_HIGH = re.compile(rb"[\x80-\xff]")
_DAMAGE = 0.05  #: of the letters beyond ASCII, in a UTF-8 file with broken places


def decode(name: str, content: bytes) -> Taken:
    """The text, kept as it came where it is UTF-8; else turned into it, an Issue saying what was guessed."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return take(content[len(mark) :].decode(encoding, "replace"))
    if b"\x1b$" in content[:_SAMPLE_BYTES] and content.isascii():
        return _guessed(name, content, "iso2022_jp")
    if wide := _without_mark(content[:_HEAD_BYTES]):
        return _guessed(name, content, wide)
    text = content.decode("utf-8", "replace")
    beyond = len(text) - len(text.encode("ascii", "ignore")) if "\ufffd" in text else 0
    if "\0" in text or text.count("\ufffd") <= _DAMAGE * beyond:
        return Taken(text, content)
    stated = stated_codec(content[:_HEAD_BYTES])
    if stated and _fits(content, stated):
        return take(content.decode(stated, "replace"))
    return _guessed(name, content, _best(content[:_SAMPLE_BYTES]))


def codec_of(label: str) -> str:
    """Python's name of the encoding that a label means, or ""."""
    try:
        found = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(found, found)


def stated_codec(head: bytes) -> str:
    """The encoding that a page or an XML file states in its head, or ""."""
    found = _STATED.search(head)
    codec = codec_of(found[1].decode("ascii", "replace")) if found else ""
    return "" if codec.startswith(("utf", "rot", "hex", "base64", "zlib", "bz2", "quopri", "uu")) else codec


def _guessed(name: str, content: bytes, codec: str) -> Taken:
    shown = _NAMES.get(codec, codec.upper())
    why = f"Read as {shown}: guessed from the bytes, for the file is not UTF-8 and does not say what it is."
    return take(content.decode(codec, "replace"), [Issue(0, name, why)])


def _without_mark(head: bytes) -> str:
    """UTF-16 without its mark: every other byte of Latin text is zero; "" otherwise."""
    if len(head) < 8 or b"\0" not in head:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


def _best(sample: bytes) -> str:
    """The likeliest legacy encoding: bytes beyond ASCII stand alone in Latin text, else in pairs."""
    high = len(_HIGH.findall(sample))
    if 2 * len(_LONE.findall(sample)) > high:
        return "cp1252" if not _reads_as_shift_jis(sample) else "cp932"
    if _reads_as_shift_jis(sample):
        return "cp932"
    if _fits(sample, "euc_jp") and 20 * len(_KANA.findall(sample.decode("euc_jp", "replace"))) > high // 2:
        return "euc_jp"
    return next((codec for codec in ("gb18030", "cp950", "euc_jp") if _fits(sample, codec)), "cp1252")


def _reads_as_shift_jis(sample: bytes) -> bool:
    """Whether it gives Japanese with kana, and not the half-width ones that EUC gives."""
    if not _fits(sample, "cp932"):
        return False
    text = sample.decode("cp932", "replace")
    kana, half, han = (len(found.findall(text)) for found in (_KANA, _HALF_KANA, _HAN))
    return kana - half > 0.1 * (han + half) and kana - half > 1


def _fits(content: bytes, codec: str) -> bool:
    try:
        text = content.decode(codec, "replace")
    except (LookupError, UnicodeError):
        return False
    return text.count("\ufffd") <= max(1, 0.001 * len(text))
