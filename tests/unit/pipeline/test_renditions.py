"""Two languages of one issue or report are one thing; two texts on the same papers are two."""

from itertools import permutations
from pathlib import Path

import pytest

from explorer.ops import history
from explorer.ops.importing import apply
from explorer.pipeline.plan import Input, plan
from explorer.questions.dump import dump
from explorer.questions.passport import passport
from explorer.store.check import check
from tests.libraries import AT, digest, graph_of, import_files, import_text

FOLDER = Path(__file__).parents[2] / "data" / "renditions"
ENGLISH, JAPANESE, CHINESE = (FOLDER / f"report_{language}.md" for language in ("en", "ja", "zh"))
OTHER_BLOG = FOLDER / "other_blog_ja.md"
WEEK = [
    ("Lantern: Lighting Up Sparse Experts", "A router of few words.", "2405.10001"),
    ("Paper Boats: Small Models Afloat", "Distils on one phone.", "2405.10002"),
    ("Tidal Attention", "Keys come and go.", "2405.10003"),
    ("Owls Do Not Hallucinate", "A benchmark of night vision.", "2405.10004"),
    ("Grafting Trees of Thought", "Branches are moved.", "2405.10005"),
]
NEXT_WEEK = [(f"Other {title}", words, f"2405.2{number[6:]}") for title, words, number in WEEK]


def week_ja(rows, covers="2024-05-13~ 2024-05-19"):
    """A Japanese digest of (title, words, arXiv id) rows that does not say whose list it is."""
    parts = [f"週刊論文めぐり:【{covers}】\n\n論文{len(rows)}本を順に読みます.\n"]
    for title, _, number in rows:
        parts.append(
            f"{title}\n\n著者:Ann Hill, Bo Dale\n発行日:2024年05月14日\nURL:http://arxiv.org/pdf/{number}v1\n\n"
            f"概要:\n\nこの論文は{title}を提案する.\n"
        )
    return "\n".join(parts)


def week_en(rows, week="May 13 - May 19"):
    return digest(week, rows)


def documents(store):
    return dump(store.reader)["documents"]


def pairs(store):
    """Names of the sources that are one with another."""
    rows = store.reader.rows(
        """select s.name, t.name from rendition r
           join document d on d.id = r.document join source s on s.id = d.source
           join document o on o.id = r.other join source t on t.id = o.source"""
    )
    return {frozenset(row) for row in rows}


def issues(store):
    """How many issues, reports and talks the library knows."""
    return len({row[0] for row in store.reader.rows("select issue from document where issue is not null")})


# -- reports


@pytest.mark.parametrize(
    "order", list(permutations((ENGLISH, JAPANESE, CHINESE))), ids=lambda o: o[0].stem + o[1].stem
)
@pytest.mark.parametrize("at_once", [True, False], ids=["one import", "three imports"])
def test_three_languages_of_a_report_are_one_in_any_order(store, order, at_once):
    for files in [order] if at_once else [(path,) for path in order]:
        import_files(store, *files)
    assert issues(store) == 1
    first, *others = documents(store)
    assert first["rendition_of"] is None
    assert [d["rendition_of"] for d in others] == [first["id"]] * 2
    assert check(store.reader) == []


def test_another_report_on_the_same_papers_is_another_report(store):
    import_files(store, ENGLISH, OTHER_BLOG, JAPANESE, CHINESE)
    assert issues(store) == 2
    assert all("other_blog_ja.md" not in pair for pair in pairs(store))


def test_the_same_report_on_another_site_is_the_same_report(store):
    text = ENGLISH.read_text(encoding="utf-8")
    import_files(store, ENGLISH)
    import_text(
        store,
        "copy.md",
        "# Read for you: ICML 2024\n\nShared by our readers.\n\n" + text[text.index("## ") :],
    )
    assert issues(store) == 1


def test_two_reports_that_share_only_a_title_are_told_apart(store):
    blog = OTHER_BLOG.read_text(encoding="utf-8")
    _, rest = blog.split("\n", 1)
    import_files(store, ENGLISH)
    import_text(store, "blog.md", "# What we took home from ICML 2024\n" + rest)
    assert issues(store) == 2
    assert pairs(store) == set()


def test_reports_without_a_title_in_files_of_one_name_are_told_apart(store):
    text = JAPANESE.read_text(encoding="utf-8")
    other = OTHER_BLOG.read_text(encoding="utf-8").split("\n", 2)[2]
    import_text(store, "notes/report.md", text)
    import_text(store, "drafts/report.md", other)
    assert issues(store) == 2


def test_what_one_rendition_does_not_state_is_shown_from_the_other(store):
    import_files(store, JAPANESE)
    import_files(store, ENGLISH)
    japanese, english = documents(store)
    assert japanese["title"] == english["title"] == "What we took home from ICML 2024"
    facts = dict(passport(store.reader, japanese["id"]).facts)
    assert facts["Rendition of the same"] == f"{english['title']}: 7 sections say the same"
    issue = store.reader.value("select issue from document where id = ?", [japanese["id"]])
    assert passport(store.reader, issue).name == english["title"]
    assert ("One because", "7 sections say the same") in passport(store.reader, issue).facts


def test_undo_leaves_the_first_rendition_as_it_was_and_redo_joins_them_again(store):
    import_files(store, JAPANESE)
    alone = graph_of(store)
    import_files(store, ENGLISH)
    both = graph_of(store)
    history.undo(store)
    assert graph_of(store) == alone
    assert check(store.reader) == []
    history.redo(store)
    assert graph_of(store) == both


# -- weekly digests


@pytest.mark.parametrize("japanese_first", [True, False])
@pytest.mark.parametrize("at_once", [True, False], ids=["one import", "two imports"])
def test_one_week_in_two_languages_is_one_issue_with_its_papers_once(store, japanese_first, at_once):
    texts = [("week_ja.txt", week_ja(WEEK[::-1])), ("weeks.md", week_en(WEEK))]
    import_all(store, texts if japanese_first else texts[::-1], at_once)
    assert pairs(store) == {frozenset({"week_ja.txt", "weeks.md"})}
    assert (issues(store), len(dump(store.reader)["papers"])) == (1, 5)
    assert check(store.reader) == []


def test_a_week_joins_the_series_that_has_more_weeks(store):
    import_text(store, "week_ja.txt", week_ja(WEEK))
    import_text(store, "weeks.md", week_en(WEEK) + "\n" + week_en(NEXT_WEEK, "May 20 - May 26"))
    series = {row[0] for row in store.reader.rows("select series from edition where series_kind = 'digest'")}
    assert len(series) == 1 and "週刊論文めぐり" not in series


def test_adjacent_weeks_never_merge_even_with_the_same_papers(store):
    import_text(store, "weeks.md", week_en(WEEK))
    import_text(store, "week_ja.txt", week_ja(WEEK, "2024-05-20~ 2024-05-26"))
    assert pairs(store) == set()
    assert issues(store) == 2


def test_another_digest_of_the_week_with_a_few_papers_in_common_is_another_digest(store):
    import_text(store, "weeks.md", week_en(WEEK))
    import_text(store, "week_ja.txt", week_ja(WEEK[:2] + NEXT_WEEK[2:]))
    assert pairs(store) == set()
    assert issues(store) == 2


def test_a_choice_of_the_week_is_not_the_week(store):
    import_text(store, "weeks.md", week_en(WEEK + NEXT_WEEK))
    import_text(store, "week_ja.txt", week_ja(WEEK))
    assert pairs(store) == set()


def test_a_list_of_the_month_is_no_rendition_of_its_weeks(store):
    import_text(store, "weeks.md", week_en(WEEK))
    import_text(store, "month.txt", week_ja(WEEK, "2024-05-01~ 2024-05-31"))
    assert pairs(store) == set()


def test_a_week_that_ends_a_day_later_in_the_other_language_is_the_same_week(store):
    import_text(store, "weeks.md", week_en(WEEK))
    import_text(store, "week_ja.txt", week_ja(WEEK, "2024-05-13~ 2024-05-20"))
    assert issues(store) == 1


def test_rows_without_an_id_are_found_by_what_both_say_of_them(store):
    rows = [*WEEK, ("Kelp-7", "Kelp-7 beats Mistral 7B and Phi-3 on GSM8K with 2.5T tokens.", "")]
    japanese = week_ja([*WEEK, ("海藻のモデル Kelp-7", "", "2405.10006")]).replace(
        "この論文は海藻のモデル Kelp-7を提案する.",
        "2.5T トークンで学習し, GSM8K で Mistral 7B と Phi-3 を上回る Kelp-7.",
    )
    import_text(store, "weeks.md", week_en(rows))
    import_text(store, "week_ja.txt", japanese)
    assert len(dump(store.reader)["papers"]) == 6


def import_all(store, texts, at_once):
    inputs = [Input(name, name, text.encode()) for name, text in texts]
    for group in [inputs] if at_once else [[item] for item in inputs]:
        apply(store, plan(store.reader, group), AT)


# -- the corpus


@pytest.mark.corpus
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_round_up_of_the_corpus_is_one_report_and_all_its_papers_stand_in_both_languages(
    store, corpus, order
):
    seeds = sorted((corpus / "seeds").glob("00[01]_*.txt"))
    for number in order:
        import_files(store, seeds[number])
    assert issues(store) == 1
    papers = dump(store.reader)["papers"]
    assert len(papers) == 14
    assert [len({a["document"] for a in p["appearances"]}) for p in papers] == [2] * len(papers)


@pytest.mark.corpus
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_japanese_week_of_the_corpus_is_an_english_one_with_ten_papers(store, corpus, order):
    files = [next((corpus / "seeds").glob("002_*.txt")), corpus / "digests" / "ml_papers_of_the_week.md"]
    for number in order:
        import_files(store, files[number])
    japanese = next(d for d in documents(store) if d["language"] == "ja")
    assert (japanese["covers"], issues(store)) == ({"from": "2024-04-29", "to": "2024-05-05"}, 104)
    in_week = (
        "select count(distinct p.paper) from presence p join document d on d.issue = p.edition where d.id = ?"
    )
    assert store.reader.value(in_week, [japanese["id"]]) == 10
