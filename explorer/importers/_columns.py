"""What the columns of a table hold: guessed from their names in three languages, or as a person says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explorer.errors import ImportFailed

_NAMES = {
    "title": "title papertitle paper name papername titleofpaper タイトル 題名 題目 論文名 論文タイトル "
    "论文标题 标题 题目 论文题目 论文名称 論文題目",
    "authors": "authors author authornames authorlist 著者 著者名 作者 论文作者",
    "where": "venue conference journal booktitle publication publicationtitle source containertitle "
    "会議 会議名 学会 雑誌 会议 期刊 来源",
    "date": "year date published publicationyear publicationdate "
    "年 発行年 出版年 発表年 日付 年份 日期 发表年份",
    "id": "arxiv arxivid eprint arxivnumber id",
    "doi": "doi",
    "openreview": "openreview openreviewid forum",
    "link": "url link links pdf pdfurl paperurl paperlink code github "
    "リンク 論文リンク 链接 论文链接 地址 网址",
    "abstract": "abstract abstractnote summary 概要 要旨 摘要",
    "status": "status decision presentation acceptance 採否 状态 结果",
}
FIELDS = tuple(_NAMES)  #: what a column can hold
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}

Chosen = tuple[tuple[str, str], ...]  #: (field, column); the field "" leaves a column out


def columns_of(header: Sequence[str], chosen: Chosen = ()) -> dict[int, str]:
    """Index of a column -> what it holds: as chosen, the rest as its name says; of two titles the first.

    Columns that were chosen and are not there are left aside.
    """
    fixed = {at: field for field, name in chosen if (at := _place(header, name)) is not None}
    taken = set(fixed.values())
    found: dict[int, str] = {at: field for at, field in fixed.items() if field}
    for i, text in enumerate(header):
        role = _ROLES.get("".join(filter(str.isalnum, text[:60].casefold())))
        if role and i not in fixed and (role == "link" or role not in taken):
            found[i] = role
            taken.add(role)
    return dict(sorted(found.items()))


def require_columns(source: str, header: Sequence[str], chosen: Chosen) -> None:
    """Raise ImportFailed where a column that a person chose is not in the table."""
    for _, name in chosen:
        if _place(header, name) is None:
            known = ", ".join(text[:30] for text in header[:9])
            raise ImportFailed(f"{source} has no column “{name[:60]}”.", f"Its columns are: {known}.")


def column_name(header: Sequence[str], at: int) -> str:
    """How a choice names a column: its name where only it has that, else its number, "#3"."""
    text = header[at]
    return text if text and _place(header, text) == at and not text.startswith("#") else f"#{at + 1}"


def guess_words(header: Sequence[str], columns: Mapping[int, str]) -> str:
    """Which column was read as what, in words."""
    read = ", ".join(f"{columns[i]} = “{text[:40]}”" for i, text in enumerate(header) if i in columns)
    left = ", ".join(f"“{text[:40]}”" for i, text in enumerate(header) if i not in columns and text)
    return f"Columns were read as {read}." + (f" Not read: {left}." if left else "")


def _place(header: Sequence[str], name: str) -> int | None:
    """Index of the first column of a name, or of the number behind "#"; None where there is none."""
    wanted = name.strip().casefold()
    for i, text in enumerate(header):
        if wanted and text.casefold() == wanted:
            return i
    number = wanted[1:] if wanted.startswith("#") else ""
    at = int(number) - 1 if number.isdecimal() and len(number) < 6 else -1
    return at if 0 <= at < len(header) else None
