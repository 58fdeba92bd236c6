"""OpenVINO as a library that computes and does nothing else."""

from __future__ import annotations

import sys


def load_openvino() -> None:
    """Make ``import openvino`` safe: call before.

    Its converter reports each import to Google Analytics and keeps a folder in the home directory, through
    the package ``openvino_telemetry``; it goes without where that package cannot be imported.
    """
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None: never found
