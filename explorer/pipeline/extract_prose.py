"""New names in prose: "we introduce NAME", "the NAME dataset", a size or version of a known family."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from explorer.model import ConceptKind
from explorer.pipeline.extract_lexicon import general_terms, known_keys, load_lexicon
from explorer.pipeline.extract_names import COINED, is_coined, kind_of_head, kind_of_phrase
from explorer.text.matcher import concept_key

_NAME = rf"{COINED}(?:[ ]\d+(?:\.\d+)?(?![\w.]))?"
_VERB = r"\b(?:introduc|propos|present|develop|releas|unveil|open-?sourc|announc)(?:e|es|ed|ing|s)"
_ARTICLE = r"(?:(?:an?|the|our|its|new|novel|simple|efficient|open|called|named|dubbed)\s){0,4}"
_INTRODUCED = re.compile(
    rf"{_VERB}\s{_ARTICLE}(?P<en>{_NAME})|\b(?:called|named|dubbed|termed|coined)\s(?P<called>{_NAME})"
)
_INTRODUCED_CJK = re.compile(
    rf"(?P<ja>{_NAME})(?:\s?\([^()]{{1,60}}\))?\s?(?:モデル|損失|手法|法|フレームワーク)?(?:を|という)"
    rf"[^。.\n]{{0,12}}(?:提案|紹介|導入|開発|発表|公開)"
    rf"|(?:提出|引入|介绍|推出|发布|称为|名为)了?\s?(?P<zh>{_NAME})"
)
_HEADS = (
    r"datasets?|benchmarks?|corpus|leaderboard|library|toolkit|models?|algorithm|loss|metric|データセット|"
    r"ベンチマーク|コーパス|モデル|アルゴリズム|ライブラリ|損失|指標|数据集|基准|模型|算法|库|损失|指标"
)
_BESIDE_HEAD = re.compile(rf"(?P<name>{_NAME})\s?(?P<head>{_HEADS})(?![a-z])")
#: in Japanese or Chinese text a capitalised Latin word stands out as a name without capitals inside
_PLAIN = (
    r"(?<![A-Za-z0-9-])[A-Z][a-z]{2,}(?:[- ](?:[A-Z][A-Za-z]+|of|the|and))*(?:[ -]?\d+(?:\.\d+)?)?"
    r"(?![A-Za-z0-9-])"
)
_CJK_HEAD = (
    r"データセット|ベンチマーク|コーパス|モデル|アルゴリズム|ライブラリ|フレームワーク|手法|方法|損失|指標|数据集|基准|模型|"
    r"算法|框架|方法|库"
)
_CALLED = re.compile(
    rf"(?P<name>{_PLAIN})[」』”’\"]?(?:\s?\([^()]{{1,40}}\))?\s?(?:という|と呼ばれる|と名付け(?:た|られた)|と呼ぶ)"
    rf"[^。\n、]{{0,20}}?(?P<head>{_CJK_HEAD})"
    rf"|(?P<head2>{_CJK_HEAD})[「『“‘\"](?P<name2>{_PLAIN})[」』”’\"]"
    rf"|(?:名为|称为|称作|命名为|名為)\s?[“「]?(?P<name3>{_PLAIN})[”」]?(?:的[^。\n,]{{0,16}}?(?P<head3>{_CJK_HEAD}))?"
)
#: capitalised Latin words that kana or kanji name: "Multi-Marginal Optimal Transport 問題"
_LATIN_PHRASE = re.compile(
    r"(?<![A-Za-z0-9])(?P<name>[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)*"
    r"(?: [A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)*){1,3})\s?"
    rf"(?P<head>{_CJK_HEAD}|問題|仮説|正則化|最適化|问题|假设|优化)"
)
#: a term of kanji or katakana that a sentence uses as a tool: 共分散マッチングを使用, 采用对比损失
_CJK_TERM = re.compile(
    r"(?<![ァ-ヴー一-鿿・])(?P<ja>[ァ-ヴー・一-鿿]{2,14}?"
    r"(?:指標|アルゴリズム|マッチング|損失|蒸留|正則化|サンプリング|デコーディング|アテンション|注意機構))"
    r"を[^。、]{0,4}(?:用い|使用|使っ|利用|導入|提案|適用|採用)"
    r"|(?:使用|采用|利用|提出|引入|设计)了?(?P<zh>[一-鿿]{2,8}?(?:算法|损失|注意力机制|蒸馏|正则化))(?![一-鿿]?的)"
)
_NO_TERM = re.compile(
    "評価|既存|最新|多様|複数|従来|新し|独自|各|的|并|来|从|通过|在|新颖|一种|基于|此|该|这|多种|现有"
)
_SIZE = r"v?\d{1,3}(?:\.\d{1,2}){0,2}[BbMm]?|\d{1,2}x\d{1,3}B"
_WORDS = (
    r"Instruct|Chat|Turbo|Pro|Ultra|Nano|Flash|Mini|mini|Large|large|Medium|Small|small|Base|base|Vision|Coder|Math|"
    r"Sonnet|Opus|Haiku|XL|XXL|Preview|preview|Omni|[A-Z]"
)
_VERSION = (
    rf"(?:[-‐]?(?:{_SIZE})(?![A-Za-z0-9])|[-‐](?:{_WORDS})(?![A-Za-z])"
    rf"|\s(?:\d{{1,3}}(?:\.\d)?[BM]|\d{{1,2}}\.\d|(?:Instruct|Chat|Turbo|Pro|Ultra|Nano|Flash|Sonnet|Opus|Haiku))(?![A-Za-z0-9]))"
)
_SURE_HEADS = frozenset({ConceptKind.DATASET, ConceptKind.BENCHMARK, ConceptKind.LIBRARY})


@dataclass(frozen=True, slots=True)
class NamedInProse:
    """A name that the lexicon lacks, ``text[start:end]``; see FoundConcept for the rest."""

    name: str
    kind: ConceptKind
    start: int
    end: int
    confidence: float
    rule: str
    variant_of: str = ""


def named_in_prose(text: str) -> Iterator[NamedInProse]:
    """New names of a text, by rule; one place may be found by several rules."""
    yield from _introduced(text)
    if not text.isascii():
        yield from _called(text)
    yield from _beside_head(text)
    yield from _versions(text)


def _introduced(text: str) -> Iterator[NamedInProse]:
    patterns = (_INTRODUCED,) if text.isascii() else (_INTRODUCED, _INTRODUCED_CJK)
    for hit in (hit for pattern in patterns for hit in pattern.finditer(text)):
        group = hit.lastgroup or "en"
        name = hit[group]
        if _is_name(name):
            after = re.match(
                r"\s?(?:\([^()]*\))?,?\s(?:an?|the)\s([^.;]{3,80})", text[hit.end(group) :][:200]
            )
            kind = kind_of_phrase(after[1]) if after else ConceptKind.METHOD
            yield NamedInProse(name, kind, *hit.span(group), 0.75, "introduced")


def _called(text: str) -> Iterator[NamedInProse]:
    """Plain words that a Japanese or Chinese text calls by a name: "Kalvoraという手法", 名为Kalvora的模型."""
    for hit in _CALLED.finditer(text):
        group = next(name for name in ("name", "name2", "name3") if hit[name])
        head = hit["head"] or hit["head2"] or hit["head3"] or ""
        if concept_key(hit[group]) not in general_terms():
            kind = kind_of_head(head) or ConceptKind.METHOD
            yield NamedInProse(hit[group], kind, *hit.span(group), 0.75, "introduced")
    for hit in _CJK_TERM.finditer(text):
        term = hit["ja"] or hit["zh"]
        if not _NO_TERM.search(term) and concept_key(term) not in general_terms():
            kind = ConceptKind.METRIC if term.endswith("指標") else ConceptKind.METHOD
            start = hit.start("ja" if hit["ja"] else "zh")
            yield NamedInProse(term, kind, start, start + len(term), 0.5, "term")
    for hit in _LATIN_PHRASE.finditer(text):
        if concept_key(hit["name"]) not in general_terms():
            kind = kind_of_head(hit["head"]) or ConceptKind.METHOD
            yield NamedInProse(hit["name"], kind, *hit.span("name"), 0.55, "head noun")


def _beside_head(text: str) -> Iterator[NamedInProse]:
    for hit in _BESIDE_HEAD.finditer(text):
        if _is_name(hit["name"]):
            kind = kind_of_head(hit["head"]) or ConceptKind.METHOD
            confidence = 0.7 if kind in _SURE_HEADS else 0.4 if hit["head"].isascii() else 0.55
            yield NamedInProse(hit["name"], kind, *hit.span("name"), confidence, "head noun")


def _is_name(name: str) -> bool:
    return is_coined(name.split()[0])


def _versions(text: str) -> Iterator[NamedInProse]:
    """Sizes and versions that nobody listed: Llama-3-70B, Med-Gemini-M 1.5."""
    pattern, names = _families()
    for hit in pattern.finditer(text):
        if concept_key(hit[0]) not in known_keys():
            parent = _longest_known(hit[0]) or names[concept_key(hit["family"])]
            yield NamedInProse(hit[0], ConceptKind.MODEL, *hit.span(), 0.75, "version", parent)


def _longest_known(name: str) -> str:
    """The known concept whose name is the longest beginning of this one: Llama 3 of Llama-3-70B."""
    for end in range(len(name) - 1, 2, -1):
        if not name[end].isalnum() and (known := known_keys().get(concept_key(name[:end]))):
            return known
    return ""


@cache
def _families() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {
        alias.form: concept.name
        for concept in load_lexicon()
        if concept.family
        for alias in concept.aliases
        if alias.form.isascii() and alias.kind in ("name", "acronym") and alias.form[:1].isupper()
    }
    longest_first = sorted(names, key=lambda form: (-len(form), form))
    family = "|".join(re.escape(form) for form in longest_first)
    name = rf"(?<![A-Za-z0-9/_-])(?<![A-Za-z0-9]\.)(?P<family>{family})(?:{_VERSION}){{1,5}}"
    return re.compile(name + r"(?![A-Za-z0-9%]|\.\d|[-‐][A-Za-z0-9])"), {
        concept_key(form): name for form, name in names.items()
    }


def repeated_name(name: str) -> bool:
    """Whether a made-up name can stand for itself if a document uses it again and again: AnyTool, NR-LLM.

    Plain acronyms (PDE, EHR) and compounds of words (LLM-based, Q-function) cannot.
    """
    parts = re.split(r"[-+]", name)
    if len(parts) == 1:
        return bool(re.search(r"[a-z][A-Z]", name)) and not name[0].islower()
    if not all(part[:1].isupper() or part[:1].isdigit() for part in parts):
        return False
    return any(concept_key(part) not in known_keys() for part in parts)
