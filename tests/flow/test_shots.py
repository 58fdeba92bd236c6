"""Pictures of the window are the same bytes each time: ``EXPLORER_SHOTS=all`` draws each twice, for minutes.

That one view drawn by two processes is the same is held in every run (test_app, test_stability).
"""

from __future__ import annotations

import os

import pytest

from tests.shots import differing

pytestmark = pytest.mark.slow


@pytest.mark.skipif(os.environ.get("EXPLORER_SHOTS") != "all", reason="asked for by EXPLORER_SHOTS=all")
def test_pictures_have_the_same_bytes_in_two_runs():
    assert differing() == []
