"""The same text in other bytes is nothing new."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.ops.importing import apply
from explorer.pipeline.known_text import text_digest
from explorer.pipeline.plan import Input, plan
from tests.libraries import AT, digest, graph_of

WEEK = digest("May 6 - May 12", [("Cats: A Survey", "It purrs.", "2405.00001"), ("Dogs", "It barks.", "")])
SPELLINGS = {
    "CRLF": WEEK.replace("\n", "\r\n"),
    "old Mac": WEEK.replace("\n", "\r"),
    "byte-order mark": "\ufeff" + WEEK,
    "no line end": WEEK.rstrip("\n"),
    "more empty lines": WEEK + "\n\n",
    "spaces at line ends": WEEK.replace(" |\n", " |  \n"),
}


@pytest.mark.parametrize("text", SPELLINGS.values(), ids=SPELLINGS)
def test_a_text_that_the_library_holds_changes_nothing_in_another_spelling(store, text):
    apply(store, plan(store.reader, [Input("week.md", "week.md", WEEK.encode())]), AT)
    before = graph_of(store)
    again = plan(store.reader, [Input("copy.md", "copy.md", text.encode())])
    assert [(s.known, s.same_text_as) for s in again.sources] == [(True, "week.md")]
    apply(store, again, AT)
    assert graph_of(store) == before


def test_two_spellings_of_one_text_in_one_import_are_read_once(store):
    both = plan(store.reader, [Input(n, n, t.encode()) for n, t in (("a", WEEK), ("b", "\ufeff" + WEEK))])
    assert [(s.known, s.same_text_as) for s in both.sources] == [(False, ""), (True, "a")]
    assert len(both.documents) == 1


def test_a_text_with_another_word_is_new(store):
    apply(store, plan(store.reader, [Input("week.md", "week.md", WEEK.encode())]), AT)
    other = plan(store.reader, [Input("week.md", "week.md", WEEK.replace("barks", "sings").encode())])
    assert not other.sources[0].known


@given(st.text("ab \r\n\ufeff", max_size=20), st.text("ab", min_size=1))
def test_the_digest_minds_words_and_their_lines_only(text, word):
    assert text_digest(text) == text_digest("\ufeff" + text.replace("\r\n", "\n").replace("\r", "\n") + "\n")
    assert text_digest(f"{text}\n{word}") != text_digest(text)
