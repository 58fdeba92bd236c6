"""What looks like the name of a method, and of what kind the thing is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explorer.model import ConceptKind
from explorer.pipeline.extract_lexicon import general_terms
from explorer.text.matcher import concept_key

#: a token that somebody made up: capitals inside, or a capital with a digit; hyphens may join it to more
_CHUNK = r"(?=[A-Za-z0-9]*(?:[a-z][A-Z]|[A-Z][A-Z]|[A-Z][0-9]|[0-9][A-Z]))[A-Za-z0-9]++"
_PART = r"[A-Za-z0-9]++"
COINED = (
    rf"(?<![A-Za-z0-9/@_-])(?<![A-Za-z0-9]\.)(?:{_PART}[-+]){{0,3}}{_CHUNK}"
    rf"(?:[-+@]{_PART}(?:\.\d+)?){{0,3}}\+?(?![A-Za-z0-9_/])"
)
_COINED = re.compile(COINED)
#: "LLM-based", "GPU-friendly", but not SWE-bench
_COMPOUND = re.compile(
    r"\A.*-(?!(?:bench|eval|former|coder|chat|math|arena|base|large|small|mini|lite|text|clip)$)[a-z]{4,}"
)
#: "DOmain reweighting with Generalization Estimation": capitals that only show where an acronym comes from
_SPELLING = re.compile(r"(?<![A-Z])[A-Z]{2,}[a-z]{4,}")
_CJK = re.compile("[ぁ-ヺ一-鿿]")
_UNIT = re.compile(r"\d+(?:\.\d+)?[BMKTGkx%D]?(?:B|GB|MB|TB|D|K)?|[A-Z]?\d{1,4}|[A-Z]{1,2}|\d+[A-Z]")
_TITLE_SPLIT = re.compile(r"\s?[:：]\s+|：|\s[-–—]{1,2}\s|[–—]\s")
_MAX_NAME_WORDS = 4
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .&'’+@()/-]*")
_NO_NAME = re.compile(
    r"(?:an?|the|on|in|from|to|toward|towards|how|why|what|when|where|which|who|is|are|can|do|does|should|will|beyond|"
    r"position|survey|review|overview|tutorial|workshop|understanding|rethinking|revisiting|learning|exploring|"
    r"improving|analyzing|evaluating|investigating|demystifying|unveiling|unlocking|scaling|training|teaching|making|"
    r"not|no|less|more|your|we|you|it|all|one|two|three|attention|introduction|theory|challenges?|report|perspective|"
    r"opinion|commentary|editorial|erratum|reply|comment|part|appendix|invited|oral|spotlight|poster|talk|keynote|"
    r"panel|session|trend|paper|論文|best)",
    re.I,
)
_QUESTION = re.compile(r"[?？!！]$")
_SURVEY = re.compile(
    r"(?:an?\s+)?(?:\w+\s+){0,3}"
    r"(?:survey|review|overview|primer|tutorial|perspective|position paper|roadmap|study)\b",
    re.I,
)
_PHRASE_END = re.compile(
    r"\b(?:of|for|with|in|via|by|on|from|to|using|that|which|through|towards?|across|under|against|over|can|is|are|"
    r"without|beyond|and|\w+ed)\b|[,;:(]",
    re.I,
)
_KIND_WORDS = {
    ConceptKind.BENCHMARK: r"benchmarks?|leaderboards?|test ?suite|testbed|(?:(?<!\w)\w*)?bench|arena|"
    r"ベンチマーク|リーダーボード|基准|评测集|排行榜",
    ConceptKind.DATASET: r"datasets?|data sets?|corpus|corpora|データセット|コーパス|数据集|语料库?",
    ConceptKind.LIBRARY: r"library|toolkits?|toolbox|packages?|ライブラリ|ツールキット|工具包|工具库|库",
    ConceptKind.METRIC: r"metrics?|指標|評価指標|指标",
    ConceptKind.MODEL: r"models?|llms?|language models?|transformers?|networks?|mllms?|vlms?|autoencoders?|"
    r"モデル|ネットワーク|模型|网络",
    ConceptKind.TASK: r"recognition|detection|segmentation|translation|answering|classification|"
    r"captioning|summarization|forecasting|タスク|任务",
}
_KINDS = tuple((kind, re.compile(words, re.I)) for kind, words in _KIND_WORDS.items())
_ENDINGS = tuple((kind, re.compile(rf"(?:{words})$")) for kind, words in _KIND_WORDS.items())
_METHOD_HEAD = re.compile(
    r"(?:learning|optimi[sz]ation|optimi[sz]ers?|attention|generation|decoding|sampling|samplers?|algorithms?|"
    r"regression|search|gradients?|descent|polic(?:y|ies)|distillation|tuning|finetuning|adaptation|adapters?|prompting|"
    r"alignment|embeddings?|diffusion|encoders?|decoders?|inference|forests?|machines?|loss(?:es)?|"
    r"estimation|estimators?|normali[sz]ation|regulari[sz]ation|kernels?|transport|flows?|matching|retrieval|pruning|"
    r"quanti[sz]ation|compression|augmentation|editing|merging|routing|clustering|factori[sz]ation|decomposition|"
    r"training|pre-?training|unlearning|planning|reasoning|bandits?|filters?|propagation|convolutions?|pooling|"
    r"masking|parsing|method|methods|mechanism|framework|strategy|technique|scheme|procedure|fields?|splatting|"
    r"最適化|学習|生成|推論|探索|蒸留|优化|学习|生成|推理|搜索|蒸馏|微调|对齐)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class TitleName:
    """The name that a title introduces, and how sure its shape alone makes it (0 to 1)."""

    name: str
    confidence: float


def is_coined(token: str) -> bool:
    """Whether a token has the shape of a made-up name: QLoRA, XRM, tinyBenchmarks, Med-PaLM.

    >>> [is_coined(t) for t in ("QLoRA", "V-IRL", "Prompting", "3D", "7B", "LLM")]
    [True, True, False, False, False, False]
    """
    if not _COINED.fullmatch(token) or any(p.fullmatch(token) for p in (_UNIT, _COMPOUND, _SPELLING)):
        return False
    key = concept_key(token)
    return not {key, key.rstrip("0123456789")} & general_terms()  # NeurIPS2023


def coined_names(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of made-up names in ``text[start:end]``."""
    stop = len(text) if end is None else end
    return [hit.span() for hit in _COINED.finditer(text, start, stop) if is_coined(hit[0])]


def title_name(title: str, prose: str = "") -> TitleName | None:
    """The name that a title gives to its subject: "NAME: long title", or a title that is nothing but a name.

    A single ordinary word ("Voyager: …") or several ("Tree of Thoughts: …") count
    where ``prose`` (the paper's abstract) writes them with the same capitals
    inside a sentence, and never the single word without them.
    """
    parts = _TITLE_SPLIT.split(title.strip(), maxsplit=1)
    name = parts[0].strip(" \"'“”*`$")
    rest = parts[1].strip() if len(parts) > 1 else ""
    words = name.split()
    if not 0 < len(words) <= _MAX_NAME_WORDS or _QUESTION.search(name) or _is_plain_start(words[0]):
        return None
    if not _PLAIN.fullmatch(name) or concept_key(name) in general_terms() or (rest and _SURVEY.match(rest)):
        return None
    if _SURVEY.fullmatch(words[-1]):
        return None
    coined = [word for word in words if is_coined(word.strip("()"))]
    if not rest:
        return TitleName(name, 0.75) if coined and len(words) <= 2 else None
    if coined and len(words) <= 2:
        return TitleName(name, 0.9)
    if _CJK.search(rest) and not _CJK.search(name) and all(w[0].isupper() or w[0].isdigit() for w in words):
        return TitleName(name, 0.8)  # a capitalised Latin name before words of another script
    if not words[0][0].isupper() or _METHOD_HEAD.search(words[-1]):
        return None
    return TitleName(name, _certainty_in_prose(name, words, prose))


def _is_plain_start(word: str) -> bool:
    """Whether a title that starts so is a phrase; LESS and BEYOND in capitals are names."""
    return bool(_NO_NAME.fullmatch(word)) and not (word.isupper() and len(word) > 2)


def _certainty_in_prose(name: str, words: list[str], prose: str) -> float:
    """Confidence in a name of ordinary words: does the prose use it as a name?"""
    digits = any(word[0].isdigit() for word in words[1:])
    if not prose:
        return 0.6 if len(words) == 1 or digits else 0.4
    inside = re.search(rf"(?<=[a-z,(] ){re.escape(name)}(?![A-Za-z])", prose)
    if len(words) == 1 and re.search(rf"(?<![A-Za-z]){re.escape(name.lower())}(?![A-Za-z])", prose):
        return 0.2
    if inside or re.search(rf"{re.escape(name)}\s?\(", prose):
        return 0.8
    return 0.6 if name in prose and (len(words) == 1 or digits) else 0.3


def singular(long: str) -> str:
    """A spelled-out name without the plural of its head: "Graph Neural Networks" → "Graph Neural Network"."""
    head = re.search(r"(?<![A-Za-z])[A-Za-z]++$", long)
    if head is None or not head[0].endswith("s"):
        return long
    one = head[0][:-1]
    return long[:-1] if kind_of_head(one) or _METHOD_HEAD.fullmatch(one) else long


def kind_of_head(word: str) -> ConceptKind | None:
    """Kind of the thing that a noun names ("dataset", モデル, 基准), or None."""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(word)), None)


def kind_of_phrase(phrase: str, default: ConceptKind = ConceptKind.METHOD) -> ConceptKind:
    """Kind of what an English phrase describes, by its head: the last word before its first preposition."""
    end = _PHRASE_END.search(phrase, 1)
    words = re.findall(r"[A-Za-z][A-Za-z-]*", phrase[: end.start()] if end else phrase)
    return (kind_of_head(words[-1]) if words else None) or default


def kind_of_long_form(long: str) -> tuple[ConceptKind, bool]:
    """(kind, whether the head noun is one that methods and their like have) of a spelled-out name."""
    words = re.findall(r"[A-Za-z][A-Za-z-]*", long)
    if not words:
        endings = (kind for kind, pattern in _ENDINGS if pattern.search(long))
        kind = next(endings, None)
        return kind or ConceptKind.METHOD, kind is not None or bool(_METHOD_HEAD.search(long))
    head = words[-1].rsplit("-", 1)[-1]
    kind = kind_of_head(head)
    return kind or ConceptKind.METHOD, kind is not None or bool(_METHOD_HEAD.fullmatch(head))


def kind_of_title_name(name: str, title: str) -> ConceptKind:
    """Kind of what "NAME: long title" introduces: by the name itself (CogBench), else by its apposition."""
    rest = title.split(name, 1)[-1].lstrip(" :：-–—")
    tail = re.findall(r"[A-Z]?[a-z]+|[A-Z]+", name)
    own = kind_of_head(tail[-1]) if tail else None
    return own if own in (ConceptKind.BENCHMARK, ConceptKind.DATASET) else kind_of_phrase(rest)
