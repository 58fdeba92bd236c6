"""What we export as references, we read back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explorer.exporters import EXPORTERS
from explorer.exporters._citation import year
from explorer.importers import IMPORTERS, Source
from explorer.ops.sample import make_sample
from explorer.pipeline.recognise import recognise
from explorer.questions.records import all_papers
from explorer.store import Store
from explorer.text.mapped import normalise
from tests.snapshots import small_snapshot


@pytest.fixture(scope="module")
def sample_papers(tmp_path_factory):
    store = Store(make_sample(tmp_path_factory.mktemp("sample") / "sample.pelib"))
    try:
        return all_papers(store.reader)
    finally:
        store.close()


@pytest.mark.parametrize(("exporter", "importer"), [("bib", "bibtex"), ("ris", "ris")])
def test_the_sample_is_read_back_with_its_titles_authors_ids_and_years(
    sample_papers, exporter, importer, tmp_path
):
    path = tmp_path / f"sample.{exporter}"
    EXPORTERS[exporter].write(replace(small_snapshot(), records=sample_papers), path)
    source = Source(path.name, path.read_bytes().decode("utf-8"))
    assert recognise(source) == importer
    (document,) = IMPORTERS[importer].read(source)
    assert not document.issues
    assert len(sample_papers) > 20
    for stated, found in zip(sample_papers, document.papers, strict=True):
        label = found.edition.label if found.edition else found.published
        assert (normalise(stated.title), stated.authors) == (found.title, found.authors)
        assert (stated.arxiv_id, stated.doi) == (found.arxiv_id, found.doi)
        assert stated.openreview == found.openreview or stated.arxiv_id or stated.doi
        assert year(stated) == label[:4]
        assert not found.edition or found.edition.name == stated.venue
