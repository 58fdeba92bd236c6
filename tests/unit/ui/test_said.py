"""What the layers below say, in the language of the interface."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

import explorer
from explorer.edges import EDGES
from explorer.embedders import EMBEDDERS
from explorer.exporters import EXPORTERS
from explorer.importers import IMPORTERS
from explorer.importers._column_names import fields
from explorer.layouts import LAYOUTS
from explorer.model import Changes, PersonRole
from explorer.model.document import DocumentKind, Role, SeriesKind
from explorer.model.kinds import ConceptKind
from explorer.model.predicates import Predicate
from explorer.ops import history, notes, reading, tag_names, tag_tree, tagging
from explorer.questions import compare_engines, more_like
from explorer.questions.evidence import stated_in
from explorer.questions.neighbourhood import passive_of_kind, spoken
from explorer.questions.passport_edition import SERIES_WORDS
from explorer.render.verbs import verb
from explorer.text import rule_words
from explorer.ui.filter_names import edge_name
from explorer.ui.language import install
from explorer.ui.panels.passport_words import fact_words, number_words
from explorer.ui.said import worded, worded_line
from explorer.ui.said.intake import FIELDS
from explorer.ui.said.steps import STEPS
from explorer.ui.said.words import WORDS
from explorer.ui.sentences import OBJECT, SENTENCES, SUBJECT, sentence, sentence_again, sentence_parts
from tests.libraries import new_store

_ROOT = Path(explorer.__file__).parent
_MADE = ("operation", "Changes")  #: calls whose first argument is the label of a step


@pytest.fixture
def japanese(qapp):
    before = QLocale()
    install(qapp, "ja")
    yield
    install(qapp, "en")
    QLocale.setDefault(before)


@pytest.mark.parametrize("drawer", [LAYOUTS, EDGES, EMBEDDERS, EXPORTERS, IMPORTERS])
def test_the_label_of_every_part_of_a_drawer_is_among_the_words(drawer):
    """A new part has its label in explorer/ui/said/words.py, and its Japanese in the .ts file."""
    assert [part.label for part in drawer.values() if part.label not in WORDS] == []


def test_every_edge_kind_is_a_filter_with_a_name():
    assert [edge_name(kind) for kind in EDGES] == [part.label for part in EDGES.values()]


@pytest.mark.parametrize("kinds", [ConceptKind, Role])
def test_every_kind_is_among_the_words(kinds):
    assert [kind.value for kind in kinds if kind.value not in WORDS] == []


def test_kinds_of_series_and_documents_are_among_the_words():
    kinds = [SERIES_WORDS[kind] for kind in SeriesKind] + [kind.replace("_", " ") for kind in DocumentKind]
    assert [kind for kind in kinds if kind not in WORDS] == []


def _sentences() -> list[str]:
    roles = [role.value for role in Role]  # of papers, along what says where they appear
    links = [f"{no}{spoken(p, True)}" for p in Predicate for no in ("", "does not: ")]
    links += [spoken(predicate, False) for predicate in Predicate]
    return links + roles + [part.label for part in EDGES.values()] + [passive_of_kind(kind) for kind in EDGES]


def test_whatever_an_edge_says_is_a_sentence_that_languages_may_order():
    assert [words for words in _sentences() if f"{SUBJECT} {words} {OBJECT}" not in SENTENCES] == []


def test_whatever_a_passport_says_of_a_neighbour_is_among_the_words():
    assert [words for words in _sentences() if "does not" not in words and words not in WORDS] == []


def _labels(file: Path) -> list[str]:
    """Texts that name a step: the first argument of an operation, and what a variable for it is given."""
    found: list[ast.expr] = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            found += node.args[:1] if name in _MADE else []
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "label":
            found.append(node.value)
    return [text for expression in found for text in _texts(expression)]


def _texts(node: ast.expr) -> list[str]:
    """A text with “7” where a value goes; both of a choice."""
    if isinstance(node, ast.IfExp):
        return _texts(node.body) + _texts(node.orelse)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        parts = [str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values]
        return ["".join(parts)]
    return []


#: texts made of a verb and what it is done to: tried below with what they really become
_BUILT = ("7 7", "Nothing to 7: it is so already", "7 “7” for “7”", "7 7 names")


def test_every_step_that_the_operations_name_is_worded_in_japanese(japanese):
    labels = [text for file in sorted((_ROOT / "ops").glob("*.py")) for text in _labels(file)]
    tried = {_likely(text) for text in labels if text and text not in _BUILT}
    assert len(tried) > 30
    assert sorted(text for text in tried if worded(text) == text) == []


def _likely(text: str) -> str:
    """With the values that an operation would fill in where a number makes no sense."""
    whole = {
        "Mark 7 as 7": "Mark 1 item as read",
        "Marked as 7 already": "Marked as read already",
        "“7” is a 7": "“7” is a dataset",
        "Nothing to change: “7” is a 7": "Nothing to change: “7” is a dataset",
        "Reject 7 for “7”": "Reject 7 items for “7”",
        "7 and 7 under it": "Delete tag “7” and 7 under it",
        "Note on 7": "Note on 7 items",
        "Delete the notes on 7": "Delete the notes on 7 items",
        "Complete 7 7 from 7": "Complete 7 papers from 7",
        "Correct 7": "Correct “A uses B”",
        "State “7 7 7”": "State “A uses B”",
        "“7” means 7": "“7” means “A” and “B”",
    }
    likely = whole.get(text, text)
    for verb_ in ("Tag 7 ", "Untag 7 "):
        likely = likely.replace(verb_, verb_.replace("7", "7 items")) if likely.startswith(verb_) else likely
    return likely


@pytest.mark.parametrize("word", ["Accept", "Reject", "Reopen"])
def test_decisions_are_worded_in_japanese(japanese, word):
    for text in (
        f"{word} “A uses B”",
        f"{word} 1,204 links",
        f"Nothing to {word.casefold()}: it is so already",
    ):
        assert worded(text) != text


def test_english_stays_as_it_is_letter_for_letter():
    for template in (*WORDS, *STEPS):
        text = template.replace("{n}", "1,204").replace("{m}", "7").replace("{statement}", "A uses B")
        assert worded(text) == text


def test_names_and_numbers_of_a_step_are_kept(japanese, tmp_path):
    store = new_store(tmp_path / "a.db")
    with store.operation("Import digest (May).md", "import"):
        store.execute("insert into node (id, kind, name) values (1, 1, 'Merge “A” into B')")
    labels = [
        tagging.tag(store, "要再読", [1]).label,
        notes.note(store, 1, "x").label,
        reading.mark(store, [1], "read").label,
        history.undo(store).label,
    ]
    store.close()
    assert list(map(worded, labels)) == [
        "1 件にタグ「要再読」を付ける",
        "「Merge “A” into B」のメモ",
        "1 件を既読に",
        "元に戻しました: 1 件を既読に",
    ]


def test_a_name_with_braces_is_no_place(japanese):
    assert worded("Import 4 sources") == "資料 4 件を取り込み"
    assert worded("Import digest {0}.md") == "digest {0}.md を取り込み"


def test_an_unknown_sentence_stays_as_it_is(japanese):
    assert worded("Whatever a later version says.") == "Whatever a later version says."
    assert worded("") == ""


def test_a_japanese_row_reads_as_a_sentence(japanese):
    assert sentence("Adapt-LLM", "addresses limit of", "RAG") == "Adapt-LLM は RAG の限界に取り組む"
    assert sentence("RAG", "does not: uses", "BERT") == "RAG は BERT を使わない"
    assert sentence_parts("builds on") == (SUBJECT, " は ", OBJECT, " を基にする")
    assert sentence("A", "contradicts", "B") == "A contradicts B"


def test_a_sentence_in_a_step_is_ordered_as_well(japanese):
    assert worded("Accept “Adapt-LLM builds on RAG”") == "「Adapt-LLM は RAG を基にする」を承認"
    assert sentence_again("Who uses what uses {x}") == "Who は what uses {x} を使う"
    assert sentence_again("no verb here") == "no verb here"


def test_english_rows_are_as_before():
    assert sentence_parts("builds on") == (SUBJECT, " builds on ", OBJECT)
    assert [sentence_again(text) for text in ("A builds on B", "A names B")] == ["A builds on B", "A names B"]


def test_the_quiet_line_of_a_passport_is_worded_part_by_part(japanese):
    line = worded_line("method · introduced by A · B Paper · first seen 2024-05-01")
    assert line == "手法 · 提案: A · B Paper · 初出 2024-05-01"


def test_facts_are_worded_with_their_values(japanese):
    assert fact_words(("Named in", "3 sources: ICML 2024; report ICML 2024; 5 weekly digests")) == (
        "言及",
        "出典 3 件: ICML 2024; 参加報告 ICML 2024; 週刊ダイジェスト 5 号",
    )
    assert fact_words(("First seen", "2024-05-01, week of May 6")) == ("初出", "2024-05-01, May 6 の週")
    assert fact_words(("First seen", "2020-12-06, NeurIPS 2020; its paper on arXiv 2020-05")) == (
        "初出",
        "2020-12-06, NeurIPS 2020; 論文の arXiv 掲載 2020-05",
    )
    assert worded("first seen 2024-05-01 in talk A; B") == "初出 2024-05-01（講演 A; B）"
    assert fact_words(("By status", "oral 1,204, 3 more, not stated 5")) == (
        "採否別",
        "oral 1,204, ほか 3 件, 記載なし 5",
    )
    assert fact_words(("Rendition of the same", "A: B: 12 sections say the same")) == (
        "同じ内容の別版",
        "A: B: 12 節の内容が同じ",
    )
    assert fact_words(("DOI", "10.1/x")) == ("DOI", "10.1/x")


def test_a_stated_number_says_what_it_counts(japanese):
    assert number_words("submissions: 12,345") == "投稿数: 12,345"
    assert number_words("acceptance rate: 25.8 %") == "採択率: 25.8 %"


def test_trust_is_worded(japanese):
    assert [worded(stated_in(n)) for n in (0, 1, 3)] == [
        "規則による推定",
        "1 件の出典が述べる",
        "3 件の出典が述べる",
    ]


def test_a_verb_on_an_edge_and_the_one_of_a_passport_are_the_same_in_japanese(japanese):
    pairs = {verb(predicate): worded(spoken(predicate, True)) for predicate in Predicate}
    assert [(a, b) for a, b in pairs.items() if a != b] == []


def test_what_a_report_says_of_a_line_is_worded_with_its_values(japanese):
    assert worded("Record 12 has no title.") == "12 番目の記録に題名がありません。"
    assert worded("may be “A: “B””: the same title, and nothing else") == (
        "「A: “B”」の可能性: 同じ題名（ほかに根拠なし）"
    )


def test_every_role_of_a_person_is_among_the_words():
    assert [role.value for role in PersonRole if role.value not in WORDS] == []


def test_the_fields_of_a_list_are_among_the_words():
    assert set(fields().values()) <= set(FIELDS)


def test_what_a_source_failed_with_is_worded_behind_its_name(japanese):
    said = worded("https://a.example/x.json: The name a.example was not found.")
    assert said.startswith("https://a.example/x.json: ") and "was not found" not in said
    assert worded("Mamba: Linear-Time Sequence Modeling") == "Mamba: Linear-Time Sequence Modeling"


@pytest.mark.parametrize("module", [compare_engines, more_like, tag_names, tag_tree, rule_words])
def test_what_tags_suggestions_and_engines_refuse_is_worded_in_japanese(japanese, module):
    told = set(_refusals(Path(module.__file__)))
    assert told
    named_engines = {"An engine agrees with itself.", "There are: 7.", "There are: 7. Run embed with it."}
    named_engines.add("The library has no vectors of 7.")  # no window names an engine
    assert [text for text in sorted(told - named_engines) if text and worded(text) == text] == []


def _refusals(path):
    """The words of the errors in a source file, a number for each value in them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("ExplorerError", "NotFound"):
            for said in node.args:
                if isinstance(said, ast.Constant):
                    yield said.value
                elif isinstance(said, ast.JoinedStr):
                    yield "".join(
                        part.value if isinstance(part, ast.Constant) else "7" for part in said.values
                    )


def test_what_is_told_of_a_step_that_was_done_is_worded_in_japanese(japanese):
    tables = frozenset({"tagging"})
    for label in ("Tag 2 items “a”", "Undo: Tag 2 items “a”", "Delete tag “a”", "Import 3 sources"):
        assert worded(Changes(label, tables).done) == worded(label) != label


def test_what_is_told_of_a_step_that_was_done_stays_as_it_is_in_english(qapp):
    for label in ("Tag 2 items “a”", "Undo: Tag 2 items “a”", "Delete tag “a”"):
        done = Changes(label, frozenset({"tagging"})).done
        assert worded(done) == done != label


def test_a_tag_with_others_below_it_is_counted_in_japanese(japanese):
    assert "with" not in worded_line("trend tag · on 0 items, 25 with those below")
