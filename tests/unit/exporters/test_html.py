"""The HTML page, read back by a parser and, where one is installed, by a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest

from explorer.exporters import EXPORTERS
from explorer.exporters._html import page as page_of
from explorer.exporters.safe import one_line, plain
from explorer.graph.snapshot import Quote, Snapshot
from explorer.render.theme import theme
from tests.browser import Browser, headless_browser
from tests.hostile import HOSTILE
from tests.snapshots import NODES, hostile_snapshot, large_snapshot, small_snapshot

pytestmark = pytest.mark.usefixtures("qapp")


class _Page(HTMLParser):
    """Tags with their attributes, and the texts of scripts, styles and all else."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.code: list[tuple[str, dict[str, str | None], str]] = []
        self.words = ""
        self._open: tuple[str, dict[str, str | None]] | None = None
        self.feed(text)
        self.close()
        data = next(code for tag, attributes, code in self.code if attributes.get("id") == "data")
        self.data = json.loads(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self._open = tag, dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        self._open = None

    def handle_data(self, data: str) -> None:
        if self._open:
            self.code.append((*self._open, data))
        else:
            self.words += data


def _read(snapshot: Snapshot) -> _Page:
    return _Page(page_of(snapshot))


def test_the_page_ships_the_places_so_that_nothing_moves() -> None:
    page = _read(small_snapshot())
    nodes = {node["id"]: node for node in page.data["nodes"]}
    assert sorted(map(int, nodes)) == [node[0] for node in NODES]
    assert page.data["options"]["physics"] == {"enabled": False}
    # as on the screen: the second node is 60 units from the first, the third at another angle
    (x0, y0), (x1, y1), (x2, y2) = ((nodes[i]["x"], nodes[i]["y"]) for i in ("3", "5", "8"))
    assert (x1 - x0) ** 2 + (y1 - y0) ** 2 == pytest.approx((x2 - x0) ** 2 + (y2 - y0) ** 2, rel=0.01)
    assert y1 > y0 and abs(x2 - x0) < x1 - x0


def test_nodes_have_the_sizes_that_they_have_on_the_screen() -> None:
    snapshot = small_snapshot()
    nodes = _read(snapshot).data["nodes"]
    sizes = [node["size"] for node in nodes]
    assert sizes == sorted(sizes, reverse=True)
    assert 12 <= sizes[0] <= 30 and sizes[0] / sizes[-1] == pytest.approx(
        float(snapshot.scene.radius.max() / snapshot.scene.radius.min()), rel=0.01
    )


def test_nothing_in_the_page_is_fetched_from_anywhere() -> None:
    page = _read(small_snapshot())
    for tag, attributes in page.tags:
        assert tag not in ("link", "iframe", "img", "object", "embed", "base", "form", "video", "audio")
        assert not {"src", "srcset", "action", "style", "background", "poster"} & set(attributes), tag
        assert not any(name.startswith("on") for name in attributes)
        if "href" in attributes:
            assert tag == "a" and attributes["href"].startswith(("http://", "https://"))
            assert attributes["rel"] == "noopener noreferrer"


def test_the_policy_allows_our_scripts_by_hash_and_nothing_else() -> None:
    page = _read(small_snapshot())
    policy = next(a["content"] for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    rules = {words.split()[0]: words.split()[1:] for words in policy.split("; ")}
    assert rules["default-src"] == ["'none'"] and "connect-src" not in rules
    assert not re.search(r"unsafe|https?:|\*", policy)
    hashes = {"script": [], "style": []}
    for tag, attributes, code in page.code:
        if attributes.get("type") != "application/json":
            digest = hashlib.sha256(code.encode()).digest()
            hashes[tag].append(f"'sha256-{base64.b64encode(digest).decode()}'")
    assert rules["script-src"] == hashes["script"] and len(hashes["script"]) == 2
    assert rules["style-src"] == hashes["style"] and len(hashes["style"]) == 1


def test_an_edge_says_its_sentence_with_the_source_and_who_wrote_it() -> None:
    edge = next(edge for edge in _read(small_snapshot()).data["edges"] if edge["id"] == 0)
    assert edge["title"].startswith("Chain of Agents addresses a limit of RAG\nstated in 3 sources\n")
    assert "“RAGでは検索の誤りがそのまま残る。”\n— 勉強会 2025-02-04" in edge["title"]
    assert edge["quotes"][1]["source"] == "Study notes (machine-written text)"


def test_many_quotes_are_cut_and_counted() -> None:
    many = tuple(Quote(f"Sentence {i} " + "x" * 2_000, "Source") for i in range(30))
    edge = next(e for e in _read(replace(small_snapshot(), quotes={0: many})).data["edges"] if e["id"] == 0)
    assert edge["title"].count("\n— Source") == 3 and edge["title"].endswith("and 27 more")
    assert len(edge["quotes"]) == 20 and edge["more"] == "and 10 more"
    assert all(len(quote["exact"]) <= 1_200 and quote["exact"].endswith("…") for quote in edge["quotes"])


def test_the_1500_most_important_nodes_are_drawn_and_the_page_says_so() -> None:
    snapshot = large_snapshot(2_000)
    page = _read(snapshot)
    kept = {int(node["id"]) for node in page.data["nodes"]}
    assert kept == {int(snapshot.scene.view.ids[row]) for row in snapshot.scene.label_order[:1_500]}
    assert all({int(edge["from"]), int(edge["to"])} <= kept for edge in page.data["edges"])
    assert "The 1,500 most important of 2,000 nodes" in page.words


def test_edges_above_the_limit_are_the_weak_ones_and_counted() -> None:
    page = _read(large_snapshot(1_000, per_node=10))
    weights = [int(edge["id"]) % 7 for edge in page.data["edges"]]
    assert len(page.data["edges"]) == 8_000
    assert "8,000 links between them, the strongest of 10,000" in page.words
    assert weights.count(0) < 1_000 / 7 * 10 / 2


def test_the_list_names_every_node_for_readers_who_see_no_drawing() -> None:
    page = _read(small_snapshot())
    for _, _, name in NODES:
        assert name in page.words
    assert "Yucheng Hu, Yuxing Lu · 2024 · to read" in page.words
    assert "papers.db" in page.words and "2026-01-02" in page.words


def test_light_and_dark_differ_in_their_colours() -> None:
    light, dark = (page_of(small_snapshot(scheme)) for scheme in ("light", "dark"))
    assert "color-scheme:light" in light and "color-scheme:dark" in dark
    assert light.split("</style>")[0] != dark.split("</style>")[0]


def test_japanese_and_chinese_texts_carry_their_language() -> None:
    page = _read(small_snapshot())
    languages = {node["name"]: node["language"] for node in page.data["nodes"]}
    assert languages["プロメテウス2: 評価に特化した言語モデル"] == "ja"
    assert languages["检索增强生成综述"] == "zh"


def test_hostile_texts_stay_data_and_are_read_back_equal() -> None:
    snapshot = hostile_snapshot(list(HOSTILE))
    page = _read(snapshot)
    assert [tag for tag, _ in page.tags].count("script") == 3
    names = {int(node["id"]): node["name"] for node in page.data["nodes"]}
    assert names == {i + 1: one_line(text) for i, text in enumerate(HOSTILE)}
    quotes = {edge["id"]: edge["quotes"][0]["exact"] for edge in page.data["edges"]}
    for row, text in enumerate(HOSTILE):
        assert quotes[row].removesuffix("…") == plain(text)[: len(quotes[row]) - quotes[row].endswith("…")]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with headless_browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def _open(browser: Browser, snapshot: Snapshot, path: Path) -> None:
    EXPORTERS["html"].write(snapshot, path)
    browser.events.clear()
    browser.open(path)
    assert browser.run("document.documentElement.dataset.drawn") == str(len(snapshot.scene.view.ids))


def test_a_browser_draws_the_page_without_a_request_or_a_complaint(browser: Browser, tmp_path: Path) -> None:
    _open(browser, small_snapshot(), tmp_path / "検索 graph.html")
    browser.run("document.querySelector('button[data-node=\"5\"]').click()")
    words = browser.run("document.getElementById('passport').innerText")
    assert (
        "Chain of Agents addresses a limit of RAG" in words and "RAGでは検索の誤りがそのまま残る。" in words
    )
    assert browser.requests() == [(tmp_path / "検索 graph.html").as_uri()]
    assert browser.complaints() == []


def test_a_browser_runs_none_of_the_hostile_texts(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    _open(browser, hostile_snapshot(list(HOSTILE)), path)
    shown = browser.run(
        """[...document.querySelectorAll('button[data-node]')].map((button) => {
          button.click();
          const shown = document.querySelector('#passport h2').textContent;
          document.querySelector('#passport button').click();
          return [Number(button.dataset.node), button.textContent, shown];
        })"""
    )
    assert {number: (listed, heading) for number, listed, heading in shown} == {
        i + 1: (one_line(text), one_line(text)) for i, text in enumerate(HOSTILE)
    }
    assert browser.run("document.documentElement.dataset.pwned ?? null") is None
    assert browser.run("document.title") == one_line(HOSTILE[0])
    assert browser.requests() == [path.as_uri()]
    assert browser.complaints() == []


def test_a_tooltip_in_a_browser_is_plain_text(browser: Browser, tmp_path: Path) -> None:
    name = HOSTILE[2]
    _open(browser, hostile_snapshot([name, name, name], edges=False), tmp_path / "tooltip.html")
    # three nodes in one place stand in the middle of the drawing
    x, y = browser.run(
        "(({left, top, width, height}) => [left + width / 2, top + height / 2])"
        "(document.getElementById('graph').getBoundingClientRect())"
    )
    for step in (40, 0):
        browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=x + step, y=y - 8 + step)
    shown = browser.run(
        """new Promise((found, lost) => {
          const until = performance.now() + 20000;
          const look = () => {
            const tip = document.querySelector('.vis-tooltip');
            if (tip && tip.innerText) found([tip.innerText, tip.querySelectorAll(':not(br)').length]);
            else if (performance.now() > until) lost('no tooltip');
            else requestAnimationFrame(look);
          };
          look();
        })"""
    )
    assert shown[0].startswith(one_line(name)) and shown[1] == 0
    assert browser.run("document.documentElement.dataset.pwned ?? null") is None
    assert browser.complaints() == []


def _marked() -> Snapshot:
    """A paper that is read and pinned, another that is being read."""
    snapshot = small_snapshot()
    view = snapshot.scene.view
    states = np.zeros(len(view.ids), np.uint8)
    states[[2, 3]] = 2, 1
    view = replace(view, columns={**view.columns, "read_state": states})
    return replace(snapshot, scene=replace(snapshot.scene, view=view, pinned=frozenset({8})))


def test_pins_and_read_states_are_signs_with_words_and_a_legend() -> None:
    page = _read(_marked())
    marks = {node["id"]: node["marks"] for node in page.data["nodes"] if node["marks"]}
    assert marks == {"8": ["pinned", "read"], "13": ["reading"]}
    words = {node["id"]: node["words"] for node in page.data["nodes"]}
    assert words["8"].endswith("to read · pinned")  # what its record says is not said twice
    for mark in ("pinned", "being read", "read"):
        assert f"{mark}\n" in page.words
    assert "pinned" not in _read(small_snapshot()).words


def test_a_browser_draws_the_signs_in_their_colours(browser: Browser, tmp_path: Path) -> None:
    counts = []
    for snapshot in (small_snapshot(), _marked()):
        _open(browser, snapshot, tmp_path / "marks.html")
        hue = theme("light").good.lstrip("#")
        red, green, blue = (int(hue[at : at + 2], 16) for at in (0, 2, 4))
        counts.append(
            browser.run(
                f"""new Promise((found) => requestAnimationFrame(() => {{
                  const canvas = document.querySelector('#graph canvas');
                  const shown = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                  let count = 0;
                  for (let i = 0; i < shown.length; i += 4)
                    count += shown[i] === {red} && shown[i + 1] === {green} && shown[i + 2] === {blue};
                  found(count);
                }}))"""
            )
        )
        assert browser.complaints() == []
    assert counts[0] == 0 < counts[1]
