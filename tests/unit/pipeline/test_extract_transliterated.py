"""Names that a Japanese text writes in both scripts."""

from explorer.model import Block, BlockKind
from explorer.pipeline.extract import build_matcher, find_concepts, find_mentions
from explorer.pipeline.methods import _found_forms


def blocks(*texts):
    return [Block(BlockKind.TEXT, 0, len(text), text, language="ja") for text in texts]


def forms(found):
    return {a.form: c.name for c in found for a in c.aliases if a.kind == "transliteration"}


def test_a_katakana_form_becomes_an_alias_of_the_name_in_the_same_text():
    read = blocks(
        "私たちはKalvoraという新しいモデルを提案する。KalvoraはLoRAより優れる。",
        "カルヴォラモデルは速い。カルボラは軽い。",
    )
    found = find_concepts(read, (), {})
    assert {"カルヴォラ": "Kalvora", "カルボラ": "Kalvora"}.items() <= forms(found).items()
    mentions = find_mentions([b.text for b in read], build_matcher(_found_forms([found])))
    assert {read[m.block].text[m.start : m.end] for m in mentions if m.block == 1} == {
        "カルヴォラ",
        "カルボラ",
    }


def test_the_number_tells_versions_apart():
    read = blocks(
        "Kalvora 2というモデルを提案する。Kalvora 2は速い。", "カルヴォラ2は速い。カルヴォラは遅い。"
    )
    assert forms(find_concepts(read, (), {})) == {"カルヴォラ2": "Kalvora 2"}


def test_everyday_words_are_no_aliases():
    read = blocks("新しいモデルMedusaを提案する。Medusaのベースラインとデータ、プロンプト、トークンを示す。")
    assert not forms(find_concepts(read, (), {}))
