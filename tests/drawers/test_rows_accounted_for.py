"""Rows in are rows accounted for: imported, joined with another, or left over with the reason.

The rows of a file are counted here by json, csv, PyYAML or a pattern alone, never by an importer.
"""

import csv
import io
import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.importers import IMPORTERS, Source
from explorer.pipeline.accounting import account
from explorer.pipeline.recognise import recognise
from explorer.pipeline.unpack import unpack

DATA = Path(__file__).parent.parent / "data" / "importers"
SAMPLES = sorted(p for p in DATA.glob("*/*") if not p.name.endswith(".expected.json"))
VOLUMES = {"proceedings", "mvproceedings", "collection", "mvcollection", "periodical"}
LEFT_OVER = re.compile(
    r"has no (?:title|name)|is no object|Not a JSON object|belongs to no post|names the columns again|"
    r"is broken in|reports an error|No key with a comma|field title does not end"
)
LISTS_LEFT_OUT = re.compile(r"with (\d+) entries was left out")
REPLIES = re.compile(r"Reviews, decisions and comments left out: (\d+)\.")


def json_rows(text):
    """Members of the list, else of the only lists of objects in the object, else of the object."""
    value = json.loads(text.lstrip("\ufeff"))
    if isinstance(value, list):
        return len(value)
    lists = [v for v in value.values() if isinstance(v, list) and any(isinstance(e, dict) for e in v)]
    return sum(map(len, lists)) if lists else len(value)


def line_rows(text):
    return sum(bool(line.strip("\ufeff \t\r")) for line in text.split("\n"))


def table_rows(text):
    """Rows that are not empty, as the csv module finds them, without a first one that names columns."""
    text = text.lstrip("\ufeff")
    dialect = "\t" if "\t" in text.split("\n", 1)[0] else ","
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=dialect) if any(map(str.strip, row))]
    return len(rows) - 1


def yaml_rows(text):
    value = yaml.safe_load(text)
    lists = [value] if isinstance(value, list) else [v for v in value.values() if isinstance(v, list)]
    return sum(map(len, lists))


def bib_rows(text):
    kinds = re.findall(r"^\s*@(\w+)\s*[{(]", text, re.M)
    return sum(kind.lower() not in {"string", "comment", "preamble", *VOLUMES} for kind in kinds)


def ris_rows(text):
    return len(re.findall(r"^\ufeff?TY  - ", text, re.M))


def post_rows(text):
    return sum(bool(part.strip()) for part in re.split(r"^---\s*$", text, flags=re.M))


COUNTED = {
    "accepted_papers": json_rows,
    "conference_events": json_rows,
    "openreview": json_rows,
    "csl_json": json_rows,
    "jsonld": lambda text: text.count('"ScholarlyArticle"'),
    "record_list": lambda text: (
        json_rows(text) if text.lstrip().startswith(("[", "{\n")) else line_rows(text)
    ),
    "arxiv_snapshot": line_rows,
    "arxiv_atom": lambda text: len(re.findall(r"<entry[\s>]", text)),
    "table_list": table_rows,
    "yaml_list": yaml_rows,
    "bibtex": bib_rows,
    "ris": ris_rows,
    "pmlr_posts": post_rows,
}


def read(path, text=None):
    given = Source(path.name, path.read_text("utf-8") if text is None else text)
    return given.text, IMPORTERS[path.parent.name].read(given)[0]


def left_over(document):
    """How many records were not imported, as the issues say."""
    whys = [issue.why for issue in document.issues]
    counted = [found[1] for why in whys for p in (REPLIES, LISTS_LEFT_OUT) if (found := p.search(why))]
    return sum(bool(LEFT_OVER.search(why)) for why in whys) + sum(map(int, counted))


def imported(importer_id, document):
    """How many records were: of a list, several may have been joined to one paper."""
    by_paper = importer_id in ("openreview", "arxiv_snapshot", "arxiv_atom")
    return len(document.papers) if by_paper else len(document.extents)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_every_line_of_a_sample_is_read_left_out_or_given_a_reason(path, ends):
    text = path.read_text("utf-8").replace("\n", ends)
    documents = IMPORTERS[path.parent.name].read(Source(path.name, text))
    made = account(text, documents)
    lines = [made.lines(row) for row in range(len(documents))]
    told = sum(each.item + each.evidence + each.boilerplate + each.unparsed for each in lines)
    assert told == sum(bool(line.strip()) for line in re.split("\r\n|\n", text))
    assert all(line.why and line.line for row in range(len(documents)) for line in made.unparsed(row))


@pytest.mark.parametrize(
    "path",
    [p for p in SAMPLES if p.parent.name in COUNTED],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_rows_of_a_sample_are_imported_or_left_over_with_the_reason(path):
    text, document = read(path)
    rows = COUNTED[path.parent.name](text)
    assert imported(path.parent.name, document) + left_over(document) == rows
    assert rows >= len(document.papers) > 0


def test_every_importer_of_lists_is_counted():
    documents = {"conference_report", "daily_digest", "dair_weekly_digest", "general_document", "id_list"}
    documents |= {"ja_weekly_digest", "slide_transcript", "study_notes"}
    assert set(COUNTED) == set(IMPORTERS) - documents


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "edition"),
    [
        ("icml2018.json", "ICML 2018"),
        ("nips2017.json", "NeurIPS 2017"),
        ("nips2018.json", "NeurIPS 2018"),
        ("colm2024.json", "COLM 2024"),
        ("neurips2023.json", "NeurIPS 2023"),
        ("ICML_2024_Events.json", "ICML 2024"),
    ],
)
def test_rows_of_real_lists_are_all_accounted_for(corpus, name, edition):
    text = (corpus / "venues" / name).read_text("utf-8")
    rows = json.loads(text)
    importer_id = recognise(Source(name, text))
    document = IMPORTERS[importer_id].read(Source(name, text))[0]
    assert len(document.extents) + left_over(document) == len(rows)
    assert [found.name for found in document.editions] == [edition]
    starts = [start for start, _ in document.extents]
    assert starts == sorted(set(starts))
    titles = {"".join(filter(str.isalnum, str(row.get("title") or row.get("name")).lower())) for row in rows}
    others = sum(block.kind == "heading" for block in document.blocks)
    assert len(titles) <= len(document.papers) + others <= len(rows)


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["colm2024.json", "neurips2023.json", "nips2018.json"])
def test_real_lists_are_read_alike_where_nobody_knows_their_format(corpus, name):
    text = (corpus / "venues" / name).read_text("utf-8")
    rows = json.loads(text)
    document = IMPORTERS["record_list"].read(Source(name, text))[0]
    known = IMPORTERS["accepted_papers"].read(Source(name, text))[0]
    assert len(document.extents) + left_over(document) == len(rows) == len(document.papers)
    assert {paper.title for paper in document.papers} >= {paper.title for paper in known.papers}


WORDS = "Otter River Marsh Learning Networks Snow Deep Slow Water Graphs Bounds Priors Reeds Winter Dreams"
TITLE = st.lists(st.sampled_from(WORDS.split()), min_size=3, max_size=9, unique=True).map(" ".join)
KANA_TITLE = st.text(st.sampled_from("かわのみずとゆきをまなぶモデル深層学習"), min_size=12, max_size=24)
CJK_TITLE = st.text(st.sampled_from("河川沼氷雪学習深層模型網絡夢冬春水草"), min_size=8, max_size=20)
NAME = st.sampled_from(["Ann Bee", "Cee van Dee", "José Núñez", "Kim Østergaard", "Bo O'Reed"])
CODECS = ["utf-8", "utf-8-sig", "utf-16", "cp932", "gb18030"]
HEADERS = [
    {"title": "Title", "authors": "Authors", "date": "Year", "arxiv": "arXiv", "status": "Decision"},
    {"title": "Titel", "authors": "Autoren", "date": "Jahr", "arxiv": "arXiv-ID", "status": "Entscheidung"},
    {"title": "タイトル", "authors": "著者", "date": "発行年", "arxiv": "arXiv", "status": "採否"},
    {"title": "标题", "authors": "作者", "date": "年份", "arxiv": "arXiv", "status": "状态"},
    {"title": "Titre", "authors": "Auteurs", "date": "Année", "arxiv": "arXiv", "status": "Statut"},
]


@st.composite
def tables(draw):
    """(names of the columns or None, fields in order, rows, codec): tables as spreadsheets write them."""
    codec = draw(st.sampled_from(CODECS))
    header = draw(st.sampled_from([*HEADERS, None]))
    titles, names = st.one_of(TITLE, CJK_TITLE, KANA_TITLE) if header else TITLE, NAME
    if not codec.startswith("utf"):  # without enough letters beyond ASCII nothing tells the encoding
        header = HEADERS[2 if codec == "cp932" else 3]
        titles = KANA_TITLE if codec == "cp932" else CJK_TITLE
        names = st.sampled_from(["Ann Bee", "Cee van Dee", "Bo Reed"])
    fields = draw(st.permutations(["title", "authors", "date", "arxiv", "status"]))
    titles = draw(st.lists(titles, min_size=3, max_size=8, unique=True))
    rows = [
        {
            "title": title,
            "authors": "; ".join(draw(st.lists(names, min_size=2, max_size=3, unique=True))),
            "date": str(draw(st.integers(2000, 2026))),
            "arxiv": f"24{draw(st.integers(1, 12)):02}.{number:05}",
            "status": draw(st.sampled_from(["Poster", "Oral", "Accept"])),
        }
        for number, title in enumerate(titles, 1)
    ]
    return header, fields, rows, codec


@settings(max_examples=150)
@given(tables(), st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_any_table_comes_back_whatever_its_columns_separator_and_encoding(table, separator, ends, quoted):
    header, fields, rows, codec = table
    out = io.StringIO()
    quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(out, delimiter=separator, lineterminator=ends, quoting=quoting)
    writer.writerows(
        ([[header[f] for f in fields]] if header else []) + [[row[f] for f in fields] for row in rows]
    )
    taken = unpack("list.csv", out.getvalue().encode(codec))
    source = Source("list.csv", taken.text)
    assert recognise(source) == "table_list"
    document = IMPORTERS["table_list"].read(source)[0]
    got = [(p.title, "; ".join(p.authors), p.arxiv_id, p.status) for p in document.papers]
    assert got == [(row["title"], row["authors"], row["arxiv"], row["status"]) for row in rows]


JSON_SHAPES = [
    lambda rows: rows,
    lambda rows: {"info": {"made": "2024"}, "papers": rows},
    lambda rows: {"data": {"conference": {"list": rows}}},
    lambda rows: {f"p{i}": row for i, row in enumerate(rows)},
    lambda rows: [{"paper": row, "score": 1.5} for row in rows],
    lambda rows: {name: [row[name] for row in rows] for name in rows[0]},
    lambda rows: [list(rows[0]), *(list(row.values()) for row in rows)],
]


@settings(max_examples=80)
@given(tables(), st.sampled_from(range(len(JSON_SHAPES))), st.booleans(), st.booleans())
def test_records_of_any_shape_come_back(table, shape, ascii_only, as_yaml):
    header, fields, rows, _ = table
    named = [{(header or HEADERS[0])[field]: row[field] for field in fields} for row in rows]
    value = JSON_SHAPES[shape](named)
    if as_yaml:
        text = yaml.safe_dump(value, allow_unicode=not ascii_only, sort_keys=False, width=60)
    else:
        text = json.dumps(value, ensure_ascii=ascii_only, indent=1)
    source = Source("list.yaml" if as_yaml else "list.json", text)
    importer_id = "yaml_list" if as_yaml else "record_list"
    document = IMPORTERS[importer_id].read(source)[0]
    got = [(p.title, "; ".join(p.authors), p.arxiv_id) for p in document.papers]
    assert got == [(row["title"], row["authors"], row["arxiv"]) for row in rows]
    assert all(text[p.evidence.start : p.evidence.end] == p.evidence.exact for p in document.papers)
