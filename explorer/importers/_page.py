"""What a web page puts around a text: navigation, sharing, counters, captions, cards of other articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from explorer.importers._blocks import Line
from explorer.importers._left_overs import is_left_over
from explorer.importers._passages import Form, Passage
from explorer.importers._presenters import find_presenters
from explorer.importers._title_shape import is_title
from explorer.text.mapped import decode

_FURNITURE = re.compile(
    r"(?:posted in.{0,40}|filed under|share(?: this)?(?: (?:article|post|on .{1,20}))?|tweet|retweet|like|"
    r"pin it|print|email|"
    r"copy link|copied!?|subscribe.{0,60}|sign (?:up|in).{0,60}|log ?in|newsletter|follow us.{0,30}|"
    r"back to (?:top|blog)|"
    r"(?:previous|next|older|newer) (?:post|article|entry).{0,80}|(?:related|recommended|"
    r"more) (?:posts?|articles?|reading|"
    r"from .{1,30})|read (?:more|next)|leave a (?:comment|reply).{0,30}|\d{0,4}\s?comments?|"
    r"skip to (?:main )?content|menu|"
    r"search|home|advertisement|sponsored|video|audio|watch(?: the)? video|play(?: video)?|listen|"
    r"loading\.{0,3}|"
    r"table of contents|contents|on this page|all rights reserved.{0,40}|privacy policy.{0,80}|"
    r"terms of (?:use|service).{0,40}|"
    r".{0,60}\b(?:uses?|accept(?: all)?) cookies?\b.{0,120}|cookie (?:settings|policy|preferences)|"
    r"\d{1,3}\s?min(?:ute)?s?(?: |-)?read(?:ing time)?|\d[\d,.]*k?\s?(?:views|likes|shares|claps|"
    r"followers|reads)|"
    r"\d{1,2}:\d\d(?:\s?/\s?\d{1,2}:\d\d)?|"
    r"シェア(?:する)?|ツイート(?:する)?|いいね!?(?:\s?\d{1,5})?|はてなブックマーク.{0,10}|"
    r"ブックマーク|フォロー(?:する)?|購読.{0,20}|目次|"
    r"関連記事|おすすめ(?:の)?記事|人気記事|前の記事.{0,60}|次の記事.{0,60}|続きを読む|もっと見る|"
    r"トップへ戻る|ログイン|会員登録.{0,20}|"
    r"(?:この記事を)?(?:シェア|共有)(?:する)?|コメント(?:する|を書く|\d*件?)?|動画|広告|スポンサーリンク|"
    r"分享(?:到|至).{0,30}|分享|点赞|收藏|在看|转发|评论\s?\d*|关注.{0,20}|扫码.{0,30}|长按.{0,30}|"
    r"阅读原文|点击(?:上方|下方|阅读).{0,40}|"
    r"推荐阅读|相关(?:阅读|文章)|往期(?:回顾|精彩|推荐).{0,20}|上一篇.{0,60}|下一篇.{0,60}|返回顶部|"
    r"登录|注册|目录|视频|"
    r"以下(?:为|是)原文(?:内容)?|(?:.{0,12})导读总结|思维导图:?|图(?:片)?(?:源|来源)(?:网络)?|"
    r".{0,80}(?:如有侵权|侵权请联系|请联系删除|转载请注明|未经授权).{0,120})[\s.。!>»→]{0,4}",
    re.I,
)
_FIELD = re.compile(
    r"(?:[-*•\s]{0,4})(?:总?字数|预计阅读时间|阅读(?:时间|时长|量|数)|评分|标签|分类|思维导图|语言|"
    r"点赞数?|浏览(?:量|数)?|"
    r"文章地址|原文(?:链接|地址)|阅读原文|责任编辑|校对|排版|reading time|read time|word count|tags?|"
    r"categor(?:y|ies)|topics?|"
    r"views|filed under|share|permalink|original (?:url|link)|url|タグ|カテゴリー?|読了時間|閲覧数|"
    r"いいね数?|文字数|元記事|"
    r"シェア)\s?[:|].{0,300}",
    re.I,
)
_FIELD_LINES = 40  #: of a page's head and foot, empty ones not counted
_SHOWN = (
    r"illustration|diagram|screenshot|photo(?:graph)?|picture|image|interior|slide|chart|graph|figure|"
    r"flowchart|poster|"
    r"infographic|close-?up|selfie|view|scatter ?plot|plot|bar chart|table|logo|portrait|crowd|cover"
)
_CAPTION = re.compile(
    rf"(?:\W{{0,3}}(?:[\w'’-]+ ){{0,4}}(?:{_SHOWN})s? (?:[\w'’-]+ ){{0,7}}?(?:of|showing|shows|"
    r"illustrating|depicting|with|comparing|"
    r"explaining|displaying|displayed|from|at)\b.*|"
    r"(?:fig(?:ure)?\.?|table|photo|image|source|credit|図|表|写真|画像|出典|动图|图)\s?\d{0,2}\s?[:.].*|"
    r"(?:[A-Z][^\W\d_]+ ){1,3}(?:presents|presenting|explains|explaining|discusses|discussing|"
    r"speaking|talking|posing|standing|"
    r"in front of|giving|showing)\b.*|.{2,60}(?:の様子|の会場|を発表(?:中|する様子)?|の写真|の風景|"
    r"的现场|现场照片|合影))$",
    re.I,
)
_ARTICLE = re.compile(
    r"(?:\barticles?\b|blog|\bposts?\b|記事|ブログ|文章|博客|推文|newsletter)[^.。]{0,120}[.。:]?\s*$", re.I
)
_OF_PAPER = re.compile(r"\bpapers?\b|論文|论文|\bposter\b|ポスター", re.I)
_PLAIN_LEVEL = 7
_SITE = re.compile(
    r"(?:\s[|｜—]\s?[^|｜—]{2,40}|(?<=[\u3041-\u30ff\u4e00-\u9fff!?])[_｜|][^_｜|]{2,40}){1,3}$|"
    r"\s[-–]\s(?:知乎|Qiita|Zenn|note|Medium|Substack|掘金|CSDN博客)$"
)
_LEAST_TITLE = 15
_MAX_CAPTION = 200


def without_furniture(raw: str, lines: Sequence[Line]) -> list[Line]:
    """The lines with those of the page, not of its text, emptied: their offsets and numbers stay."""
    filled = [i for i, line in enumerate(lines) if line.text]
    edges = {*filled[:_FIELD_LINES], *filled[-_FIELD_LINES:]}
    return [
        _emptied(raw, line) if line.text and is_furniture(line.text, i in edges) else line
        for i, line in enumerate(lines)
    ]


def is_furniture(text: str, at_edge: bool = False) -> bool:
    """Whether a line belongs to the page; ``at_edge``: near its head or foot, where its fields stand."""
    if len(text) <= 260 and (_FURNITURE.fullmatch(text) or (at_edge and _FIELD.fullmatch(text))):
        return True
    return is_left_over(text)


def is_caption(text: str) -> bool:
    """Whether a line that stands alone describes a picture or names who is seen on it."""
    if len(text) > _MAX_CAPTION or text[-1:] in ".。!?" or not _CAPTION.fullmatch(text):
        return False
    return not is_title(text, strict=True) or any(p.start == 0 for p in find_presenters(text))


def page_title(title: str) -> str:
    """The title of a text without the site's name behind it: "… | Site", "…_栏目 — 网站"."""
    cut = _SITE.sub("", title).strip()
    return cut if len(cut) >= max(_LEAST_TITLE, len(title) / 2) else title


def without_cards(passages: Sequence[Passage]) -> list[Passage]:
    """The passages with captions, and titles of linked articles, as paragraphs: they head no section."""
    found: list[Passage] = []
    for i, passage in enumerate(passages):
        if passage.form is Form.HEADING and passage.level == _PLAIN_LEVEL:
            before = passages[i - 1] if i else None
            tail = before.text[-220:] if before and before.form is not Form.HEADING else ""
            card = bool(_ARTICLE.search(tail)) and not _OF_PAPER.search(tail)
            if card or is_caption(passage.text):
                passage = replace(passage, form=Form.PARAGRAPH, level=0)
        found.append(passage)
    return found


def _emptied(raw: str, line: Line) -> Line:
    return replace(line, end=line.start, mapped=decode(raw, line.start, line.start))
