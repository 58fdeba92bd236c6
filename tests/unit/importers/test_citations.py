"""Papers that running text cites, and words that look like papers and are none."""

import time

import pytest

from explorer.importers._citations import find_citations

DPO = "Direct Preference Optimization: Your Language Model is Secretly a Reward Model"
PRH = "The Platonic Representation Hypothesis"
COT = "Chain-of-Thought Prompting Elicits Reasoning in Large Language Models"


def titles(text):
    return [text[slice(*c.title)] if c.title else None for c in find_citations(text)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"It builds on “{COT}” (Wei et al., 2022), and gains.", COT),
        (f"Huhら (2024) の「{PRH}」(arXiv:2405.07987) は主張する。", PRH),
        (f"Huh 等人的《{PRH}》(https://arxiv.org/abs/2405.07987)认为。", PRH),
        (f"論文『{DPO}』も引用された。", DPO),
        (f"we liked the paper *{PRH}* most", PRH),
        (f"**{PRH}** (Huh et al., 2024, [arXiv](https://arxiv.org/abs/2405.07987)): models", PRH),
        (f"[{PRH}](https://arxiv.org/abs/2405.07987)", PRH),
        (f"{DPO} (Rafailov et al., NeurIPS 2023)", DPO),
        (f"{DPO} [arXiv:2305.18290]", DPO),
        (f"Rafailov et al., {DPO}, NeurIPS 2023, arXiv:2305.18290", DPO),
        (f"Rafailov et al. {DPO}. NeurIPS 2023.", DPO),
        (f"{DPO}, Rafael Rafailov, Archit Sharma, NeurIPS 2023", DPO),
        (f"Huh, M., Cheung, B., Wang, T., & Isola, P. (2024). {PRH}. arXiv:2405.07987", PRH),
        (f"Huh, M., & Isola, P. (2024).\n\n{PRH}\n\n.\n\narXiv:2405.07987", PRH),
        (f"Paper 2: {DPO} (Outstanding Paper)", DPO),
        (
            "論文紹介(3/3)Holistic Evaluation of Text-to-Image Models • 評価",
            "Holistic Evaluation of Text-to-Image Models",
        ),
        (
            "手法:Tuning(Finetuned Language Models Are Zero-Shot Learners ICLR 2022)",
            "Finetuned Language Models Are Zero-Shot Learners",
        ),
        ("- **QLoRA** ([arXiv](https://arxiv.org/abs/2305.14314)): four bits", "QLoRA"),
    ],
)
def test_a_title_with_a_proof_beside_it_is_a_citation(text, title):
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "We met at ICML 2024 in Vienna and at NeurIPS 2023 too.",
        "What We Learned at ICML 2024",
        "In the Large Language Model Workshop at ICML 2024",
        "We liked **Vienna** and the “long poster sessions”.",
        "Many know “Few-Shot Prompting” or “Chain of Thought prompting”.",
        "书店里还能买到《理想国》和《红楼梦》。",
        "Zachary Robertson (Stanford University) spoke of Large Language Models.",
        "Chain of thought works well on long problems (Wei et al., 2022).",
        "モデルは「大量の学習データと計算」が必要だと Smith ら (2020) は言う。",
        "See Figure 3 (Smith et al., 2020).",
        "",
    ],
)
def test_words_without_a_proof_are_no_paper(text):
    assert find_citations(text) == []


@pytest.mark.parametrize(
    ("text", "arxiv_id"),
    [
        ("The data (see arXiv:1911.08731) came up.", "1911.08731"),
        ("see [the paper](https://arxiv.org/abs/2402.02805v2)", "2402.02805"),
        ("see [Wei et al. 2022](https://arxiv.org/abs/2201.11903)", "2201.11903"),
        ("出典: https://arxiv.org/abs/2108.07258", "2108.07258"),
        ("Builds on LoRA [arXiv:2106.09685]", "2106.09685"),
    ],
)
def test_an_id_without_a_title_is_a_citation_without_one(text, arxiv_id):
    (citation,) = find_citations(text)
    assert citation.title is None
    assert citation.ids.arxiv_id == arxiv_id


@pytest.mark.parametrize(
    ("text", "authors", "complete"),
    [
        (
            f"Huh, M., La Malfa, E., & Isola, P. (2024). {PRH}. arXiv:2405.07987",
            ("M. Huh", "E. La Malfa", "P. Isola"),
            True,
        ),
        (f"Edward J. Hu et al., “{PRH}”, arXiv:2405.07987", ("Edward J. Hu",), False),
        (f"《{PRH}》(Wu 等,arXiv:2405.07987)", ("Wu",), False),
        (f"{DPO}, Rafael Rafailov, Archit Sharma, NeurIPS 2023", ("Rafael Rafailov", "Archit Sharma"), True),
    ],
)
def test_authors_are_read_as_stated(text, authors, complete):
    (citation,) = find_citations(text)
    assert (citation.authors, citation.complete) == (authors, complete)


def test_two_titles_in_one_line_keep_their_own_venue():
    text = f"(論文1)”{COT}”,NeurIPS2022 (論文2)”{DPO}”,NeurIPS2023"
    found = find_citations(text)
    assert titles(text) == [COT, DPO]
    assert [c.edition.name for c in found] == ["NeurIPS 2022", "NeurIPS 2023"]


def test_two_titles_never_share_an_id():
    text = f"“{COT}” (arXiv:2201.11903) and “{PRH}” (arXiv:2405.07987)"
    assert [c.ids.arxiv_id for c in find_citations(text)] == ["2201.11903", "2405.07987"]


def test_a_workshop_paper_is_not_put_into_the_conference():
    text = f"Singh, S., & Cohn, A. (2024). {PRH}. In ICML 2024 Workshop on Foundations. arXiv:2405.07987"
    (citation,) = find_citations(text)
    assert citation.edition is None
    assert citation.ids.arxiv_id == "2405.07987"


def test_a_source_is_told_from_a_paper_that_is_presented():
    (source,) = find_citations(f"参考: {COT} (NeurIPS 2022)")
    (shown,) = find_citations(f"論文紹介(1/2): {COT}")
    assert (source.aside, source.labelled) == (True, False)
    assert (shown.aside, shown.labelled) == (False, True)


@pytest.mark.parametrize(
    "text",
    [
        "(2024) " * 15_000,
        "Lin, F., " * 12_000 + "(2024).",
        "“" * 100_000,
        "“a" * 50_000,
        "**Paper A" * 12_000,
        "arXiv:2405.07987 " * 6_000,
        "[" * 100_000,
        "[a](https://arxiv.org/abs/" * 4_000,
        "A" * 100_000 + " et al. (2024)",
        "Aa Bb, " * 14_000 + "NeurIPS 2023",
        "NeurIPS 2023, " * 7_000,
        "Paper 1: " * 11_000,
        "《" * 50_000 + "》" * 50_000,
        "(" * 100_000,
        " et al." * 14_000,
        "_a " * 33_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_linear_time(text):
    start = time.process_time()
    find_citations(text)
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Several groups (like this Nature article) said so.", "this Nature article"),
        ("一方、このNature Medicineの論文は反対する。", "このNature Medicineの論文"),
        ("这篇Science文章认为并非如此。", "这篇Science文章"),
    ],
)
def test_a_paper_that_the_text_only_points_at_is_kept_in_its_words(text, words):
    (found,) = find_citations(text)
    assert found.title is None and text[found.start : found.end] == words


def test_the_nature_of_things_is_no_journal():
    assert find_citations("This nature of papers and the Nature of this study are discussed.") == []
