"""Lines of fields that name a paper: "论文标题:…", "Title: …", "論文名:…" with authors and link below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explorer.importers._links import identifiers
from explorer.importers._proofs import Citation
from explorer.importers._title_shape import is_title
from explorer.importers._witnesses import is_paper_url
from explorer.text.arxiv_ids import find_arxiv_ids
from explorer.text.lines import trimmed
from explorer.text.names import split_authors
from explorer.text.urls import find_urls

_LINE = r"[ \t]*(?:>\s{0,3})?(?:[-*•·]\s{1,3})?(?:\*\*|__)?"
_END = r"(?:\*\*|__)?\s?[:：](?:\*\*|__)?[ \t]*"
_TITLE = re.compile(
    rf"^{_LINE}(?:论文(?:标题|题目|名称|名)?|标题|题目|論文(?:タイトル|名|題目)?|タイトル|"
    rf"(?:paper )?title|paper){_END}"
    r"(?P<title>[^\n]{6,300})$",
    re.I | re.M,
)
_FIELD = re.compile(
    rf"{_LINE}(?:(?P<authors>(?:论文)?作者|著者|authors?|by)|论文(?:链接|地址)|链接|地址|项目(?:主页|"
    r"地址)?|代码(?:链接|地址)?|論文|论文|机构|单位|"
    r"会议|发表(?:于|会议)?|论文(?:单位|机构)|原文|所属|会議|リンク|論文リンク|コード|url|links?|pdf|"
    r"arxiv|code|github|project(?: page)?|"
    rf"venue|affiliations?|institutions?|paper|openreview|published(?: in)?){_END}(?P<value>[^\n]{{1,400}})",
    re.I,
)
_MAX_FIELDS = 8


def only_fields(text: str) -> bool:
    """Whether each line of a passage is a field of a paper."""
    lines = [line for line in text.split("\n") if line.strip(" >")]
    return bool(lines) and all(_FIELD.fullmatch(line) for line in lines)


def authors_in_fields(text: str) -> tuple[tuple[str, ...], bool]:
    """(names, whether these are all) of the line that names the authors; ((), True) without one."""
    fields = (_FIELD.fullmatch(line) for line in text.split("\n"))
    value = next((f["value"] for f in fields if f and f["authors"]), "")
    return split_authors(value) if value else ((), True)


def stated_in_fields(text: str) -> Iterator[Citation]:
    """Papers that lines of a passage state field by field; offsets are into ``text`` with its line ends."""
    for hit in _TITLE.finditer(text):
        title = trimmed(text, *hit.span("title"))
        while title[1] > title[0] and text[title[1] - 1] in '*_》」』”"':
            title = title[0], title[1] - 1
        while title[0] < title[1] and text[title[0]] in '*_《「『“"':
            title = title[0] + 1, title[1]
        if is_title(text[slice(*title)]) and "://" not in text[slice(*title)]:
            yield _with_fields(text, Citation(title, hit.start(), hit.end(), labelled=True))


def _with_fields(text: str, citation: Citation) -> Citation:
    """The citation with what the lines right below its title state."""
    end, authors, complete = citation.end, citation.authors, True
    urls: list[str] = []
    for _ in range(_MAX_FIELDS):
        field = _FIELD.match(text, end + 1) if text[end : end + 1] == "\n" else None
        if field is None:
            break
        if field["authors"] and not authors:
            authors, complete = split_authors(field["value"])
        urls += [found.url for found in find_urls(field["value"])]
        urls += [f"https://arxiv.org/abs/{i.base}" for i in find_arxiv_ids(field["value"]) if not urls]
        end = field.end()
    papers = [url for url in urls if is_paper_url(url)]
    return Citation(
        citation.title,
        citation.start,
        end,
        identifiers(papers),
        tuple(dict.fromkeys(urls)),
        authors,
        complete,
        labelled=True,
    )
