"""Mails: subject, sender and day above the words of the best part; attachments are named, not opened.

Headers are read with the tolerant policy of the standard library: the other one parses them with a
grammar that raises on broken ones and takes quadratic time on long ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final

from explorer.errors import ImportFailed
from explorer.importers._html import html_passages
from explorer.importers._passages import Form
from explorer.model import Issue
from explorer.pipeline.unpack.encodings import codec_of, decode
from explorer.pipeline.unpack.taken import Taken, take
from explorer.text.link_wrap import unwrap_links

MOST_MAIL_BYTES: Final = 64 * 1024 * 1024
MOST_PARTS: Final = 200
_HEAD_BYTES = 64 * 1024
_FIELD = re.compile(rb"^([A-Za-z][A-Za-z-]{1,39}):", re.M)
_BLANK = re.compile(rb"\r?\n\r?\n")
_ANY = frozenset(
    {b"from", b"to", b"subject", b"date", b"reply-to", b"sender", b"content-type", b"delivered-to"}
)
_SURE = frozenset({b"mime-version", b"message-id", b"received", b"return-path"})
_COPIED = _ANY | {b"cc", b"bcc", b"sent", b"list-id", b"x-mailer"}
_NEXT_MAIL = re.compile(rb"\n\r?\nFrom [^\n]{3,200}\d{4}\r?\n[A-Za-z-]{2,40}:")
_MULTIPART = re.compile(rb"content-type:\s{0,9}multipart/", re.I)
_BROKEN_LINE = re.compile(r"[\r\n]+\s*")
_HTML_SHARE = 0.7  #: of the plain part's letters; below, the page is only a frame


def is_mail(name: str, content: bytes) -> bool:
    """Whether the bytes begin with the header of a mail."""
    head = content[:_HEAD_BYTES].lstrip()
    blank = _BLANK.search(head)
    fields = {field.lower() for field in _FIELD.findall(head[: blank.start() if blank else len(head)])}
    known = len(fields & (_ANY | _SURE))
    starts = _FIELD.match(head) is not None or head.startswith(b"From ")
    is_sure = bool(fields & _SURE) or name.lower().endswith((".eml", ".mbox"))
    return starts and known >= 2 and (is_sure or (blank is not None and _is_header(head[: blank.start()])))


def _is_header(top: bytes) -> bool:
    """Whether every line is a field of a mail or goes on with one: it was copied, or saved as text."""
    fields = [_FIELD.match(line) for line in top.splitlines() if not line.startswith((b" ", b"\t"))]
    names = {found[1].lower() for found in fields if found}
    return None not in fields and names >= {b"from", b"subject"} and names <= _COPIED


def unpack_mail(name: str, content: bytes) -> Taken:
    """The mail as Markdown.

    Raises:
        ImportFailed: A folder of mails, no words in it, or above a limit, which is named.
    """
    if len(content) > MOST_MAIL_BYTES:
        raise ImportFailed(f"{name} is a mail of more than {MOST_MAIL_BYTES // 1024 // 1024} MB.", "")
    if content.startswith(b"From ") and _NEXT_MAIL.search(content):
        raise ImportFailed(f"{name} holds several mails.", "Save the ones you want as .eml files.")
    if len(_MULTIPART.findall(content)) > MOST_PARTS:
        raise ImportFailed(f"{name} is nested too deeply: a mail may have {MOST_PARTS} parts of parts.", "")
    try:
        mail = message_from_bytes(content.lstrip(), policy=policy.compat32)
        parts = list(mail.walk())
    except RecursionError as error:
        raise ImportFailed(f"{name} is nested too deeply.", "Save the mail as text.") from error
    plain, page, issues = _bodies(name, parts[: 10 * MOST_PARTS])
    shown = _markdown(page) if page.strip() else ""
    best = shown if _letters(shown) > _HTML_SHARE * _letters(plain) else plain
    if not _letters(best):
        raise ImportFailed(
            f"{name} holds no words.", "If the newsletter is a picture, open its web page instead."
        )
    return take("\n".join([*_header(mail), "", unwrap_links(best).strip("\n"), ""]), issues)


def _header(mail: Message) -> Iterator[str]:
    subject = field_text(mail, "Subject")
    if subject:
        yield f"# {subject}"
        yield ""
    if sender := field_text(mail, "From"):
        yield f"From: {sender}"
    if day := _day(str(mail.get("Date", ""))):
        yield f"Date: {day}"


def field_text(mail: Message, name: str) -> str:
    """A header field in words, in one line; "" where it is missing."""
    stated = next((value for field, value in mail.raw_items() if field.lower() == name.lower()), "")
    raw = decode("", stated[:2_000].encode("utf-8", "surrogateescape")).text  # some write them unencoded
    try:
        pieces = decode_header(_BROKEN_LINE.sub(" ", raw))
    except (HeaderParseError, ValueError):
        return " ".join(raw.split())
    words = [_decoded(piece, label or "") if isinstance(piece, bytes) else piece for piece, label in pieces]
    return " ".join("".join(words).split())


def _decoded(data: bytes, label: str) -> str:
    codec = codec_of(label) if label else ""
    try:
        return data.decode(codec) if codec else decode("", data).text
    except (LookupError, UnicodeError):
        return decode("", data).text


def _day(stated: str) -> str:
    try:
        return parsedate_to_datetime(stated).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def _bodies(name: str, parts: list[Message]) -> tuple[str, str, list[Issue]]:
    """(plain words, HTML, what was left out)."""
    plain: list[str] = []
    page: list[str] = []
    left: list[str] = []
    for part in parts:
        if part.is_multipart():
            continue
        filename = part.get_filename()
        kind = part.get_content_type()
        if filename or kind not in ("text/plain", "text/html"):
            left.append(" ".join(str(filename or kind).split())[:100])
            continue
        data = part.get_payload(decode=True)
        label = part.get_content_charset() or ""
        words = _decoded(data, label) if isinstance(data, bytes) else ""
        (page if kind == "text/html" else plain).append(words)
    issues = [Issue(0, name, f"An attachment was not opened: {one}.") for one in left]
    return "\n\n".join(plain), "\n".join(page), issues


def _markdown(page: str) -> str:
    """What stands on an HTML part: headings, items and paragraphs."""
    _, passages = html_passages(page)
    lines: list[str] = []
    before = Form.PARAGRAPH
    for passage in passages:
        text = " ".join(passage.text.split())
        item = passage.form is Form.ITEM
        mark = "#" * max(passage.level, 1) + " " if passage.form is Form.HEADING else "- " if item else ""
        lines += [*([] if item and before is Form.ITEM else [""]), mark + text]
        before = passage.form
    return "\n".join(lines)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
