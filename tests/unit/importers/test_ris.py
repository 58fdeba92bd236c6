"""RIS: references with and without an end, names and dates in many forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import ImportFailed
from explorer.exporters.safe import one_line
from explorer.importers import Source
from explorer.importers.ris import read, recognise
from explorer.model import DocumentKind, EditionRef, SeriesKind
from explorer.text.latex import latex_to_plain
from explorer.text.mapped import normalise


def document(text, **source):
    return read(Source("x.ris", text, **source))[0]


def paper(*lines):
    return document("\n".join(("TY  - JOUR", "TI  - A Title", *lines, "ER  - "))).papers[0]


@pytest.mark.parametrize(
    ("lines", "authors", "complete"),
    [
        (("AU  - Lake, Ana", "AU  - Bea Shore"), ("Ana Lake", "Bea Shore"), True),
        (("A1  - Lake, Ana; Shore, Bea",), ("Ana Lake", "Bea Shore"), True),
        (("AU  - Lake, Ana, Jr.", "AU  - et al."), ("Ana Lake Jr.",), False),
        (("AU  - 沼田, 花子",), ("沼田 花子",), True),
        ((), (), True),
    ],
)
def test_names_are_as_their_owners_write_them(lines, authors, complete):
    assert (paper(*lines).authors, paper(*lines).authors_complete) == (authors, complete)


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (("PY  - 2020",), "2020"),
        (("PY  - 2020///",), "2020"),
        (("Y1  - 2020/03/04/spring",), "2020-03-04"),
        (("PY  - 2020", "DA  - 2020/03/04"), "2020-03-04"),
        (("PY  - 2021", "DA  - 2020/03/04"), "2021"),
        (("PY  - soon",), ""),
    ],
)
def test_dates_are_as_exact_as_stated(lines, published):
    assert paper(*lines).published == published


@pytest.mark.parametrize(
    "line", ["AN  - arXiv:2405.01234", "M1  - arXiv:2405.01234v1", "DO  - 10.48550/arXiv.2405.01234",
             "JO  - arXiv preprint arXiv:2405.01234", "UR  - https://arxiv.org/pdf/2405.01234"]
)  # fmt: skip
def test_the_arxiv_id_stands_in_many_tags(line):
    assert (paper(line).arxiv_id, paper(line).doi) == ("2405.01234", "")


def test_every_reference_is_a_paper_or_told():
    text = "TY  - JOUR\nTI  - One\n\nTY  - JOUR\nAU  - X\nER  - \nstray\nTY  - JOUR\nTI  - Two\nER  - \n"
    found = document(text)
    assert [p.title for p in found.papers] == ["One", "Two"]
    assert [(issue.line, issue.why.split(";")[0].rstrip(".")) for issue in found.issues] == [
        (1, "The reference has no line ER"),
        (4, "The reference has no title"),
        (7, "This line belongs to no reference"),
    ]


def test_references_are_no_list_of_an_edition_unless_a_person_says_so():
    text = "TY  - CPAPER\nTI  - One\nT2  - ICML 2020\nER  - \nTY  - CPAPER\nTI  - Two\nER  - \n"
    assert document(text).kind is DocumentKind.METADATA
    said = document(text, edition=EditionRef(SeriesKind.VENUE, "Pond Days", "2020"))
    assert said.kind is DocumentKind.PAPER_LIST
    assert [p.edition.name for p in said.papers] == ["ICML 2020", "Pond Days 2020"]


@pytest.mark.parametrize("text", ["", "TY  - JOUR\nER  - ", "no reference"])
def test_a_file_without_a_title_is_refused(text):
    with pytest.raises(ImportFailed, match="holds no reference with a title"):
        document(text)


def test_only_what_begins_with_a_type_is_ris():
    assert recognise(Source("x", "\ufeff\n\nTY  - JOUR\n")) > 0.9
    assert recognise(Source("x.ris", "Dear all,\nTY  - JOUR\n")) == 0.0


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_any_title_of_our_export_is_read_back_equal(title):
    line = one_line(title)
    text = f"TY  - CPAPER\r\nTI  - {line}\r\nAU  - A B\r\nER  - \r\nTY  - CPAPER\r\nTI  - Last\r\nER  - "
    found = document(text).papers
    assert found[-1].title == "Last"
    wanted = " ".join(latex_to_plain(" ".join(normalise(line).split())).split())
    assert len(found) == 1 or " ".join(found[0].title.split()) in (wanted, wanted.removeprefix("\ufeff"))
