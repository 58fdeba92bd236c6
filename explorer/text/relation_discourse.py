"""What two neighbouring sentences say together: "RAG often fails. To address this, we propose …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from explorer.text.relation_rules import MEASURES
from explorer.text.relations import Named, Relation
from explorer.text.sentences import sentence_spans

_CONFIDENCE = 0.6  #: a proposal: what "this" points at is a guess
_BETWEEN = 1  #: sentences that may stand between a fault and its remedy
_FAR = 60  #: characters between a name and its fault
_MOST_NAMES = 3  #: a sentence that names more lists them
_FAULT = re.compile(
    r"\b(?:suffers?|struggles?|fails?|lacks?|ignores?|neglects?|overlooks?|hurts?|cannot|can not|"
    r"(?:is|are|remains?) (?:\w+ly )?(?:limited|unable|expensive|costly|unstable|inefficient|slow|prone|"
    r"brittle|insufficient|inadequate|susceptible|restricted)|do(?:es)? not help|"
    r"has (?:\w+ ){0,2}(?:limitations?|drawbacks?))"
    r"|でき(?:ない|ません)|(?:に|と)なら?(?:ない|なりません)|なりません|難し|困難|課題|限界|不安定|高コスト|失敗|欠点|悪化"
    r"|存在[^。,]{0,12}(?:问题|不足|缺陷|局限)|面临|难以|无法|不能|受限|缺乏|不足",
    re.I,
)
_REMEDY = re.compile(
    r"\bto (?:\w+ly )?(?:address|overcome|tackle|mitigate|alleviate|resolve|remedy|solve|fix|bridge|handle)"
    r" (?:this|these|such|that|the above|the aforementioned|it|them)\b"
    r"|\b(?:address|overcom|tackl|mitigat|alleviat|resolv|solv|fix)(?:es|s|ing|e)? (?:this|these) "
    r"(?:problems?|issues?|limitations?|challenges?|gaps?|shortcomings?|drawbacks?)"
    r"|(?:この|これらの|こうした|その|上記の)(?:問題|課題|限界|制約|欠点|ギャップ)(?:点)?(?:に対処|を解決|を克服|を緩和|を解消|に取り組)"
    r"|(?:为了?|以)?(?:解决|应对|克服|缓解)了?(?:这|上述|该|此|以上)",
    re.I,
)
_BETTER = re.compile(
    r"\b(?:better|improved|superior) (?:method|approach|way|alternative|technique|one|algorithm)\b"
    r"|(?:より(?:良い|よい|優れた)|改良された)(?:手法|方法|アプローチ|アルゴリズム|やり方)"
    r"|更(?:好|优|有效)的(?:方法|算法|方案)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    text: str
    names: tuple[Named, ...]


def find_in_discourse(
    text: str, names: Sequence[Named], kinds: Mapping[str, str], topic: str = ""
) -> tuple[Relation, ...]:
    """Proposals that lean on two sentences; the evidence reaches from the first to the second.

    Args:
        names, kinds, topic: As ``relations.find_relations`` takes them.
    """
    if not (_REMEDY.search(text) or _BETTER.search(text)):
        return ()
    sentences = list(_sentences(text, names))
    found: dict[tuple[str, str, str], Relation] = {}
    for i in range(len(sentences)):
        for relation in (*_remedied(sentences, i, kinds, topic), *_bettered(sentences, i, kinds, topic)):
            if relation.subject != relation.object:
                found.setdefault((relation.subject, relation.predicate, relation.object), relation)
    return tuple(found.values())


def _sentences(text: str, names: Sequence[Named]) -> Iterator[_Sentence]:
    for start, end in sentence_spans(text):
        inside = tuple(n for n in names if start <= n[0] and n[1] <= end)
        yield _Sentence(start, end, text[start:end], inside)


def _remedied(
    sentences: Sequence[_Sentence], i: int, kinds: Mapping[str, str], topic: str
) -> Iterator[Relation]:
    """The fault of a method in an earlier sentence, and the remedy in this one."""
    remedy = _REMEDY.search(sentences[i].text)
    if remedy is None:
        return
    subject = topic or _first_after(sentences[i], remedy.end(), kinds)
    for before in sentences[max(0, i - 1 - _BETWEEN) : i]:
        for _, end, key in before.names if len(before.names) <= _MOST_NAMES else ():
            after = before.text[end - before.start : end - before.start + _FAR]
            if subject and _FAULT.search(after) and kinds.get(key, "") not in MEASURES:
                yield _relation(subject, "addresses_limit_of", key, (before, sentences[i]))


def _bettered(
    sentences: Sequence[_Sentence], i: int, kinds: Mapping[str, str], topic: str
) -> Iterator[Relation]:
    """The methods that the sentence before names, and the better one of this sentence."""
    better = _BETTER.search(sentences[i].text)
    if better is None or i == 0 or len(sentences[i - 1].names) > _MOST_NAMES:
        return
    subject = _first_after(sentences[i], better.end(), kinds) or topic
    for _, _, key in sentences[i - 1].names:
        if subject and kinds.get(key, "") not in MEASURES:
            yield _relation(subject, "competes_with", key, (sentences[i - 1], sentences[i]))


def _first_after(sentence: _Sentence, at: int, kinds: Mapping[str, str]) -> str:
    return next(
        (
            key
            for start, _, key in sentence.names
            if start >= sentence.start + at and kinds.get(key, "") not in MEASURES
        ),
        "",
    )


def _relation(subject: str, predicate: str, target: str, place: tuple[_Sentence, _Sentence]) -> Relation:
    first, last = place
    return Relation(subject, predicate, target, first.start, last.end, _CONFIDENCE, "two sentences")
