"""Labelled lines of a daily list of papers: "TL;DR: …", "- **作者**: …", "Main category: cs.CV"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    AUTHORS = "authors"
    CATEGORIES = "categories"
    LINK = "link"
    DATE = "date"
    TITLE = "title"
    NOTE = "note"  #: comments, affiliations, key words
    SUMMARY = "summary"
    DETAIL = "detail"  #: motivation, method, result …
    ABSTRACT = "abstract"


PROSE = (Label.SUMMARY, Label.DETAIL, Label.ABSTRACT)

_NAMES = {
    Label.AUTHORS: "author|authors|author list|作者|论文作者|著者",
    Label.CATEGORIES: "main category|main categories|primary category|category|categories|subject|subjects|"
    "分类|主分类|主要分类|主要类别|类别|领域|学科|カテゴリ|分野",
    Label.LINK: "link|links|url|pdf|html|paper|paper link|arxiv|arxiv id|id|doi|code|github|project|"
    "project page|链接|论文链接|原文链接|原文|地址|论文地址|论文|代码|代码链接|项目主页|リンク|コード",
    Label.DATE: "date|published|published on|submitted|submission date|"
    "日期|发布日期|发布时间|提交日期|公開日",
    Label.TITLE: "title|中文标题|标题|题目|标题翻译|タイトル",
    Label.NOTE: "comment|comments|venue|conference|note|notes|affiliation|affiliations|"
    "institution|institutions|keywords|"
    "备注|会议|期刊|学会|発表先|机构|单位|关键词|接收|评论|所属|キーワード",
    Label.SUMMARY: "tl;dr|tldr|tl; dr|summary|ai summary|one-line summary|"
    "一句话总结|一句话概括|一句话|总结|要点|核心要点|简介|速览|摘要总结|中文摘要|中文总结|要約|一言要約",
    Label.DETAIL: "motivation|background|problem|method|methods|methodology|approach|innovation|"
    "contribution|contributions|key contributions|experiments|result|results|findings|conclusion|conclusions|"
    "limitation|limitations|impact|动机|研究动机|背景|研究背景|问题|研究问题|方法|研究方法|创新点|贡献|主要贡献|"
    "实验|实验结果|结果|结论|局限|局限性|意义|動機|手法|結果|結論|貢献",
    Label.ABSTRACT: "abstract|摘要|英文摘要|原文摘要|论文摘要|概要|アブストラクト",
}
_LABEL_OF = {name: label for label, names in _NAMES.items() for name in names.split("|")}
_FIELD = re.compile(
    r"[\s>*+•·-]{0,8}(?:\*\*|__)?[\s\[【]{0,3}"
    rf"(?P<name>{'|'.join(sorted(map(re.escape, _LABEL_OF), key=len, reverse=True))})"
    r"[\s\]】*_]{0,5}:[\s*_]{0,5}(?P<value>.*)",
    re.I | re.S,
)
_EMPHASIS = re.compile(r"(?P<mark>[*_]{1,2})(?P<names>[^*_\n]{2,6000})(?P=mark)")


@dataclass(frozen=True, slots=True)
class Field:
    """Attributes: name: in lower case; value: offset at which what follows the label begins."""

    label: Label
    name: str
    value: int


def read_field(text: str) -> Field | None:
    """The label that a normalised line begins with, or None.

    >>> read_field("TL;DR: It works.")
    Field(label=<Label.SUMMARY: 'summary'>, name='tl;dr', value=7)
    """
    found = _FIELD.match(text)
    if found is None:
        return None
    name = found["name"].lower()
    return Field(_LABEL_OF[name], name, found.start("value"))


def emphasised(text: str) -> tuple[int, int] | None:
    """Where the text of a line stands that is emphasised as a whole, as author lines are; else None."""
    found = _EMPHASIS.fullmatch(text)
    return found.span("names") if found else None
