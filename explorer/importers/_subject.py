"""Whether a section of prose is about one paper that only its heading names, and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.importers._page import is_caption
from explorer.importers._passages import Passage
from explorer.importers._presenters import Presenter, find_presenters
from explorer.importers._proofs import Citation
from explorer.importers._title_shape import is_title, says_only_link
from explorer.importers._witnesses import NO_IDS
from explorer.model import PersonRole
from explorer.text.lines import trimmed

_SAYS_PAPER = re.compile(
    r"(?<![A-Za-z])(?:(?:this|the) (?:paper|study|preprint|poster|authors?)(?! (?:group|session|award|"
    r"deadline|track|list|hall))|"
    r"this (?:work|research)(?!shop)|(?:his|her|their) (?:paper|work|idea|method|approach|poster|"
    r"model|technique|framework)|"
    r"(?:in this (?:paper|work), )?we (?:propose|introduce|present|show that|demonstrate|find that)|"
    r"the proposed \w+)(?![A-Za-z])|"
    r"この(?:論文|研究|ペーパー|ポスター)(?!会|室|所|分野|領域|集)|本(?:論文|研究|稿)(?!会|室|所|集)|"
    r"当該論文|同論文|"
    r"(?<!筆)著者(?:ら|たち|達|は|が|の)|論文の著者|提案(?:手法|モデル|法)|論文では|"
    r"本文(?:提出|认为|研究|发现|证明|表明|的方法|通过|设计|引入|指出|作者)|(?:该|此)(?:论文|文章|"
    r"工作|研究|方法)(?!坊)|"
    r"这(?:篇|项|个)(?:论文|文章|工作|研究)|作者(?:们|提出|认为|发现|证明|指出|还|通过|设计|将|在|用|"
    r"团队)|论文(?:提出|认为|指出|作者|发现|证明|中)|"
    r"文中(?:提出|指出)|我们(?:提出|设计|引入)",
    re.I,
)
_SEVERAL = re.compile(
    r"(?<![A-Za-z])(?:several|two|three|four|five|many|both|various|these|a (?:few|number of|couple of)) "
    r"(?:[a-z-]+ )?(?:papers|works|posters|studies|talks)|(?:いくつか|複数|多く|[2-9二三四五]つ|"
    r"数多く)の(?:論文|研究|発表|ポスター)|"
    r"(?:多|两|几|三|四|数|不少|许多)(?:篇|项)?(?:论文|工作|研究|报告)",
    re.I,
)
_NO_SUBJECT = re.compile(
    r"[\W\d_]{0,6}(?:まとめ|おわりに|終わりに|はじめに|序論|最後に|さいごに|所感|感想|謝辞|目次|参加|"
    r"会場|雰囲気|スポンサー|ブース|"
    r"懇親|日程|スケジュール|今後|参考|告知|採用|宣伝|お知らせ|学会|会議|現地|現場|旅|食事|"
    r"私たちのお気に入り|"
    r"(?:summary|conclusions?|conclud|closing|wrap|introduction|intro\b|overview|about|"
    r"acknowledge?ments?|references|"
    r"appendix|background|venue|the venue|sponsors?|schedule|social|(?:key )?take-?aways?|"
    r"final (?:thoughts|words)|tl;?dr|"
    r"what(?:['’]s| is) next|highlights?|our favou?rites?|related|further|contact|subscribe|"
    r"looking (?:ahead|back|forward)|"
    r"the conference|logistics|networking|impressions?|statistics|at a glance|preface|foreword|"
    r"postscript|afterword|"
    r"trends?\b|themes?\b|general)|"
    r"总结|结语|小结|写在(?:最后|前面)|前言|引言|导语|简介|概述|概况|后记|日程|赞助|参考|致谢|"
    r"关于(?!.{4})|推荐阅读|花絮|会议|现场|尾声|数据)",
    re.I,
)
_EVENT = re.compile(
    r"\b(?:keynotes?|tutorials?|invited (?:talks?|speakers?)|panels?|workshops?|sessions?|town hall|"
    r"social|expo|"
    r"sponsors?|booths?)\b|ワークショップ|基調講演|招待講演|チュートリアル|パネル|セッション|特邀报告|"
    r"主旨|研讨会|圆桌|教程|论坛",
    re.I,
)
GENERIC = re.compile(
    r"[\W\d_]{0,6}(?:概要|要旨|背景|課題|問題|動機|目的|手法|方法|提案手法|アプローチ|実験|実験結果|"
    r"結果|評価|考察|議論|結論|"
    r"コメント|ポイント|感想|所感|貢献|限界|今後の課題|どんなもの\??|先行研究と比べて.{0,20}|"
    r"技術や手法の.{0,20}|議論はある.{0,10}|"
    r"abstract|motivation|problem|the (?:problem|idea|method|results?)|key (?:ideas?|insights?|"
    r"results?|findings?)|methods?|"
    r"approach|experiments?|results?|evaluation|findings?|discussion|limitations?|contributions?|"
    r"why it matters|our take|"
    r"how it works|what (?:they|we) (?:did|found|think)|comments?|"
    r"摘要|动机|问题|方法|实验|实验结果|结果|评估|讨论|结论|贡献|局限|点评|亮点|核心(?:思想|思路|观点|"
    r"方法)|创新点)\W{0,3}",
    re.I,
)
_FRONT = re.compile(
    r"(?:[\s■□●○◆◇▼▲★☆◎▶→・🏆🥇🎉✨📄📌]{1,4}|\[?\(?\d{1,3}[.):、\]]{1,2}\s?|#\d{1,3}[:.]?\s|[①-⑳]\s?|0\d\s|"
    r"(?:論文紹介|論文|论文(?:介绍|解读|分享)?|papers?(?: (?:spotlight|highlight))?|"
    r"poster)\s?#?\d{0,3}\s?[:|.]\s{0,3}|"
    r"(?:注目論文|紹介論文)\s?[:|]?\s{0,3})",
    re.I,
)
_AWARD_WORDS = (
    r"(?:outstanding|best|distinguished|test[ -]of[ -]time|"
    r"honou?rable mention)(?: [a-z]{1,12}){0,2}?(?: papers?)?(?: awards?)?(?: runner-?up)?|"
    r"(?:最優秀|優秀|ベスト|特別)(?:論文|ペーパー|学生論文)賞?|(?:最佳|杰出|优秀|"
    r"时间检验)(?:学生)?论文(?:奖|提名)?"
)
_AWARD_FRONT = re.compile(rf"[\[(【「]?(?P<award>{_AWARD_WORDS})[\])】」]?\s?[:：|–—-]?\s{{0,3}}", re.I)
_AWARD_BEHIND = re.compile(
    rf"\s?[\[(【「](?:(?P<award>{_AWARD_WORDS})|oral|spotlight|poster)[\])】」]\s?$", re.I
)
_AWARD_SAID = re.compile(
    r"(?:w[io]ns?|received?|awarded|given|honou?red with|took home|winner of|"
    r"recipient of)(?: (?:with )?(?:an?|the|one of the))?(?: \w+)?? "
    rf"(?P<en>{_AWARD_WORDS})|(?P<ja>{_AWARD_WORDS})\s?(?:を|に)(?:受賞|獲得|選|輝)|(?:获得?|荣获|"
    rf"被评为|获评)(?:了)?(?:本届|大会|[A-Z]{{3,7}}|的|\d{{4}}|年|\s){{0,5}}(?P<zh>{_AWARD_WORDS})",
    re.I,
)
_OWN_BEFORE = re.compile(
    r"(?P<x>.{2,80}?)(?:に関する|についての|における|での|を扱った)?\s?(?:の)?(?:私たち|弊社|我々|"
    r"当社|自社|弊チーム)(?:の|による)(?:研究|発表|論文|ポスター|取り組み|成果)|"
    r"我们(?:关于|在|有关)?(?P<y>.{2,60}?)(?:方面|上|中)?的(?:工作|研究|论文|海报|成果)|"
    r"(?P<z>.{2,80}?)\s?[:–—-]\s(?:our|my) (?:own )?(?:work|paper|poster|research)\b.*",
    re.I,
)
_OWN_AFTER = re.compile(
    r"(?:our|my) (?:own )?(?:work|papers?|posters?|research|presentations?|contributions?)(?: (?:at|"
    r"in) [A-Z]\w+(?: 20\d\d)?)?"
    r"(?:\s?[:–—-]\s?| (?:on|about|with|behind|for) )(?P<x>.{2,120})|"
    r"(?:私たち|弊社|我々|当社|自社)の(?:研究|発表|論文|"
    r"ポスター)\s?[::「『–—-]\s?(?P<y>[^」』]{2,120})[」』]?|"
    r"我们的(?:工作|论文|研究|海报)\s?[::《–—-]\s?(?P<z>[^》]{2,120})》?",
    re.I,
)
_PRESENTED = re.compile(
    r"poster|paper|present|accepted|発表|ポスター|論文|採択|报告|海报|展示|论文|接收|录用", re.I
)
_FIRST_PERSON = re.compile(r"(?<![A-Za-z])(?:we|our|us)(?![A-Za-z])|私たち|弊社|我々|当社|我们", re.I)
_LINK_LABEL = re.compile(r"\[(?P<label>[^\[\]]{1,40})\]\(<?$")
_NEAR = 60  #: a title so close behind "this paper" is that paper's
_HEAD_CHARS = 1500  #: of a section say what it is about
_LEAST_LETTERS = 3
_MANY_PRESENTERS = 2


@dataclass(frozen=True, slots=True)
class Subject:
    """The paper that a section is about.

    Attributes:
        title: (start, end) in the heading's text.
        presenters: Who presents it, as the section says; for want of authors these.
        own: It is the work of those who write the report.
    """

    title: tuple[int, int]
    presenters: tuple[str, ...] = ()
    award: str = ""
    own: bool = False


def subject_of(heading: str, body: Sequence[Passage], cited: Sequence[Sequence[Citation]]) -> Subject | None:
    """The paper that a section is about, where its heading is all that names it; else None.

    The body has to speak of one paper ("this paper", "著者らは", "该论文") or of
    one person who presents it, before it cites any other by its title.
    """
    text = "\n".join(" " * len(p.text) if is_caption(p.text) else p.text for p in body)[:_HEAD_CHARS]
    start, end, award = _front(heading)
    if own := _own_work(heading, text):
        return own
    words = heading[start:end]
    if not any(map(str.isalpha, words)) or _NO_SUBJECT.match(words) or _EVENT.search(words):
        return None
    if GENERIC.fullmatch(words) or not _is_named(words):
        return None
    limit = _first_cited(body, cited)
    cue = _SAYS_PAPER.search(text)
    spoken = cue is not None and cue.end() + _NEAR < limit
    people = _presenters(text, words, limit)
    if not spoken and len(people) != 1:
        return None
    several = _SEVERAL.search(text)
    if several and (not cue or several.start() < cue.start()) and not is_title(words, strict=True):
        return None
    names = tuple(people) if len(people) < _MANY_PRESENTERS else ()
    return Subject((start, end), names, award or award_said(text[:600]))


def award_said(text: str) -> str:
    """The award that a text says a paper won, as written, or ""."""
    hit = _AWARD_SAID.search(text)
    return next(filter(None, (hit["en"], hit["ja"], hit["zh"])), "").strip() if hit else ""


def _is_named(words: str) -> bool:
    """Whether a heading can name a paper: more than one plain word."""
    plain_word = re.fullmatch(r"[A-Z]?[a-z]{1,20}\W?", words.strip())
    return not plain_word and sum(map(str.isalpha, words)) >= _LEAST_LETTERS


def _front(heading: str) -> tuple[int, int, str]:
    """(start, end) of the title in a heading, without number, label and award around it, and that award."""
    start, award = 0, ""
    while hit := _FRONT.match(heading, start):
        start = hit.end()
    if (hit := _AWARD_FRONT.match(heading, start)) and len(heading) - hit.end() >= 4:
        start, award = hit.end(), hit["award"].strip()
    end = len(heading)
    if hit := _AWARD_BEHIND.search(heading, start):
        end, award = hit.start(), award or (hit["award"] or "").strip()
    return start, end, award


def _own_work(heading: str, text: str) -> Subject | None:
    """The publisher's own work that a heading names ("Our work on X"), presented there."""
    hit = _OWN_AFTER.search(heading) or _OWN_BEFORE.match(heading)
    if not hit or not _PRESENTED.search(text) or not _FIRST_PERSON.search(heading + text):
        return None
    group = next(g for g in ("x", "y", "z") if hit[g])
    return Subject(trimmed(heading, *hit.span(group)), (), award_said(text), own=True)


def _first_cited(body: Sequence[Passage], cited: Sequence[Sequence[Citation]]) -> int:
    """Where the first paper that is cited by title stands in the joined body; far away where none is."""
    at = 0
    for passage, citations in zip(body, cited, strict=True):
        starts = [c.start for c in citations if c.title and not c.aside]
        if starts:
            return at + min(starts)
        at += len(passage.text) + 1
    return 10 * _HEAD_CHARS


def _presenters(text: str, heading: str, limit: int) -> dict[str, Presenter]:
    found = find_presenters(text, heading)
    return {
        p.name: p for p in found if p.role is PersonRole.PRESENTER and not p.colleague and p.start < limit
    }


def attached_id(text: str, citation: Citation) -> bool:
    """Whether an id without a title stands right behind "this paper" or a label: the section's own."""
    before = text[max(0, citation.start - 60) : citation.start]
    if (link := _LINK_LABEL.search(before)) and says_only_link(link["label"]):
        return citation.title is None and citation.ids != NO_IDS
    before = before.rstrip(" ([{:")
    says = list(_SAYS_PAPER.finditer(before))
    named = citation.labelled or (bool(says) and says[-1].end() == len(before))
    return citation.title is None and citation.ids != NO_IDS and named
