"""What stands for a paper of which a document states little."""

from tests.libraries import import_text


def test_a_paper_that_is_cited_by_its_id_alone_is_shown_by_its_id(store):
    import_text(
        store,
        "report.md",
        "# Notes from ICML 2024\n\nWe saw many posters in Vienna this year, and liked most of them.\n\n"
        "## Birds\n\nThe waterbirds dataset (see arXiv:1911.08731) came up in three talks of the week.\n\n"
        "It is small, and yet hard for a model that looks at the water instead of the bird.\n",
    )
    names = [name for (name,) in store.reader.rows("select name from node where name like 'arXiv:%'")]
    assert names == ["arXiv:1911.08731"]


def test_a_year_in_a_bibliography_does_not_hide_the_day_that_a_digest_states(store):
    import_text(
        store, "a.bib", "@misc{k, title={Boats That Sail Themselves}, eprint={2405.01234}, year=2024}\n"
    )
    feed = '{"id": "2405.01234", "title": "Boats That Sail Themselves", "authors": "A. Bee", "update_date": '
    versions = '"2024-05-02", "versions": [{"version": "v1", "created": "Thu, 2 May 2024 10:00:00 GMT"}]}\n'
    import_text(store, "b.jsonl", feed + versions)
    assert [day for (day,) in store.reader.rows("select published from paper")] == ["2024-05-02"]


def test_an_id_in_a_bibliography_does_not_outweigh_arxiv(store):
    import_text(store, "a.bib", "@misc{k, title={Yeast Tokenizers of Proteins}, eprint={2405.01234}}\n")
    rows = (("2405.01234", "Boats That Sail Themselves"), ("2404.22222", "Yeast Tokenizers of Proteins"))
    lines = (f'{{"id": "{i}", "title": "{t}", "authors": "A. Bee", "versions": []}}\n' for i, t in rows)
    import_text(store, "b.jsonl", "".join(lines))
    found = store.reader.rows("select p.arxiv_id, n.name from paper p join node n on n.id = p.id")
    assert set(map(tuple, found)) == set(rows)
