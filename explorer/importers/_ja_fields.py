"""Labels of Japanese paper notes: "著者:", "発行日:", "Q:" and their variants, in normalised lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    AUTHORS = "著者"
    PUBLISHED = "発行日"
    UPDATED = "最終更新日"
    URL = "URL"
    CATEGORIES = "カテゴリ"
    CODE = "コード"
    ABSTRACT = "概要"
    SUMMARY = "要点"
    QA = "Q&A"
    QUESTION = "Q"
    ANSWER = "A"


RECORD_LABELS = frozenset(
    {Label.AUTHORS, Label.PUBLISHED, Label.UPDATED, Label.URL, Label.CATEGORIES, Label.CODE}
)

_NAMES = {
    Label.AUTHORS: "著者 著者名 著者一覧 執筆者 authors author",
    Label.PUBLISHED: "発行日 公開日 投稿日 発表日 初版 初版発行日 出版日 published",
    Label.UPDATED: "最終更新日 更新日 最終更新 改訂日 最終改訂日 updated",
    Label.URL: "url リンク 論文url 論文リンク 論文 arxiv pdf",
    Label.CATEGORIES: "カテゴリ カテゴリー 分野 分類 categories",
    Label.CODE: "コード 実装 ソースコード github code",
    Label.ABSTRACT: "概要 要旨 要約 アブストラクト abstract",
    Label.SUMMARY: "要点 一言要約 一行要約 ひとこと要約 ポイント",
    Label.QA: "q&a qa 質疑応答 質問と回答 質問と答え",
}
_LABEL_OF = {name: label for label, names in _NAMES.items() for name in names.split()}
_HEADINGS = frozenset({Label.ABSTRACT, Label.QA, Label.SUMMARY})  # may stand without a colon
_DECORATION = r"[\s\-*・●■◆▼#>【\[<]{0,8}"
_FIELD = re.compile(
    rf"{_DECORATION}({'|'.join(sorted(map(re.escape, _LABEL_OF), key=len, reverse=True))})"
    r"[\s*】\]>]{0,6}(?:(:)[\s*]{0,6}|$)",
    re.I,
)
_QUESTION = re.compile(r"[\s\-*]{0,6}(?:Q|質問|問)\s?\d{0,3}[\s*]{0,3}[:.)、][\s*]{0,4}(?=\S)")
_ANSWER = re.compile(r"[\s\-*]{0,6}(?:A|回答|答え?)\s?\d{0,3}[\s*]{0,3}[:.)、][\s*]{0,4}(?=\S)")
_NUMBERED = re.compile(r"[\s#*]{0,6}[(\[【]?(\d{1,3})\s?[.)、:\]】](?!\d)\s{0,4}(?=\S)")


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled line. Attributes: value: offset at which what follows the label begins."""

    label: Label
    value: int


def read_field(text: str) -> Field | None:
    """The label that a normalised line begins with, or None."""
    found = _FIELD.match(text)
    if found:
        label = _LABEL_OF[found[1].lower()]
        if found[2] or label in _HEADINGS or text.lstrip()[:1] in "【[":
            return Field(label, found.end())
    if found := _QUESTION.match(text):
        return Field(Label.QUESTION, found.end())
    if found := _ANSWER.match(text):
        return Field(Label.ANSWER, found.end())
    return None


def read_number(text: str) -> tuple[int | None, int]:
    """(number in a list, offset behind it) of a line such as "3. Title"; (None, 0) without one."""
    found = _NUMBERED.match(text)
    return (int(found[1]), found.end()) if found else (None, 0)
