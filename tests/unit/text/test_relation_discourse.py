"""Relations that lean on two neighbouring sentences."""

import pytest

from explorer.text.relation_discourse import find_in_discourse
from tests.unit.text.test_relations import _PATTERN, KINDS


def found(text, topic=""):
    named = [(hit.start(), hit.end(), hit[0]) for hit in _PATTERN.finditer(text)]
    return find_in_discourse(text, named, KINDS, topic)


def said(text, topic=""):
    return {f"{r.subject} {r.predicate} {r.object}" for r in found(text, topic)}


@pytest.mark.parametrize(
    "text",
    [
        "RLHF suffers from instability. To address this, we propose DPO.",
        "However, RLHF is costly. It needs four models. To overcome these, they introduce DPO.",
        "RLHFは学習が不安定である。この問題に対処するため、DPOを提案する。",
        "RLHF存在训练不稳定的问题。为了解决这一问题,我们提出DPO。",
    ],
)
def test_the_fault_of_one_method_and_its_remedy(text):
    assert said(text) == {"DPO addresses_limit_of RLHF"}
    assert "KTO addresses_limit_of RLHF" in said(text.replace("DPO", "it"), "KTO")


def test_the_evidence_reaches_over_both_sentences():
    text = "Nothing here. RLHF is unstable. To address this we propose DPO. The end."
    (relation,) = found(text)
    assert text[relation.start : relation.end] == "RLHF is unstable. To address this we propose DPO."


@pytest.mark.parametrize(
    "text",
    [
        "Many know DPO and KTO. She presented a better method: SPPO.",
        "多くの人がDPOやKTOを知っている。彼女はより良い手法を発表した:SPPO。",
        "很多人知道DPO和KTO。她提出了更好的方法:SPPO。",
    ],
)
def test_a_better_method_competes_with_those_just_named(text):
    assert said(text) == {"SPPO competes_with DPO", "SPPO competes_with KTO"}


@pytest.mark.parametrize(
    "text",
    [
        "RLHF is popular. To address this, we propose DPO.",
        "RLHF suffers from instability. We propose DPO.",
        "MMLU is limited. To address this, we propose DPO.",
        "RLHF, DPO, KTO and KAN all fail. To address this, we propose SPPO.",
    ],
)
def test_without_a_fault_a_remedy_or_one_culprit_nothing_is_said(text):
    assert said(text) == set()
