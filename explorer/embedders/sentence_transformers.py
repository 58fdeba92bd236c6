"""Any sentence-transformers model that lies in a local folder as safetensors: no download, no remote code."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.embedders import Embedder, Encoder, Identity
from explorer.errors import ExplorerError

_INSTALL: Final = 'pip install "paper-explorer[sentence-transformers]"'
_E5_PREFIX: Final = "query: "  #: what the E5 family wants on both sides of a symmetric comparison
_THREADS: Final = 2
_PROBES: Final = 64  #: pieces of a weight file that are hashed; whole files have gigabytes

Table = dict[str, object]


def _missing() -> str:
    return "" if find_spec("sentence_transformers") and find_spec("torch") else _INSTALL


def _identify(model: str) -> Identity:
    folder = _folder(model)
    if line := _missing():
        raise ExplorerError("The engine sentence-transformers is not installed.", line)
    recipe = f"'{_prefix(folder)}' + text"
    return Identity("sentence_transformers", str(folder), _version(folder), recipe, _dim(folder))


def _folder(model: str) -> Path:
    """The folder; ExplorerError where there is none, without safetensors, or with code of its own."""
    folder = Path(model).expanduser().resolve()
    if not model or not folder.is_dir():
        raise ExplorerError(
            f"There is no model folder {model!r}.", "Name a folder with a sentence-transformers model."
        )
    if not _weight_files(folder):
        raise ExplorerError(f"{folder} holds no *.safetensors file.", "Other weight files are not read.")
    modules = _json(folder / "modules.json")
    types = [str(m.get("type")) for m in modules if isinstance(m, dict)] if isinstance(modules, list) else []
    if not all(name.startswith("sentence_transformers.") for name in types) or "auto_map" in _config(
        folder / "config.json"
    ):
        raise ExplorerError(f"{folder} brings code of its own.", "Such models are not run; choose another.")
    return folder


def _weight_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.safetensors")) + sorted(folder.glob("0_*/*.safetensors"))


def _config(path: Path) -> Table:
    found = _json(path)
    return found if isinstance(found, dict) else {}


def _json(path: Path) -> object:
    """What a JSON file holds, None where there is none; ExplorerError where it is not JSON."""
    try:
        return json.loads(path.read_text("utf-8")) if path.is_file() else None
    except ValueError as error:
        raise ExplorerError(f"{path} is not JSON.", "Copy the model again.") from error


def _prefix(folder: Path) -> str:
    prompts = _config(folder / "config_sentence_transformers.json").get("prompts")
    stated = prompts.get("query") if isinstance(prompts, dict) else None
    return _E5_PREFIX if stated == _E5_PREFIX or "e5" in folder.name.lower().split("-") else ""


def _dim(folder: Path) -> int:
    poolings = [_config(path) for path in sorted(folder.glob("*_Pooling/config.json"))]
    sizes = [pooling.get("word_embedding_dimension") for pooling in poolings]
    size = next((s for s in sizes if s), None) or _config(folder / "config.json").get("hidden_size")
    if not isinstance(size, int):
        raise ExplorerError(f"{folder} does not say how long its vectors are.", "Choose another model.")
    return size


def _version(folder: Path) -> str:
    """Version of the library and a fingerprint of the weights: size and 64 pieces of each file."""
    digest = hashlib.sha256()
    for path in _weight_files(folder):
        size = path.stat().st_size
        digest.update(f"{path.name} {size}".encode())
        with path.open("rb") as file:
            for probe in range(_PROBES):
                file.seek(size * probe // _PROBES)
                digest.update(file.read(4096))
    return f"sentence-transformers {version('sentence-transformers')}, weights {digest.hexdigest()[:16]}"


def _load(model: str) -> Encoder:
    identity = _identify(model)
    os.environ["HF_HUB_OFFLINE"] = os.environ["TRANSFORMERS_OFFLINE"] = "1"
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(_THREADS)
    try:
        transformer = SentenceTransformer(
            identity.model,
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},
        )
    except (OSError, ValueError, KeyError) as error:
        raise ExplorerError(f"The model in {identity.model} cannot be loaded.", str(error)) from error
    prefix = _prefix(Path(identity.model))

    def encode(texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = transformer.encode(
            [prefix + " ".join(text.split()) for text in texts],
            batch_size=16,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, np.float32).reshape(len(texts), identity.dim)

    return encode


EMBEDDER = Embedder("sentence-transformers (a model folder of yours)", _missing, _identify, _load, batch=16)
