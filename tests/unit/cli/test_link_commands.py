"""Links and names decided on the command line, and taken back."""

import json

import pytest

from tests.libraries import digest, import_text, new_store
from tests.terminal import run

ROWS = [
    ("ZetaNet: Sparse Experts", "ZetaNet builds on LoRA. ZetaNet outperforms DPO.", "2405.00001"),
    ("OmegaNet: Dense Experts", "OmegaNet is fine-tuned on MMLU.", "2405.00002"),
]


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "a.db"
    store = new_store(path)
    import_text(store, "week.md", digest("May 6 - May 12", ROWS))
    store.close()
    return path


def numbers(capsys, library, name):
    """(subject, words, object) → (number, status) of the links of a method."""
    found = json.loads(run(capsys, "links", library, name, "--json")[1])["links"]
    return {(x["subject_name"], x["words"], x["object_name"]): (x["link"], x["status"]) for x in found}


def test_links_have_numbers_that_accept_and_reject_take(library, capsys):
    before = run(capsys, "dump", library)
    key = ("ZetaNet", "outperforms", "DPO")
    number, status = numbers(capsys, library, "ZetaNet")[key]
    assert status == "accepted"
    code, out, _ = run(capsys, "reject", library, number)
    assert (code, out) == (0, "Rejected “ZetaNet outperforms DPO”\n")
    assert numbers(capsys, library, "DPO")[key] == (number, "rejected")
    assert json.loads(run(capsys, "reopen", library, number, "--json")[1])["done"].startswith("Reopen")
    code, out, _ = run(capsys, "proposals", library)
    assert "ZetaNet outperforms DPO" in out and f"{number:>7}" in out
    assert json.loads(run(capsys, "proposals", library, "-n", "5", "--json")[1])["links_total"] == 1
    assert run(capsys, "accept", library, number)[0] == 0
    for _ in range(3):
        run(capsys, "undo", library)
    assert run(capsys, "dump", library) == before


def test_a_link_line_has_the_sentence(library, capsys):
    out = run(capsys, "links", library, "ZetaNet")[1]
    assert "ZetaNet builds on LoRA" in out and "“ZetaNet builds on LoRA.” — " in out


def test_several_links_are_decided_in_one_step(library, capsys):
    found = [number for number, _ in numbers(capsys, library, "ZetaNet").values()]
    assert run(capsys, "reject", library, *found)[1] == f"Rejected {len(found)} links\n"
    assert run(capsys, "undo", library)[1] == f"Undo: Reject {len(found)} links\n"


def test_a_link_is_corrected_and_one_is_stated(library, capsys):
    number, _ = numbers(capsys, library, "ZetaNet")["ZetaNet", "outperforms", "DPO"]
    assert run(capsys, "correct", library, number)[0] == 2
    assert run(capsys, "correct", library, number, "--predicate", "compared with", "--turn")[0] == 0
    assert run(capsys, "state", library, "OmegaNet", "part of", "LoRA")[0] == 0
    assert ("DPO", "compared with", "ZetaNet") in numbers(capsys, library, "ZetaNet")
    assert ("OmegaNet", "part of", "LoRA") in numbers(capsys, library, "OmegaNet")
    assert run(capsys, "state", library, "OmegaNet", "eats", "LoRA")[0] == 1
    assert run(capsys, "check", library)[0] == 0


def test_the_passports_say_which_link_it_is(library, capsys):
    number, _ = numbers(capsys, library, "ZetaNet")["ZetaNet", "outperforms", "DPO"]
    links = json.loads(run(capsys, "method", library, "ZetaNet", "--json")[1])["links"]
    assert number in [link["link"] for link in links]
    shown = json.loads(run(capsys, "show", library, "ZetaNet", "--json")[1])
    assert number in [link["link"] for link in shown["statements"]]


def test_names_are_rejected_added_merged_and_changed(library, capsys):
    before = run(capsys, "dump", library)
    assert run(capsys, "alias", library, "LoRA", "Low-Rank Adaptation", "--reject")[0] == 0
    assert "Low-Rank Adaptation" not in run(capsys, "method", library, "LoRA")[1]
    assert (
        run(capsys, "alias", library, "OmegaNet", "オメガネット")[1]
        == "Accepted “オメガネット” for “OmegaNet”\n"
    )
    assert run(capsys, "method", library, "オメガネット")[0] == 0
    assert run(capsys, "apart-methods", library, "OmegaNet", "DPO")[0] == 0
    assert run(capsys, "merge-methods", library, "ZetaNet", "OmegaNet")[0] == 0
    assert run(capsys, "rename-method", library, "OmegaNet", "Zeta Nets")[0] == 0
    assert run(capsys, "set-kind", library, "ZetaNet", "model")[1] == "“Zeta Nets” is a model\n"
    assert json.loads(run(capsys, "method", library, "オメガネット", "--json")[1])["name"] == "Zeta Nets"
    assert run(capsys, "check", library)[0] == 0
    for _ in range(6):
        assert run(capsys, "undo", library)[0] == 0
    assert run(capsys, "dump", library) == before


def test_mistakes_are_said(library, capsys):
    before = run(capsys, "dump", library)
    assert run(capsys, "accept", library, 99999)[0] == 1
    assert run(capsys, "accept", library)[0] == 2
    assert run(capsys, "merge-methods", library, "LoRA", "lora")[0] == 1
    assert run(capsys, "alias", library, "LoRA", "LoRA", "--reject")[0] == 1
    assert run(capsys, "set-kind", library, "LoRA", "planet")[0] == 2
    assert run(capsys, "dump", library) == before
