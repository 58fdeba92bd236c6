"""LaTeX in titles, fingerprints of titles, names of people."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.fingerprint import short_fingerprint, split_tags, title_fingerprint
from explorer.text.latex import latex_to_plain
from explorer.text.names import fold_name, given_first, join_name, split_authors


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        (r"$\bf{\Phi}_\textrm{Flow}$: Simulations", "Φ_Flow: Simulations"),
        (r"E$^2$GAN", "E²GAN"),
        (r"Fed-CO$_{2}$", "Fed-CO₂"),
        (r"$\ell_p$ and $D^\alpha$", "ℓ_p and D^α"),
        (r"the $\mathcal{O}(\sqrt{T})$ Barrier", "the O(√T) Barrier"),
        (r"{\rm E}(3)", "E(3)"),
        (r"$\tilde O(k)$ by H\"{o}lder, Fr\'echet and Erd\H{o}s", "Õ(k) by Hölder, Fréchet and Erdős"),
        (r"Differentiable $ k $-NN", "Differentiable k-NN"),
        (r"$\sim$20 Seconds", "∼20 Seconds"),
        (r"``Hard\" \& easy", '“Hard" & easy'),
        ("Earn $1 Million", "Earn $1 Million"),
        ("From $5 to $10", "From $5 to $10"),
        ("A^2-Nets and snake_case", "A^2-Nets and snake_case"),
        (r"\textbf{A}", "A"),
    ],
)
def test_latex_becomes_what_one_reads(written, plain):
    assert latex_to_plain(written.replace('\\"', '"') if "``" in written else written) == plain


@given(st.text(st.sampled_from("ab\\{}$^_~`'\"é ")))
def test_any_text_comes_through_latex(text):
    assert isinstance(latex_to_plain(text), str)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[Oral] KAN: Kolmogorov–Arnold Networks", "KAN: Kolmogorov-Arnold Networks"),
        ("Position: Bayesian Deep Learning", "Bayesian deep learning."),
        ("What’s “in” a Name?", 'What\'s "in" a name'),
        (r"$\texttt{MoE-RBench}$: Towards", "MoE-RBench: towards"),
        ("EMC$^2$: Efficient", "EMC2: Efficient"),
        ("Fréchet Regression", "Frechet regression"),
        ("ＬＬＭの評価", "LLMの評価"),
    ],
)
def test_spellings_of_one_title_share_a_fingerprint(one, other):
    assert title_fingerprint(one) == title_fingerprint(other)


def test_different_titles_have_different_fingerprints():
    titles = ["ガス", "カス", "Segment Anything", "Segment Anything in High Quality", "[Re] GNNs", "GNNs"]
    assert len({title_fingerprint(title) for title in titles}) == len(titles)


def test_the_short_form_stands_before_the_colon_or_dash():
    assert short_fingerprint("KAN: Kolmogorov-Arnold Networks") == "kan"
    assert short_fingerprint("Position: KAN: Networks") == "kan"
    assert short_fingerprint("Self-Adaptive LLMs - a framework") == "selfadaptivellms"
    assert short_fingerprint("Prometheus2：評価") == "prometheus2"
    assert short_fingerprint("Multi-token Prediction at 10:30") == "multitokenpredictionat1030"


def test_tags_are_kept_apart_but_never_the_whole_title():
    assert split_tags("[Spotlight] [Oral] X") == (("spotlight", "oral"), "X")
    assert split_tags("Position: X") == (("position",), "X")
    assert split_tags("[Oral]") == ((), "[Oral]")


@pytest.mark.parametrize(
    ("line", "names", "complete"),
    [
        ("Ana Maria Silva, Bo Chen and Carl Roe", ("Ana Maria Silva", "Bo Chen", "Carl Roe"), True),
        ("Silva, Ana; Chen, Bo et al.", ("Ana Silva", "Bo Chen"), False),
        ("A. Silva et al.", ("A. Silva",), False),
        ("山田太郎、鈴木花子ほか", ("山田太郎", "鈴木花子"), False),
        ("Ana Silvaら", ("Ana Silva",), False),
        ("张三，李四等", ("张三", "李四"), False),
        ("Bo (Bob) Chen, Brooks(Lee, X) Niu", ("Bo (Bob) Chen", "Brooks(Lee, X) Niu"), True),
        ("Ana Silva*, Bo Chen1,2†", ("Ana Silva", "Bo Chen"), True),
        ("John Roe, Jr., Ann Lee", ("John Roe Jr.", "Ann Lee"), True),
        ("Bo (Chen, Ann Lee", ("Bo (Chen", "Ann Lee"), True),
        ("S. M. Ali Eslami, Jean-baptiste Alayrac", ("S. M. Ali Eslami", "Jean-baptiste Alayrac"), True),
        ("", (), True),
    ],
)
def test_author_lines_are_split(line, names, complete):
    assert split_authors(line) == (names, complete)


def test_names_turn_and_fold():
    assert given_first("van der Berg, J.") == "J. van der Berg"
    assert given_first("King, Martin Luther, Jr.") == "Martin Luther King Jr."
    assert given_first("Ana  Silva") == "Ana Silva"
    assert join_name("Jin", "Mingyu") == "Mingyu Jin"
    assert fold_name("Marin Soljačić") == fold_name("MARIN SOLJACIC")
    assert fold_name("Marta R. Costa-jussà") == "marta r costa jussa"
    assert fold_name("Łukasz Ørsted") == "lukasz orsted"
    assert fold_name("がくと") != fold_name("かくと")


@pytest.mark.parametrize(
    "unit",
    [
        "{",
        "$",
        "}",
        "\\",
        "$a",
        "^",
        "`",
        "$ ",
        "\\a{",
        "$^{",
        "[",
        "[oral]",
        ": ",
        ",",
        "(",
        "et al",
        " and ",
        "1",
        "\u0301\u0323",
        "\\'",
    ],
)
@pytest.mark.parametrize(
    "read",
    [latex_to_plain, title_fingerprint, short_fingerprint, split_tags, split_authors, fold_name, given_first],
)
def test_hostile_titles_and_names_take_linear_time(unit, read):
    text = "a" + unit * (100_000 // len(unit))
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 2
