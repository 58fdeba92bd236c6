"""Pictures of the window are the same bytes each time; ``EXPLORER_SHOTS=all`` draws each twice."""

from __future__ import annotations

import os

import pytest

from tests.shots import SHOTS, differing

DRAWN = tuple(SHOTS) if os.environ.get("EXPLORER_SHOTS") == "all" else ("import-report.png",)

pytestmark = pytest.mark.slow


def test_pictures_have_the_same_bytes_in_two_runs():
    assert differing(DRAWN) == []
