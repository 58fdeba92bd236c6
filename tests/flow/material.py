"""A small library of our own words: two digest weeks in Markdown."""

FIRST_ROWS = (
    (
        "Self-RAG: Learning to Retrieve, Generate, and Critique through Self-Reflection",
        "Self-RAG builds on RAG and decides by itself when it looks things up.",
        "2310.11511",
    ),
    (
        "RAG and RAU: A Survey on Retrieval-Augmented Language Model",
        "surveys Retrieval-Augmented Generation (RAG) and what came from it.",
        "2404.19543",
    ),
    (
        "KAN: Kolmogorov-Arnold Networks",
        "puts learnable functions on edges; compared with MLP it needs fewer parameters.",
        "2404.19756",
    ),
    (
        "Self-Play Preference Optimization for Language Model Alignment",
        "SPPO outperforms DPO on our bench of words.",
        "2405.00675",
    ),
)
SECOND_ROWS = (
    (
        "xLSTM: Extended Long Short-Term Memory",
        "gives LSTM exponential gates; xLSTM outperforms Mamba on long texts.",
        "2405.04517",
    ),
    ("DeepSeek-V2", "a mixture of experts that compresses its cache; evaluated on MMLU.", "2405.04434"),
    (
        "Corrective Retrieval Augmented Generation",
        "CRAG builds on RAG and mends what was looked up.",
        "2401.15884",
    ),
)


def week(days: str, rows: tuple[tuple[str, str, str], ...]) -> str:
    """A digest of one week as Markdown, in the form that the importer of weekly tables reads."""
    lines = ["# Table of Papers", "", f"## Table of Papers ({days}) - 2024"]
    lines += ["| **Paper**  | **Links** |", "| ------------- | ------------- |"]
    for rank, (title, words, arxiv) in enumerate(rows, start=1):
        lines.append(f"| {rank}) **{title}** - {words} | [Paper](https://arxiv.org/abs/{arxiv}) |")
    return "\n".join(lines) + "\n\n"


FIRST = week("April 29 - May 5", FIRST_ROWS)
SECOND = week("May 6 - May 12", SECOND_ROWS)
