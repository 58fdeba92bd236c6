"""multilingual-e5-small as an OpenVINO graph, made from its weights without torch and without network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from explorer.compute.e5_weights import BLOCK, Weights
from explorer.compute.openvino_alone import load_openvino

if TYPE_CHECKING:
    from openvino import Model, Node

_FAR: Final = np.array(1e4, np.float32)  #: taken from a score before the softmax, which makes it 0
_NIBBLE_ZERO: Final = 8  #: the nibble that stands for 0


def build_graph(weights: Weights) -> Model:
    """The model.

    Inputs ``input_ids`` and ``attention_mask``: (batch, length) int64, length at most ``weights.positions``.
    Output: (batch, hidden) float32 unit vectors, the mean over the tokens that the mask keeps.
    """
    load_openvino()
    from openvino import Model
    from openvino import opset13 as op

    ids, mask = (op.parameter([-1, -1], np.int64, name) for name in ("input_ids", "attention_mask"))
    kept = op.convert(mask, "f32")
    graph = _Graph(weights, op.unsqueeze((kept - np.array(1, np.float32)) * _FAR, np.array([1, 2])))
    x = graph.embed_tokens(ids)
    for layer in range(weights.layers):
        x = graph.feed_forward(graph.attend(x, f"l{layer}"), f"l{layer}")
    return Model([_pool(x, kept)], [ids, mask], "e5-small")


class _Graph:
    """The parts of a layer. ``blocked`` is (batch, 1, 1, length): 0 for a token, far below it for padding."""

    def __init__(self, weights: Weights, blocked: Node) -> None:
        from openvino import opset13

        self.op = opset13
        self._weights = weights
        self._blocked = blocked

    def embed_tokens(self, ids: Node) -> Node:
        """Word + position + token type, normalised: (batch, length, hidden)."""
        op, weights, first = self.op, self._weights, np.array([0])
        length = op.gather(op.shape_of(ids), np.array([1]), np.int64(0))
        positions = self._constant("emb.pos", weights.positions, weights.hidden)
        position = op.slice(positions, first, length, np.array([1]), first)
        word = op.gather(self._words(), ids, np.int64(0))
        return self._normalise(word + position + self._constant("emb.type", weights.hidden), "emb.ln")

    def _words(self) -> Node:
        """(vocabulary, hidden) rows that are unpacked from 4 bits when they are looked up."""
        from openvino import Shape, Tensor, Type

        op, weights = self.op, self._weights
        packed, scales = weights.nibbles("emb.word", weights.vocabulary, weights.hidden)
        shape = Shape([weights.vocabulary, weights.hidden // BLOCK, BLOCK])
        nibbles = op.convert(op.constant(Tensor(packed, shape, Type.u4), shared_memory=False), "f16")
        signed = nibbles - np.full((1, 1, 1), _NIBBLE_ZERO, np.float16)
        factors = op.constant(scales.astype(np.float16)[:, :, None])  # as float16 they stand in the file
        table = np.array([weights.vocabulary, weights.hidden])
        return op.convert(op.reshape(signed * factors, table, special_zero=False), "f32")

    def attend(self, x: Node, layer: str) -> Node:
        """Self-attention with its residual and normalisation."""
        op, hidden = self.op, self._weights.hidden
        query, key, value = (
            self._heads(self._linear(x, f"{layer}.{part}", hidden, hidden)) for part in "qkv"
        )
        attended = op.scaled_dot_product_attention(query, key, value, self._blocked)
        joined = op.reshape(op.transpose(attended, _SWAPPED), np.array([0, 0, hidden]), special_zero=True)
        return self._normalise(self._linear(joined, f"{layer}.ao", hidden, hidden) + x, f"{layer}.aln")

    def _heads(self, x: Node) -> Node:
        """(batch, length, hidden) as (batch, heads, length, hidden / heads)."""
        heads, hidden = self._weights.heads, self._weights.hidden
        split = self.op.reshape(x, np.array([0, 0, heads, hidden // heads]), special_zero=True)
        return self.op.transpose(split, _SWAPPED)

    def feed_forward(self, x: Node, layer: str) -> Node:
        """Two linear maps with GELU between, residual and normalisation."""
        hidden, inner = self._weights.hidden, self._weights.inner
        wide = self.op.gelu(self._linear(x, f"{layer}.fi", inner, hidden), "erf")
        return self._normalise(self._linear(wide, f"{layer}.fo", hidden, inner) + x, f"{layer}.oln")

    def _linear(self, x: Node, name: str, rows: int, columns: int) -> Node:
        matrix = self.op.constant(self._weights.dense(f"{name}.w", rows, columns))
        return self.op.matmul(x, matrix, False, True) + self._constant(f"{name}.b", rows)

    def _normalise(self, x: Node, name: str) -> Node:
        centred = self.op.mvn(x, np.array([-1]), True, self._weights.epsilon, "inside_sqrt")
        scale, shift = (self._constant(f"{name}.{part}", self._weights.hidden) for part in "wb")
        return centred * scale + shift

    def _constant(self, name: str, *shape: int) -> Node:
        return self.op.constant(self._weights.plain(name, *shape))


_SWAPPED: Final = np.array([0, 2, 1, 3])  #: heads before tokens, and back


def _pool(x: Node, kept: Node) -> Node:
    """Mean over the real tokens, unit length."""
    from openvino import opset13 as op

    real, tokens = op.unsqueeze(kept, np.array([2])), np.array([1])
    mean = op.reduce_sum(x * real, tokens, False) / op.reduce_sum(real, tokens, False)
    return op.normalize_l2(mean, tokens, 1e-12, "max")
