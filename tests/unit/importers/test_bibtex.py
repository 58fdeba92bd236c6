"""BibTeX: what an entry becomes, which files are lists, and what is no BibTeX."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import ImportFailed
from explorer.exporters.safe import bibtex, one_line
from explorer.importers import Source
from explorer.importers.bibtex import read, recognise
from explorer.model import BlockKind, DocumentKind, EditionRef, SeriesKind
from explorer.text.latex import bibtex_to_plain
from explorer.text.mapped import normalise


def document(text, **source):
    return read(Source("x.bib", text, **source))[0]


def paper(fields, kind="misc"):
    return document(f"@{kind}{{k, title = {{A Title}}, {fields}}}").papers[0]


@pytest.mark.parametrize(
    ("fields", "arxiv_id", "doi"),
    [
        ("eprint = {2405.01234}, archivePrefix = {arXiv}", "2405.01234", ""),
        ("eprint = {2405.01234v3}, eprinttype = {arxiv}", "2405.01234", ""),
        ("journal = {arXiv preprint arXiv:2405.01234}", "2405.01234", ""),
        ("journal = {CoRR}, volume = {abs/2405.01234}", "2405.01234", ""),
        ("doi = {10.48550/arXiv.2405.01234}", "2405.01234", ""),
        ("url = {https://arxiv.org/abs/2405.01234}", "2405.01234", ""),
        ("note = {arXiv:2405.01234 [cs]}", "2405.01234", ""),
        ("note = {It extends arXiv:2405.01234}", "", ""),
        ("eprint = {2405.01234}, eprinttype = {jstor}", "", ""),
        (r"doi = {https://doi.org/10.1234/AB\_c}", "", "10.1234/ab_c"),
    ],
)
def test_ids_stand_in_many_fields(fields, arxiv_id, doi):
    found = paper(fields)
    assert (found.arxiv_id, found.doi) == (arxiv_id, doi)


@pytest.mark.parametrize(
    ("names", "authors", "complete"),
    [
        ("Lake, Ana and Bea Shore", ("Ana Lake", "Bea Shore"), True),
        ("van den Lake, Jr., Ana and others", ("Ana van den Lake Jr.",), False),
        (r"{Pond, Inc.} and {\"O}z, {\c C}a", ("Pond, Inc.", "Ça Öz"), True),
        ("山田 太郎 and 王, 伟", ("山田 太郎", "王 伟"), True),
        ("", (), True),
    ],
)
def test_names_are_given_name_first(names, authors, complete):
    found = paper(f"author = {{{names}}}")
    assert (found.authors, found.authors_complete) == (authors, complete)


@pytest.mark.parametrize(
    ("fields", "published"),
    [
        ("year = 2021, month = mar", "2021-03"),
        ("year = {2021}, month = {3~May}", "2021-03"),
        ("date = {2021-03-04/2021-03-06}", "2021-03-04"),
        ("year = {in press}", ""),
        ("date = {2021-03-04}, eprint = {2103.00001}", "2021-03"),
        ("year = 2022, journal = {Journal of Ponds}, eprint = {2103.00001}", ""),
        ("year = 2021, booktitle = {ICML 2021}", ""),
    ],
)
def test_a_date_is_that_of_the_paper_or_none(fields, published):
    assert paper(fields).published == published


def test_a_library_names_editions_but_is_no_list_of_them():
    found = document(
        "@misc{a, title={T}, year=2020}\n@inproceedings{b, title={U}, booktitle={ICML}, year=2020}"
    )
    assert found.kind is DocumentKind.METADATA
    assert [p.edition and p.edition.name for p in found.papers] == [None, "ICML 2020"]


def test_a_volume_of_proceedings_with_its_papers_is_the_list_of_its_edition():
    volume = "@proceedings{v, title={Proceedings of ICML}, year=2020}\n"
    papers = "".join(f"@inproceedings{{p{n}, title={{T {n}}}, crossref={{v}}}}\n" for n in range(3))
    found = document(papers + volume)
    assert (found.kind, found.title) == (DocumentKind.PAPER_LIST, "ICML 2020 accepted papers")
    assert {p.edition.name for p in found.papers} == {"ICML 2020"}
    mixed = document(papers + volume + "@misc{m, title={Other}}")
    assert mixed.kind is DocumentKind.METADATA


def test_what_a_person_says_a_list_is_holds_for_entries_that_name_no_edition():
    said = EditionRef(SeriesKind.VENUE, "Pond Days", "2020")
    found = document("@misc{a, title={T}}\n@misc{b, title={U}, booktitle={ICML 2019}}", edition=said)
    assert found.kind is DocumentKind.PAPER_LIST
    assert [p.edition.name for p in found.papers] == ["Pond Days 2020", "ICML 2019"]


def test_entries_without_a_title_are_told_and_all_entries_are_accounted_for():
    found = document("@misc{a, title={T}}\n@misc{b, year=2020}\n@misc{c, title={ {} }}\n@misc{d, title={U}}")
    assert len(found.papers) + len(found.issues) == 4
    assert [(issue.line, issue.why) for issue in found.issues] == [
        (2, "The entry b has no title."),
        (3, "The entry c has no title."),
    ]


def test_the_title_of_a_volume_is_a_heading_and_no_paper():
    found = document("@proceedings{v, title={Proceedings of Ponds}}\n@misc{a, title={T}}")
    assert [b.text for b in found.blocks if b.kind is BlockKind.HEADING] == ["Proceedings of Ponds"]
    assert [p.title for p in found.papers] == ["T"]


@pytest.mark.parametrize("text", ["", "@", "@misc{a, year=2020}", "% only a comment\n"])
def test_a_file_without_a_title_is_refused(text):
    with pytest.raises(ImportFailed, match="holds no reference with a title"):
        document(text)


@pytest.mark.parametrize(
    ("name", "text", "sure"),
    [
        ("a.txt", "% Encoding: UTF-8\n\n@Article{a,\n title={T}}", True),
        ("a.txt", "\ufeff@comment{x}", True),
        ("a.bib", "Some words\n@misc{a,\n title={T}}", True),
        ("a.md", "# Pond\n\nCite us:\n```\n@misc{a,\n title={T}}\n```", False),
        ("a.txt", "@someone wrote that {this} is fine", False),
        ("a.bib", "nothing of the kind", False),
    ],
)
def test_only_what_begins_with_an_entry_is_bibtex(name, text, sure):
    assert (recognise(Source(name, text)) >= 0.5) is sure


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_title_that_our_export_escapes_is_read_back_equal(title):
    line = one_line(title).replace("``", "`").replace("''", "'").replace("--", "-")  # ligatures of TeX
    wanted = normalise(" ".join(line.split()))
    assert bibtex_to_plain(normalise(bibtex(line))) in (wanted, " ".join(wanted.split()))


@given(st.text(alphabet="{}\\\"'$^~`%&é aB", max_size=30))
def test_any_braces_and_accents_give_a_title_or_an_issue(title):
    try:
        found = document(f"@misc{{a, title = {{{title}}}}}\n@misc{{b, title = {{Last}}}}")
    except ImportFailed:
        return
    assert found.papers[-1].title == "Last"
    assert len(found.papers) + len({issue.line for issue in found.issues}) >= 2
