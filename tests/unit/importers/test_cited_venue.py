"""Which edition the words of a reference name, and which words name none."""

from __future__ import annotations

import pytest

from explorer.importers._cited_venue import cited_edition


@pytest.mark.parametrize(
    ("where", "edition"),
    [
        ("Proceedings of the 41st International Conference on Machine Learning", "ICML 2020"),
        ("Advances in Neural Information Processing Systems", "NeurIPS 2020"),
        ("Advances in Neural Information Processing Systems 36: NeurIPS 2023, New Orleans", "NeurIPS 2023"),
        ("The Twelfth International Conference on Learning Representations, ICLR 2024, Vienna", "ICLR 2024"),
        ("Findings of the Association for Computational Linguistics: EMNLP 2023", "EMNLP 2023"),
        ("Proceedings of the 2024 Conference of the North American Chapter of the Association for "
         "Computational Linguistics: Human Language Technologies (Volume 1: Long Papers)", "NAACL 2024"),
        ("Proceedings of the 59th Annual Meeting of the Association for Computational Linguistics and the "
         "11th International Joint Conference on Natural Language Processing", "ACL 2020"),
        ("IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops", "CVPR 2020 Workshops"),
        ("NeurIPS 2021 Workshop on Slow Learning", "NeurIPS 2021 Workshop: Slow Learning"),
        ("ICML 2024 Workshop: MATH-AI", "ICML 2024 Workshop: MATH-AI"),
        ("Proceedings of the NeurIPS 2021 Workshop on Ponds, 2022", "NeurIPS 2021 Workshop: Ponds"),
        ("Transactions on Machine Learning Research", "TMLR 2020"),
    ],
)  # fmt: skip
def test_editions_of_known_series_are_found_in_full_and_short_names(where, edition):
    found = cited_edition(where, "2020")
    assert found is not None and found.name == edition


@pytest.mark.parametrize(
    "where",
    [
        "International Conference on Machine Learning and Applications",
        "16th Conference of the European Chapter of the Association for Computational Linguistics",
        "Transactions of the Association for Computational Linguistics",
        "Journal of ICML Studies",
        "Asian Conference on Machine Learning",
        "arXiv preprint arXiv:2405.01234",
        "Pond Letters",
        "",
    ],
)
def test_journals_and_series_that_only_sound_like_known_ones_name_none(where):
    assert cited_edition(where, "2020") is None


def test_without_a_year_there_is_no_edition():
    assert cited_edition("ICML", "") is None
