"""Lists of ids: what counts as one, and which texts are no such list."""

from __future__ import annotations

import pytest

from explorer.importers import Source
from explorer.importers.id_list import read, recognise


def ids(text):
    (document,) = read(Source("x.txt", text))
    return [(p.arxiv_id + p.arxiv_version, p.doi, p.openreview) for p in document.papers]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2405.01234", ("2405.01234", "", "")),
        ("* arXiv: 2405.01234v2,", ("2405.01234v2", "", "")),
        ("12) https://arxiv.org/pdf/2405.01234v2.pdf", ("2405.01234v2", "", "")),
        ("(https://huggingface.co/papers/2405.01234)", ("2405.01234", "", "")),
        ("math/0309136", ("math/0309136", "", "")),
        ("doi: 10.1234/Pond.7", ("", "10.1234/pond.7", "")),
        ("https://openreview.net/forum?id=aB1cD2eF3g", ("", "", "aB1cD2eF3g")),
    ],
)
def test_a_line_with_an_id_or_link_is_a_paper(line, found):
    assert recognise(Source("x", line)) >= 0.5
    assert ids(line) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "See arXiv:2405.01234 for more.",
        "https://example.org/2405.01234",
        "2405.01234 A Title That Stands Beside Its Id",
        "1999.99999",
        "Title One\nTitle Two\nTitle Three\n2405.01234",
        "",
    ],
)
def test_prose_and_titles_are_no_list_of_ids(text):
    assert recognise(Source("x", text)) == 0.0
