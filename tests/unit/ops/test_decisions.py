"""Whatever is imported and decided, in any order: undone to the start and redone to the end, it is the same.

``EXPLORER_OPERATIONS`` sets how many steps are taken.
"""

from __future__ import annotations

import os
from itertools import cycle, islice

import numpy as np
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import rule

from explorer.embedders import embedder
from explorer.model import ConceptKind, NodeKind
from explorer.model.predicates import Predicate
from explorer.ops import concepts, following, history, linking, offers, tag_rules, tag_tree, tagging
from explorer.ops.importing import apply
from explorer.pipeline.embed import pending, save
from explorer.pipeline.plan import Input, plan
from explorer.pipeline.readings import as_before
from explorer.store.offers import Offered, keep_offers
from tests.decisions import TEXTS, WHICH, Decisions, whole_of
from tests.libraries import AT, DATA, import_text

OPERATIONS = int(os.environ.get("EXPLORER_OPERATIONS", "80"))
STEPS = 40 if OPERATIONS > 400 else 20  # of one library
ANY = st.integers(0, 400)
TAGS = st.sampled_from(("a", "b", "long context", "long context / 長文脈", "長文脈", "A"))
FORMS = st.sampled_from(("RAG", "Foo", "foo nets", "Retrieval-Augmented Generation", "LoRA", "剪枝", "BERT"))
METHODS = """# Survey

Foo-Net ([arXiv:2404.00001](https://arxiv.org/abs/2404.00001)) builds on BERT and outperforms RAG.
Bar-Net combines LoRA with Retrieval-Augmented Generation (RAG). Foo Net extends Foo-Net.
"""
#: documents of many kinds, each small
FILES = (
    "id_list/group.txt",
    "slide_transcript/trends-en.txt",
    "slide_transcript/trends-ja.txt",
    "study_notes/en.md",
    "ris/mixed.ris",
    "csl_json/zotero.json",
    "bibtex/zotero.bib",
    "table_list/sheet.csv",
    "ja_weekly_digest/week.txt",
    "dair_weekly_digest/three_weeks.md",
    "arxiv_snapshot/records.jsonl",
    "general_document/article.md",
)


def bring_again(store, text):
    item = as_before(store.reader, Input("grows.md", "/grows.md", text.encode()))
    apply(store, plan(store.reader, [item]), AT)


def keep_offer(store, offered):
    with store.operation("Ask", "derived", AT):
        keep_offers(store, [offered])


class Everything(Decisions):
    """Adds tags, names of methods, links, and documents of many kinds to what is decided."""

    def fill(self):
        super().fill()
        self.act(import_text, "survey.md", METHODS)

    def some(self, sql, which):
        """The ids that a query finds, turned round: any of them is the first one day."""
        rows = [row[0] for row in self.store.reader.rows(sql)]
        return list(islice(cycle(rows), which % len(rows), which % len(rows) + len(rows))) if rows else [0]

    def concepts(self, which):
        return self.some("select id from concept order by id", which)

    def links(self, which):
        return self.some("select id from link order by subject, predicate, object, polarity", which)

    @rule(name=st.sampled_from(FILES), newer=st.booleans())
    def bring_file(self, name, newer):
        text = (DATA / name).read_text(encoding="utf-8")
        self.act(import_text, name.replace("/", "-"), text.replace("2", "3", 1) + "\n" if newer else text)

    @rule(name=TAGS, which=ANY, count=st.integers(1, 3))
    def tag_anything(self, name, which, count):
        nodes = self.nodes()
        self.act(tagging.tag, name, [nodes[(which + i) % len(nodes)] for i in range(count)] if nodes else [])

    @rule(name=TAGS, which=ANY)
    def untag(self, name, which):
        self.act(tagging.untag, name, self.some("select distinct node from tagging order by node", which)[:2])

    @rule(name=TAGS, new=TAGS)
    def rename_tag(self, name, new):
        self.act(tagging.rename, name, new)

    @rule(which=ANY, whole=st.booleans())
    def delete_tag(self, which, whole):
        self.act(tag_tree.delete, self.tag_named(which), whole)

    def tag_named(self, which):
        return f"#{self.some('select id from tag order by id', which)[0]}"

    @rule(name=TAGS, which=ANY, under=st.booleans())
    def make_tag(self, name, which, under):
        self.act(tag_tree.make, name, self.tag_named(which) if under else "")

    @rule(which=ANY, over=ANY, place=st.sampled_from((None, 0, 1)), top=st.booleans())
    def move_tag(self, which, over, place, top):
        self.act(tag_tree.move, self.tag_named(which), "" if top else self.tag_named(over), place)

    @rule(which=ANY, words=st.sampled_from(("", "in words", "言葉")), colour=st.sampled_from(("", "#aa3355")))
    def word_tag(self, which, words, colour):
        self.act(tag_tree.describe, self.tag_named(which), words)
        self.act(tag_tree.colour, self.tag_named(which), colour)

    @rule(a=ANY, b=ANY)
    def merge_tags(self, a, b):
        self.act(tag_tree.merge, self.tag_named(a), self.tag_named(b))

    @rule(which=ANY, name=TAGS, count=st.integers(1, 3))
    def split_tag(self, which, name, count):
        carried = self.some("select node from tagging order by tag, node", which)[:count]
        self.act(tag_tree.split, self.tag_named(which), name, carried)

    @rule(which=ANY, words=st.sampled_from(("foo", "networks or bar", "trees -foo", "モデル", "method:bert")))
    def rule_tag(self, which, words):
        self.act(tag_rules.set_rule, self.tag_named(which), words, (NodeKind.PAPER, NodeKind.CONCEPT))

    @rule(which=ANY, whole=st.booleans())
    def drop_rule(self, which, whole):
        self.act(tag_rules.remove_rule, self.tag_named(which), whole)

    @rule(which=WHICH, status=st.sampled_from(("accept", "reject", "reopen")), count=st.integers(1, 3))
    def decide_link(self, which, status, count):
        self.act(getattr(linking, status), self.links(which)[:count])

    @rule(which=WHICH, verb=st.sampled_from(list(Predicate)), turned=st.booleans())
    def correct_link(self, which, verb, turned):
        self.act(linking.correct, self.links(which)[0], verb.value, turned)

    @rule(paper=WHICH, concept=ANY, verb=st.sampled_from(list(Predicate)), between=st.booleans())
    def state_link(self, paper, concept, verb, between):
        ends = self.concepts(concept)
        subject = self.pick(paper) if self.papers() and not between else ends[-1]
        self.act(linking.state, subject, verb.value, ends[0])

    @rule(which=ANY, form=FORMS, status=st.sampled_from(("reject_aliases", "accept_aliases")))
    def decide_form(self, which, form, status):
        self.act(getattr(concepts, status), [(self.concepts(which)[0], form)])

    @rule(which=ANY, status=st.sampled_from(("reject_aliases", "accept_aliases")))
    def decide_alias(self, which, status):
        alias = self.some("select id from alias order by concept, form", which)[0]
        names = self.store.reader.rows("select concept, form from alias where id = ?", [alias])
        if names:
            self.act(getattr(concepts, status), [tuple(names[0])])

    @rule(form=FORMS, a=ANY, b=ANY)
    def choose_meanings(self, form, a, b):
        self.act(concepts.choose_meanings, [(form, self.concepts(a)[:1], self.concepts(b)[:1])])

    @rule(pairs=st.lists(st.tuples(ANY, ANY), min_size=1, max_size=2))
    def merge_concepts(self, pairs):
        self.act(
            concepts.merge_pairs, [(self.concepts(a)[0], self.concepts(b)[0]) for a, b in pairs], "the same"
        )

    @rule(a=ANY, b=ANY)
    def part_concepts(self, a, b):
        self.act(concepts.keep_apart, [(self.concepts(a)[0], self.concepts(b)[0])])

    @rule(which=ANY, name=FORMS)
    def rename_concept(self, which, name):
        self.act(concepts.rename, self.concepts(which)[0], name)

    @rule(which=ANY, kind=st.sampled_from(list(ConceptKind)))
    def set_kind(self, which, kind):
        self.act(concepts.set_kind, self.concepts(which)[0], kind.value)

    @rule(first=st.integers(0, 2), count=st.integers(1, 3), mended=st.booleans())
    def read_again(self, first, count, mended):
        """One file that grows, shrinks and is mended."""
        text = "\n".join(TEXTS[first : first + count])
        self.act(bring_again, text.replace("samples.", "outperforms BERT.") if mended else text)

    @rule(which=st.sampled_from("ab"), follows=st.booleans())
    def follow(self, which, follows):
        word = f"https://{which}.example.org/list.md"
        known = self.some("select id from followed order by id", 0)[:1]
        self.act(following.follow, [word]) if follows else self.act(following.unfollow, known)

    @rule(which=ANY, accepts=st.booleans())
    def answer_offer(self, which, accepts):
        titles = self.store.reader.rows(
            """select t.fingerprint from paper_title t join paper p on p.id = t.paper
               where p.arxiv_id is null and p.openreview is null and p.doi is null order by 1"""
        )
        if titles:
            question = f"title:{titles[which % len(titles)][0]}"
            offered = Offered("arxiv", question, f"2405.{which % 9 + 1:05d}", "Offered", ("Ada Berg",), "")
            self.act(keep_offer, offered)
            number = self.some("select id from offer order by id", which)[0]
            self.act(offers.accept if accepts else offers.refuse, number)

    @rule()
    def embed(self):
        """Vectors of what has none: no step of a person, and in nobody's way."""
        identity = embedder("lexical").identify("")
        texts, _ = pending(self.store.reader, identity)
        vectors = np.ones((len(texts), identity.dim), np.float32)
        self.act(lambda store: save(store, identity, texts, vectors))

    @rule()
    def back_and_forth(self):
        """All is undone, then redone."""
        end = self.at
        while self.at:
            self.undo()
        assert history.undo(self.store).label == "Nothing to undo"
        while self.at < end:
            self.redo()
        assert whole_of(self.store) == self.states[end]

    def teardown(self):
        if hasattr(self, "states"):
            self.back_and_forth()
        super().teardown()


def test_undo_of_an_import_leaves_a_dispute_as_it_was_whose_other_side_was_merged_away():
    machine = Everything()
    machine.open()
    machine.bring(which=3)
    machine.merge(a=8, b=17)
    machine.bring(which=4)
    machine.teardown()


TestEverything = Everything.TestCase
TestEverything.settings = settings(
    max_examples=-(-OPERATIONS // STEPS),
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
