"""What sentences say of the names in them."""

from __future__ import annotations

import re
import time

import pytest

from explorer.text.relations import Relation, find_relations

NAMES = [
    "RLHF",
    "DPO",
    "KTO",
    "SPPO",
    "KAN",
    "MLP",
    "RAG",
    "BERT",
    "LoRA",
    "QLoRA",
    "MMLU",
    "COCO",
    "MT-Bench",
]
KINDS = dict.fromkeys(NAMES, "method") | {"MMLU": "benchmark", "MT-Bench": "benchmark", "COCO": "dataset"}
_PATTERN = re.compile("|".join(sorted(NAMES, key=len, reverse=True)))


def relations(text: str, topic: str = "") -> list[Relation]:
    named = [(hit.start(), hit.end(), hit[0]) for hit in _PATTERN.finditer(text)]
    return list(find_relations(text, named, KINDS, topic))


def said(text: str, topic: str = "") -> set[str]:
    return {f"{r.subject} {r.predicate} {r.object}" for r in relations(text, topic)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SPPO outperforms DPO.", {"SPPO outperforms DPO"}),
        ("SPPO consistently surpasses both DPO and KTO.", {"SPPO outperforms DPO", "SPPO outperforms KTO"}),
        ("DPO is outperformed by SPPO.", {"SPPO outperforms DPO"}),
        ("KANs can outperform MLPs of any size.", {"KAN outperforms MLP"}),
        ("QLoRA builds on LoRA.", {"QLoRA builds_on LoRA"}),
        ("QLoRA, based on LoRA, is small.", {"QLoRA builds_on LoRA"}),
        ("SPPO generalizes over DPO and KTO.", {"SPPO builds_on DPO", "SPPO builds_on KTO"}),
        ("SPPO is a natural generalisation of DPO.", {"SPPO builds_on DPO"}),
        ("SPPO, generalizing DPO, needs no reward.", {"SPPO builds_on DPO"}),
        ("SPPO subsumes DPO.", {"SPPO builds_on DPO"}),
        ("SPPO generalizes better than DPO.", set()),
        ("SPPO generalizes over MMLU.", set()),
        ("SPPOはDPOを一般化する。", {"SPPO builds_on DPO"}),
        ("SPPOはDPOの自然な一般化とみなせる。", {"SPPO builds_on DPO"}),
        ("DPOを一般化したSPPOを提案する。", {"SPPO builds_on DPO"}),
        ("SPPOは未知のDPOを汎化させる。", set()),
        ("SPPO 是 DPO 的一种推广。", {"SPPO builds_on DPO"}),
        ("SPPO提升了DPO的泛化能力。", set()),
        ("SPPO combines DPO with KTO.", {"SPPO builds_on DPO", "SPPO builds_on KTO"}),
        ("KAN is a promising alternative to MLPs.", {"KAN competes_with MLP"}),
        ("We use DPO instead of RLHF.", {"DPO competes_with RLHF"}),
        ("The authors replace RLHF with DPO.", {"DPO competes_with RLHF"}),
        ("They are replacing RLHF with DPO.", {"DPO competes_with RLHF"}),
        ("DPO addresses the instability of RLHF.", {"DPO addresses_limit_of RLHF"}),
        ("QLoRA is a quantised variant of LoRA.", {"QLoRA variant_of LoRA"}),
        ("DPO is compared with KTO.", {"DPO compared_with KTO"}),
        ("We compare DPO and KTO.", {"DPO compared_with KTO"}),
        ("KTO is on par with DPO.", {"KTO compared_with DPO"}),
        ("LoRA needs far less memory than BERT.", {"LoRA compared_with BERT"}),
        (
            "SPPO was evaluated on MMLU and MT-Bench.",
            {"SPPO evaluated_on MMLU", "SPPO evaluated_on MT-Bench"},
        ),
        ("SPPO beats DPO on MT-Bench.", {"SPPO outperforms DPO", "SPPO evaluated_on MT-Bench"}),
        ("BERT was fine-tuned on COCO.", {"BERT trained_on COCO"}),
        ("LoRA is a component of QLoRA.", {"LoRA part_of QLoRA"}),
        ("KTO is the successor of DPO.", {"DPO succeeded_by KTO"}),
        ("RLHF → DPO → KTO", {"RLHF succeeded_by DPO", "DPO succeeded_by KTO"}),
        ("RLHF->DPO", {"RLHF succeeded_by DPO"}),
    ],
)
def test_english_sentences_say_how_methods_stand(text: str, expected: set[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SPPOはDPOやKTOよりも優れた結果を示します。", {"SPPO outperforms DPO", "SPPO outperforms KTO"}),
        ("SPPOはDPOを大きく上回った.", {"SPPO outperforms DPO"}),
        ("KANsはMLPsの代替手段です。", {"KAN competes_with MLP"}),
        ("RLHFに代わる方法としてDPOが提案された。", {"DPO competes_with RLHF"}),
        ("SPPOはRLHFに基づいています。", {"SPPO builds_on RLHF"}),
        ("LoRAに基づく手法QLoRAを使う。", {"QLoRA builds_on LoRA"}),
        ("SPPOはDPOとKTOを組み合わせた手法です。", {"SPPO builds_on DPO", "SPPO builds_on KTO"}),
        ("BERT(LoRAを微調整したモデル)", {"BERT builds_on LoRA"}),
        ("KTOの性能はDPOに匹敵する。", {"KTO compared_with DPO"}),
        ("DPOと比較して、SPPOは安定している。", {"SPPO compared_with DPO"}),
        ("SPPOはMMLUとMT-Benchで評価された。", {"SPPO evaluated_on MMLU", "SPPO evaluated_on MT-Bench"}),
        (
            "SPPOはベンチマーク(MMLU、MT-Bench)でテストされた。",
            {"SPPO evaluated_on MMLU", "SPPO evaluated_on MT-Bench"},
        ),
        ("BERTはCOCOで学習した。", {"BERT trained_on COCO"}),
        ("QLoRAはLoRAの一種です。", {"QLoRA variant_of LoRA"}),
        ("DPOはRLHFの不安定さという問題を解決する。", {"DPO addresses_limit_of RLHF"}),
        ("KTOはDPOの後継である。", {"DPO succeeded_by KTO"}),
    ],
)
def test_japanese_sentences_say_how_methods_stand(text: str, expected: set[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SPPO 优于 DPO 和 KTO。", {"SPPO outperforms DPO", "SPPO outperforms KTO"}),
        ("SPPO在MT-Bench上显著超过DPO。", {"SPPO outperforms DPO", "SPPO evaluated_on MT-Bench"}),
        ("QLoRA 基于 LoRA。", {"QLoRA builds_on LoRA"}),
        ("基于LoRA的方法QLoRA很省内存。", {"QLoRA builds_on LoRA"}),
        ("与 RLHF 相比,DPO 更稳定。", {"DPO compared_with RLHF"}),
        ("KTO 与 DPO 相当。", {"KTO compared_with DPO"}),
        ("KAN 是 MLP 的替代方案。", {"KAN competes_with MLP"}),
        ("QLoRA是LoRA的变体。", {"QLoRA variant_of LoRA"}),
        ("DPO缓解了RLHF的不稳定问题。", {"DPO addresses_limit_of RLHF"}),
        ("BERT在COCO数据集上训练。", {"BERT trained_on COCO"}),
        ("KTO 是 DPO 的后继。", {"DPO succeeded_by KTO"}),
    ],
)
def test_chinese_sentences_say_how_methods_stand(text: str, expected: set[str]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "SPPO does not outperform DPO.",
        "SPPO fails to outperform DPO.",
        "SPPO may outperform DPO.",
        "Does SPPO outperform DPO?",
        "SPPOはDPOを上回りません。",
        "SPPOはDPOを上回ることがあります。",
        "SPPOはDPOより優れていますか?",
        "SPPO 不优于 DPO。",
        "SPPO 是否优于 DPO?",
        "SPPO is here. DPO outperforms everything.",
        "SPPO, DPO and KTO.",
        "MMLU outperforms DPO.",
        "SPPO builds on MMLU.",
        "",
    ],
)
def test_denials_guesses_questions_and_lists_say_nothing(text: str) -> None:
    assert said(text) == set()


def test_the_subject_is_the_one_that_the_grammar_means() -> None:
    assert said("SPPO, a model based on BERT, is new.") == {"SPPO builds_on BERT"}
    assert said("A system based on BERT outperforms DPO.") == set()
    assert said("In MMLU tests, SPPO outperforms DPO.") == {"SPPO outperforms DPO"}
    assert said("SPPO outperforms DPO and KTO can help.") == {"SPPO outperforms DPO"}
    assert said("RL methods use BERT DPO; SPPO outperforms BERT DPO") == {"SPPO outperforms DPO"}


def test_a_clause_without_a_subject_speaks_of_the_topic_with_less_confidence() -> None:
    (implied,) = relations("outperforms DPO by far;", topic="SPPO")
    (stated,) = relations("SPPO outperforms DPO by far;")
    assert (implied.subject, implied.predicate, implied.object) == ("SPPO", "outperforms", "DPO")
    assert implied.confidence < stated.confidence
    assert said("outperforms DPO by far;") == set()
    assert said("他のモデルはDPOより優れている。", topic="SPPO") == set()
    assert said("提案手法はDPOより優れている。", topic="SPPO") == {"SPPO outperforms DPO"}


def test_the_evidence_is_the_sentence() -> None:
    text = "Some words first. SPPO outperforms DPO on MT-Bench. More words."
    for relation in relations(text):
        assert text[relation.start : relation.end] == "SPPO outperforms DPO on MT-Bench."


def test_one_thing_is_said_once_in_its_strongest_form() -> None:
    found = relations("Compared with DPO, SPPO is good, and SPPO outperforms DPO.")
    assert [r.predicate for r in found if {r.subject, r.object} == {"SPPO", "DPO"}] == ["outperforms"]
    assert said("SPPO outperforms DPO and DPO outperforms SPPO.") == set()


def test_a_long_form_with_its_short_form_is_one_name() -> None:
    text = "Kolmogorov nets (KAN) outperform MLP."
    named = [(0, 15, "KAN"), (17, 20, "KAN"), (33, 36, "MLP")]
    (found,) = find_relations(text, named, KINDS)
    assert (found.subject, found.object) == ("KAN", "MLP")


@pytest.mark.parametrize(
    "unit",
    ["SPPO outperforms ", "SPPO, ", "SPPO and ", "SPPO は ", "SPPO と", "与SPPO", "SPPO→", "SPPO is a "],
)
def test_the_time_is_linear_in_a_hostile_text(unit: str) -> None:
    text = unit * (50_000 // len(unit))
    start = time.process_time()
    relations(text)
    relations(text[:1100] + "DPO.")
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "topic", "expected"),
    [
        (
            "RAG(BERTを微調整したもの)とKANを組み合わせたモデル",
            "SPPO",
            {"SPPO builds_on RAG", "SPPO builds_on KAN"},
        ),
        ("SPPO combines DPO (a rival of KTO) with RAG.", "", {"SPPO builds_on RAG", "SPPO builds_on DPO"}),
        ("BERTの重みで初期化した。", "KAN", {"KAN builds_on BERT"}),
        ("用BERT的权重初始化。", "KAN", {"KAN builds_on BERT"}),
        ("DPOをマルチモーダルモデルへ適用した。", "SPPO", {"SPPO builds_on DPO"}),
        ("DPOの修正版であるSPPOを示す。", "", {"SPPO variant_of DPO"}),
        ("BERTを用いたRAGの精度が4%だったのに対し、KANでは74%。", "", {"KAN compared_with BERT"}),
        ("COCOを元に作らせたデータで学習した。", "KAN", {"KAN trained_on COCO"}),
        ("←DPO: RLHFの後の手法に勝利", "SPPO", {"SPPO outperforms DPO"}),
    ],
)
def test_glosses_and_labels_do_not_hide_what_is_said(text, topic, expected):
    assert expected <= said(text, topic)


@pytest.mark.parametrize(
    "text",
    [
        "BERTとKANの信頼性を評価した。",
        "We evaluate the robustness of BERT and KAN.",
        "评估了BERT和KAN的能力。",
    ],
)
def test_a_passage_on_a_benchmark_tests_the_models_that_it_names(text):
    assert said(text, "MMLU") >= {"BERT evaluated_on MMLU", "KAN evaluated_on MMLU"}
    assert not any("evaluated_on" in x for x in said(text, "DPO"))  # a method is no benchmark
    assert not any("evaluated_on" in x for x in said(text))


@pytest.mark.parametrize(
    "text", ["代表例:DPO, KTOなど", "Typical examples: DPO, KTO.", "代表方法包括DPO和KTO。"]
)
def test_instances_of_what_a_passage_is_about_build_on_it(text):
    assert said(text, "RLHF") >= {"DPO builds_on RLHF", "KTO builds_on RLHF"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We then leverage LoRA to save memory.", "#3 builds_on LoRA"),
        ("Our method builds on DPO.", "#3 builds_on DPO"),
        ("Extensive experiments on MMLU show this.", "#3 evaluated_on MMLU"),
        ("Results across MMLU and MT-Bench agree.", "#3 evaluated_on MT-Bench"),
    ],
)
def test_a_paper_says_what_it_uses_and_where_it_is_evaluated(text, expected):
    assert expected in said(text, "#3")


def test_what_a_paper_says_of_others_is_not_its_own():
    assert said("BERT is evaluated on MMLU.", "#3") == {"BERT evaluated_on MMLU"}
    assert said("We do not use LoRA.", "#3") == set()


def test_a_bullet_of_a_symbol_font_is_no_name():
    assert said("\uf0b7 KAN outperforms \uf0b7 and BERT. \uf0a7 KTO builds on DPO.") >= {"KTO builds_on DPO"}
    assert said("KAN outperforms \uf0b7.") == set()
