"""What the tests of the fetcher share."""

from __future__ import annotations

import pytest

from tests.servers import FakeTime


@pytest.fixture
def fake() -> FakeTime:
    return FakeTime()
