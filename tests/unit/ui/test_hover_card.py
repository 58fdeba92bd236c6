"""Cards: text that stays text, in the fonts of its languages."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from explorer.render.theme import theme
from explorer.ui.hover_card import QUOTES_MAX, CardQuote, HoverCard, HoverCardView
from explorer.ui.plain_text import PlainText, Run, _formats

pytestmark = pytest.mark.usefixtures("qapp")
LIGHT = theme("light")


@pytest.fixture
def page(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.show()
    return widget


def filled(page, card):
    view = HoverCardView(page)
    view.set_card(card, LIGHT)
    view.show()
    return view


def test_markup_in_a_title_or_a_sentence_is_shown_as_it_stands(page):
    view = filled(
        page, HoverCard("<b>bold</b>", "uses", "<img src=x>", (CardQuote("<script>1</script>", "&amp;"),))
    )
    assert view.accessibleName() == "<b>bold</b> uses <img src=x> <script>1</script> &amp;"
    view.grab()


def test_a_long_sentence_wraps_and_a_very_long_one_is_cut(page):
    short, long, endless = (
        filled(page, HoverCard("A", quotes=(CardQuote("word " * count, "source"),)))
        for count in (3, 40, 4000)
    )
    assert short.height() < long.height() <= endless.height()
    assert endless.height() < 300
    assert endless.width() <= 352 + 40


def test_a_card_in_sight_that_is_filled_again_has_room_for_its_text(page):
    view = filled(page, HoverCard("A", quotes=(CardQuote("A sentence of a paper.", "source"),)))
    size = view.size()
    view.set_card(HoverCard("A", quotes=(CardQuote("A sentence of a paper.", "source"),)), LIGHT)
    assert view.size() == size


def test_at_most_three_quotes_are_shown(page):
    quotes = tuple(CardQuote(f"Sentence {k}.", "S") for k in range(9))
    name = filled(page, HoverCard("A", quotes=quotes, note="9 in all")).accessibleName()
    assert f"Sentence {QUOTES_MAX - 1}." in name
    assert f"Sentence {QUOTES_MAX}." not in name
    assert name.endswith("9 in all")


def test_a_card_can_be_filled_again_and_again(page):
    view = HoverCardView(page)
    for k in (5, 1, 3):
        view.set_card(HoverCard(f"Name {k}", quotes=tuple(CardQuote(f"s{i}", "") for i in range(k))), LIGHT)
    assert view.accessibleName() == "Name 3 s0 s1 s2"
    assert view.layout().count() == 1 + 3 + 2  # title, quotes, gaps between them


def test_characters_beyond_the_basic_plane_do_not_shift_the_fonts():
    runs = (Run("𠮷野家", "#000000"), Run(" RAG", "#ff0000", bold=True))
    formats = _formats(runs)
    assert [(part.start, part.length) for part in formats] == [(0, 4), (4, 4)]
    assert formats[1].format.foreground().color() == QColor("#ff0000")


def test_a_quotation_has_a_bar(page):
    text = PlainText(page, 200, bar="#ff0000")
    text.set_runs((Run("quoted", "#000000"),))
    image = text.grab().toImage()
    assert image.pixelColor(0, image.height() // 2).name() == "#ff0000"
