"""One name in several languages."""

import pytest

from explorer.text.tag_names import names_by_language


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("pruning / 枝刈り / 剪枝", {"en": "pruning", "ja": "枝刈り", "zh": "剪枝"}),
        ("剪枝/プルーニング", {"zh": "剪枝", "ja": "プルーニング"}),
        ("強化学習 / 强化学习", {"ja": "強化学習", "zh": "强化学习"}),
        ("検索 ｜ retrieval", {"ja": "検索", "en": "retrieval"}),
        ("安全 / safety", {"zh": "安全", "en": "safety"}),
        ("안전 / safety", {"ko": "안전", "en": "safety"}),
        ("LLMの評価", {"ja": "LLMの評価"}),
        ("actor / critic", {"en": "actor / critic"}),
        ("A/B testing", {"en": "A/B testing"}),
        ("  long   context ", {"en": "long context"}),
        ("MoE / mixture of experts / 混合专家", {}),
        ("2024 / 2025", {}),
        ("", {}),
        ("a / ", {"en": "a /"}),
    ],
)
def test_a_name_is_taken_apart_where_each_part_is_in_a_language_of_its_own(name, names):
    assert names_by_language(name) == names
    assert list(names_by_language(name)) == list(names)
