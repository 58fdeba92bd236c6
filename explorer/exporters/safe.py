"""The one sanitiser of all exporters, and the one way a file is written.

What it changes is documented per function, so that a reader of the file knows
what may differ from the library: nothing else does.
"""

from __future__ import annotations

import contextlib
import csv
import errno
import math
import os
import re
import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from urllib.parse import quote, urlsplit

from explorer.errors import ExplorerError

REPLACEMENT = "\ufffd"

#: what XML 1.0 section 2.2 forbids or discourages, DEL and C1 included; tab and line feed are kept
_UNHOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_END = re.compile("\r\n?|\x85|\u2028|\u2029")
#: what Excel, LibreOffice and Google Sheets read as the start of a formula, full-width forms included
_FORMULA_START = "=+-@\t\n＝＋－＠"
_RESERVED_NAMES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")

_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # an escaped brace still counts as a brace for BibTeX, these do not (btxdoc, section 4)
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "%": r"\%",
        "&": r"\&",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)

_MARKUP = re.compile(r"[\\`*_\[\]{}#|~$^=%>]|(?<=:):|(?<=!)!")
_LIST_START = re.compile(r"^([0-9]*)([-+.)])(?=[ ]|$|[-+=])")

_WORDS_FOR = {
    errno.ENOSPC: ("The disk is full.", "Free some space or choose another disk."),
    errno.EDQUOT: ("The disk quota is used up.", "Free some space or choose another disk."),
    errno.EROFS: ("The folder is read-only.", "Choose a folder that you may write to."),
    errno.EACCES: ("The folder is read-only for you.", "Choose a folder that you may write to."),
    errno.EPERM: ("The folder is read-only for you.", "Choose a folder that you may write to."),
    errno.ENOENT: ("The folder does not exist.", "Make the folder first, or choose another one."),
    errno.ENOTDIR: ("Part of the path is a file, not a folder.", "Choose another folder."),
    errno.ENAMETOOLONG: ("The file name is too long.", "Choose a shorter name."),
}


def plain(text: str) -> str:
    """The text as every format can hold it.

    Lone surrogates, noncharacters and control characters become U+FFFD, one for
    one; every kind of line end becomes a line feed. All else stays, so
    ``plain(plain(text)) == plain(text)``.
    """
    return _UNHOLDABLE.sub(REPLACEMENT, _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """``plain`` with runs of white space as one space and none at the ends."""
    return " ".join(plain(text).split())


def number(value: float) -> float:
    """The value, or 0.0 where a reader could not hold it (NaN, infinity)."""
    return float(value) if math.isfinite(value) else 0.0


def csv_cell(text: str) -> str:
    """``plain``, with a leading apostrophe where a spreadsheet would run the text as a formula."""
    cell = plain(text)
    return f"'{cell}" if cell.startswith(tuple(_FORMULA_START)) else cell


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> str:
    """A table as CSV (RFC 4180) whose texts are cells; the byte-order mark tells Excel that it is UTF-8."""
    out = StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(columns)
    table.writerows([csv_cell(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def bibtex(text: str) -> str:
    """``one_line`` with TeX's special characters as commands whose braces balance; Unicode stays."""
    return one_line(text).translate(_BIBTEX)


def markdown(text: str) -> str:
    """``one_line`` as plain text of Markdown (CommonMark, Obsidian): what would be markup has a backslash."""
    line = _MARKUP.sub(r"\\\g<0>", one_line(text)).replace("&", "&amp;").replace("<", "&lt;")
    return _LIST_START.sub(r"\1\\\2", line, count=1)


def link(url: str) -> str:
    """The address where it is one of http or https without surprises, percent-encoded, else ""."""
    text = one_line(url)
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return ""
    return quote(text, safe="!#$%&'()*+,/:;=?@[]~-._")


def file_name(text: str, longest: int = 80) -> str:
    """A name without folder that every system takes; "untitled" where nothing is left of the text."""
    name = re.sub(r'[<>:"/\\|?*\x00-\x1f]+', " ", one_line(text).replace(REPLACEMENT, " "))
    name = "".join(c for c in name if unicodedata.category(c) != "Cf")
    name = " ".join(name.split()).strip(". ")
    while len(name.encode("utf-8")) > longest:
        name = name[:-1].rstrip(". ")
    return f"_{name}" if _RESERVED_NAMES.match(name) else name or "untitled"


def make_folder(path: Path) -> None:
    """Make a folder where it is not there yet; raises ExplorerError in words where that cannot be."""
    try:
        path.mkdir(exist_ok=True)
    except FileExistsError as error:
        raise ExplorerError(f"{path} is not a folder.", "Choose another name.") from error
    except OSError as error:
        raise _failure(path, error) from error


def _failure(path: Path, error: OSError) -> ExplorerError:
    why, hint = _WORDS_FOR.get(error.errno or 0, (f"{error.strerror or error}.", "Choose another place."))
    return ExplorerError(f"Could not write {path}: {why[0].lower()}{why[1:]}", hint)


def write_whole(path: Path, data: bytes | str) -> None:
    """Write the file whole or not at all; text as UTF-8 with its line ends as they are.

    A file that stood there before is intact until the new one is complete on
    the disk. Raises ExplorerError in words where it cannot be written.
    """
    raw = data.encode("utf-8") if isinstance(data, str) else data
    target = Path(os.path.realpath(path))  # a link stays a link
    beside = target.with_name(f".{target.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        if target.exists() and not target.is_file():
            raise ExplorerError(f"{path} is not a file.", "Choose another name.")
        with beside.open("xb") as out:
            out.write(raw)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(target)
    except OSError as error:
        raise _failure(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
