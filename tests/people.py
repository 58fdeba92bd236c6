"""Small libraries in which names of authors are one person or several."""

from __future__ import annotations

import json

from explorer.model import NodeKind
from explorer.store import Reader


def snapshot(*papers):
    """(id, title, full names) as lines of arXiv's metadata snapshot."""
    return "\n".join(
        json.dumps(
            {
                "id": arxiv_id,
                "title": title,
                "authors": ", ".join(names),
                "authors_parsed": [[n.split()[-1], " ".join(n.split()[:-1]), ""] for n in names],
                "update_date": "2024-05-01",
            }
        )
        for arxiv_id, title, names in papers
    )


#: "C. Lu" and "Chris Lu" are one; two people are called Wei Wang
PAPERS = snapshot(
    ("2404.00011", "Boats without Keels", ["Chris Lu", "Wei Wang", "Cem Demir"]),
    ("2404.00012", "Boats with Keels", ["C. Lu", "Wei Wang", "Cem Demir"]),
    ("2404.00013", "Protein Tokenizers", ["Wei Wang", "Eva Fink"]),
    ("2404.00014", "Alone at Sea", ["Wei Wang"]),
)
#: under each form one paper more: with a co-author of the boats, of the proteins, of neither, of both
LATER = snapshot(
    ("2405.00021", "Harbours", ["C. Lu", "Wei Wang", "Cem Demir"]),
    ("2405.00022", "Folded Proteins", ["Wei Wang", "Eva Fink"]),
    ("2405.00023", "Trees in Winter", ["Wei Wang", "Ida Holm"]),
    ("2405.00024", "Proteins on Boats", ["Wei Wang", "Eva Fink", "Cem Demir"]),
)


def people(reader: Reader) -> dict[str, int]:
    """Name -> id of the people whose name nobody else has."""
    return dict(
        reader.rows("select name, id from node where kind = ? order by id desc", [int(NodeKind.PERSON)])
    )


def papers_by(reader: Reader, person: int) -> set[str]:
    """Titles of the papers of a person."""
    rows = reader.rows(
        "select n.name from paper_author a join node n on n.id = a.paper where a.person = ?", [person]
    )
    return {row[0] for row in rows}


def titled(reader: Reader, *titles: str) -> list[int]:
    """Ids of papers."""
    found = dict(reader.rows("select name, id from node where kind = 1"))
    return [found[title] for title in titles]
