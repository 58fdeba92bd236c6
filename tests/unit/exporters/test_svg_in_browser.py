"""The SVG in a browser: hostile names are drawn, none of them runs, nothing is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.exporters import EXPORTERS
from tests.browser import headless_browser
from tests.hostile import HOSTILE
from tests.snapshots import hostile_snapshot

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.slow
def test_a_browser_runs_none_of_the_hostile_names_of_a_drawing(tmp_path: Path) -> None:
    path = tmp_path / "out.svg"
    EXPORTERS["svg"].write(hostile_snapshot(list(HOSTILE)), path)
    with headless_browser(tmp_path / "profile") as browser:
        browser.open(path)
        assert browser.run("document.documentElement.tagName") == "svg"
        assert browser.run("document.querySelectorAll('script, foreignObject, a, iframe').length") == 0
        assert browser.run("document.documentElement.dataset.pwned ?? null") is None
        named = browser.run("[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())")
        assert not [name for name in named if name.lower().startswith("on")]
        assert browser.requests() == [path.as_uri()]
        assert browser.complaints() == []
        assert not [event for event in browser.events if event["method"] == "Page.javascriptDialogOpening"]
