"""Names of methods as a person decides on them; later documents respect it, undo takes it back."""

import pytest

from explorer.errors import ExplorerError, NotFound
from explorer.model import NodeKind
from explorer.ops import concepts, history, tagging
from explorer.questions.dump import dump
from explorer.questions.lookup import find_node
from explorer.store.check import check
from tests.libraries import digest, graph_of, import_text

WEEK = digest(
    "May 6 - May 12",
    [
        (
            "Zeta Nets: Sparse Experts",
            "We propose Sparse Zeta Networks (SZNet), which builds on LoRA. SZNet outperforms DPO.",
            "2405.00001",
        ),
        (
            "OmegaNet: Dense Experts",
            "OmegaNet is fine-tuned on MMLU and uses low-rank adaptation.",
            "2405.00002",
        ),
        (
            "OmegaNets in Practice",
            "We propose OmegaNets, which outperforms DPO. OmegaNets is here.",
            "2405.00003",
        ),
    ],
)
AGAIN = digest(
    "May 13 - May 19",
    [("KappaNet: More Experts", "Low-rank adaptation again. OmegaNets builds on LoRA.", "2405.00004")],
)


@pytest.fixture
def library(store):
    import_text(store, "week.md", WEEK)
    return store


def node(store, name):
    return find_node(store.reader, name, NodeKind.CONCEPT)


def concept(store, name):
    return next(c for c in dump(store.reader)["concepts"] if c["name"] == name)


def forms_of(store, name):
    return {alias["form"]: alias["status"] for alias in concept(store, name)["aliases"]}


def named(store, name):
    wanted = concept(store, name)["id"]
    return [m["exact"] for m in dump(store.reader)["mentions"] if m["concept"] == wanted]


def both_ways(store, before):
    """Undo is what was before, redo what is now; the library is sound in both."""
    after = graph_of(store)
    assert after != before
    assert check(store.reader) == []
    history.undo(store)
    assert graph_of(store) == before
    assert check(store.reader) == []
    history.redo(store)
    assert graph_of(store) == after


def test_a_rejected_name_takes_its_mentions_with_it_and_undo_brings_them_back(library):
    before = graph_of(library)
    assert "low-rank adaptation" in named(library, "LoRA")
    changes = concepts.reject_aliases(library, [(node(library, "LoRA"), "Low-Rank Adaptation")])
    assert changes.label == "Reject “Low-Rank Adaptation” for “LoRA”"
    assert set(named(library, "LoRA")) == {"LoRA"}
    both_ways(library, before)
    with pytest.raises(NotFound):
        find_node(library.reader, "low-rank adaptation", NodeKind.CONCEPT)


def test_a_rejected_name_of_the_lexicon_stays_away_from_later_documents(library):
    concepts.reject_aliases(library, [(node(library, "LoRA"), "Low-Rank Adaptation")])
    import_text(library, "again.md", AGAIN)
    assert set(named(library, "LoRA")) == {"LoRA"}
    assert {s for f, s in forms_of(library, "LoRA").items() if f.casefold() == "low-rank adaptation"} == {
        "rejected"
    }


def test_accepting_a_rejected_name_finds_its_places_again(library):
    lora = node(library, "LoRA")
    count = len(named(library, "LoRA"))
    concepts.reject_aliases(library, [(lora, "Low-Rank Adaptation")])
    import_text(library, "again.md", AGAIN)
    concepts.accept_aliases(library, [(lora, "Low-Rank Adaptation")])
    assert len(named(library, "LoRA")) == count + 2  # LoRA and “Low-rank adaptation” of the later document


def test_a_name_by_hand_is_found_in_what_the_library_holds(library):
    before = graph_of(library)
    omega = node(library, "OmegaNet")
    concepts.accept_aliases(library, [(omega, "Dense Experts")])
    assert "Dense Experts" in named(library, "OmegaNet")
    assert forms_of(library, "OmegaNet")["Dense Experts"] == "confirmed"
    assert node(library, "dense experts") == omega
    both_ways(library, before)


def test_the_canonical_name_cannot_be_rejected_nor_a_stranger(library):
    lora = node(library, "LoRA")
    with pytest.raises(ExplorerError, match="is what the concept is called"):
        concepts.reject_aliases(library, [(lora, "LoRA")])
    with pytest.raises(NotFound, match="no alias"):
        concepts.reject_aliases(library, [(lora, "Something Else")])
    with pytest.raises(NotFound):
        concepts.reject_aliases(library, [(find_node(library.reader, "2405.00001"), "x")])


def test_two_concepts_become_one_and_undo_parts_them(library):
    keep, other = node(library, "OmegaNet"), node(library, "SZNet")
    tagging.tag(library, "experts", [other])
    before = graph_of(library)
    count = len(named(library, "OmegaNet")) + len(named(library, "SZNet"))
    assert concepts.merge(library, keep, other, "one thing").label == "Merge “SZNet” into “OmegaNet”"
    assert node(library, "SZNet") == node(library, str(other)) == keep
    assert len(named(library, "OmegaNet")) == count
    links = {(x["predicate"], x["object"]) for x in dump(library.reader)["links"] if x["subject"] == keep}
    assert {("outperforms", node(library, "DPO")), ("builds_on", node(library, "LoRA"))} <= links
    assert any(tag["label"] == "experts" for tag in dump(library.reader)["trends"])
    both_ways(library, before)


def test_a_merged_method_goes_on_being_found_by_later_documents(library):
    keep, other = node(library, "OmegaNet"), node(library, "DPO")
    concepts.merge(library, keep, other)
    import_text(
        library, "more.md", digest("May 20 - May 26", [("Pi", "DPO and SZNet, compared.", "2405.00009")])
    )
    assert "DPO" in named(library, "OmegaNet")
    assert not [c for c in dump(library.reader)["concepts"] if c["name"] == "DPO"]
    assert check(library.reader) == []


def test_a_merged_concept_may_be_merged_again(library):
    a, b, c = (node(library, name) for name in ("OmegaNet", "SZNet", "MMLU"))
    before = graph_of(library)
    concepts.merge(library, b, a)
    concepts.merge(library, c, b)
    assert node(library, "OmegaNet") == node(library, str(a)) == node(library, str(b)) == c
    history.undo(library)
    history.undo(library)
    assert graph_of(library) == before


def test_several_pairs_are_one_step(library):
    a, b, c = (node(library, name) for name in ("OmegaNet", "SZNet", "MMLU"))
    before = graph_of(library)
    assert concepts.merge_pairs(library, [(b, a), (c, a)]).label == "Merge 2 pairs of concepts"
    assert node(library, "SZNet") == c
    both_ways(library, before)


def test_a_renamed_method_keeps_its_old_name_as_an_alias_also_for_the_lexicon(library):
    before = graph_of(library)
    lora = node(library, "LoRA")
    concepts.rename(library, lora, "Low-Rank Adapters")
    assert concept(library, "Low-Rank Adapters")["id"] == lora == node(library, "LoRA")
    both_ways(library, before)
    import_text(library, "again.md", AGAIN)
    assert named(library, "Low-Rank Adapters").count("LoRA") == 2
    assert not [c for c in dump(library.reader)["concepts"] if c["name"] == "LoRA"]


def test_a_name_can_be_given_back(library):
    lora = node(library, "LoRA")
    concepts.rename(library, lora, "Adapters")
    concepts.rename(library, lora, "LoRA")
    assert concept(library, "LoRA")["id"] == lora == node(library, "Adapters")
    with pytest.raises(ExplorerError, match="has this name already"):
        concepts.rename(library, node(library, "DPO"), "LoRA")


def test_the_kind_that_a_person_gives_stays(library):
    before = graph_of(library)
    concepts.set_kind(library, node(library, "OmegaNet"), "Model")
    assert concept(library, "OmegaNet")["kind"] == "model"
    both_ways(library, before)
    import_text(library, "again.md", AGAIN)
    assert concept(library, "OmegaNet")["kind"] == "model"
    with pytest.raises(ExplorerError, match="no kind"):
        concepts.set_kind(library, node(library, "OmegaNet"), "planet")


def test_a_form_with_two_meanings_is_settled_for_one(library):
    lora, omega = node(library, "LoRA"), node(library, "OmegaNet")
    concepts.accept_aliases(library, [(lora, "Dense Experts"), (omega, "Dense Experts")])
    before = graph_of(library)
    assert (
        concepts.choose_meanings(library, [("Dense Experts", [omega], [lora])]).label
        == "“Dense Experts” means “OmegaNet”"
    )
    assert forms_of(library, "LoRA")["Dense Experts"] == "rejected"
    assert "Dense Experts" in named(library, "OmegaNet")
    both_ways(library, before)


def test_undoing_an_import_leaves_a_concept_on_which_a_person_decided(library):
    import_text(library, "again.md", AGAIN)
    concepts.reject_aliases(library, [(node(library, "LoRA"), "Low-Rank Adaptation")])
    history.undo(library)
    history.undo(library)
    assert check(library.reader) == []
    history.redo(library)
    history.redo(library)
    assert set(named(library, "LoRA")) == {"LoRA"}
