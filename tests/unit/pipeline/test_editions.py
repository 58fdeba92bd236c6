"""What a person means by the words behind --edition."""

import pytest

from explorer.errors import ExplorerError
from explorer.pipeline.editions import edition_from_words


@pytest.mark.parametrize(
    ("words", "name", "first_day"),
    [
        ("NeurIPS 2023", "NeurIPS 2023", "2023-12-10"),
        ("nips2017", "NeurIPS 2017", "2017-12-04"),
        (" icml-2024 ", "ICML 2024", "2024-07-21"),
        ("Garden Conference 2024", "Garden Conference 2024", ""),
        ("ICML 2024 workshop: MATH-AI", "ICML 2024 Workshop: MATH-AI", "2024-07-21"),
    ],
)
def test_a_name_and_a_year_are_an_edition(words, name, first_day):
    found = edition_from_words(words)
    assert (found.name, found.date_from) == (name, first_day)


@pytest.mark.parametrize("words", ["", "2023", "NeurIPS", "NeurIPS 2023 or so", "NeurIPS 23"])
def test_words_without_a_series_or_year_are_refused_with_an_example(words):
    with pytest.raises(ExplorerError) as caught:
        edition_from_words(words)
    assert "NeurIPS 2023" in caught.value.hint
