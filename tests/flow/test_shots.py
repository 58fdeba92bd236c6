from __future__ import annotations

import pytest

from tests.shots import differing

pytestmark = pytest.mark.slow


def test_pictures_of_a_card_a_report_and_a_lasso_have_the_same_bytes_in_two_runs():
    assert differing(("ego.png", "import-report.png", "tag-lasso.png")) == []
