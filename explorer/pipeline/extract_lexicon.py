"""The lexicon in db/seed: well-known concepts with their names in three languages, checked by hand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from explorer.model import ConceptKind
from explorer.resources import seed
from explorer.text.matcher import Form, concept_key
from explorer.text.scripts import script_of_text

_COLUMNS = ("name", "kind", "expansion", "aliases", "ja", "zh", "arxiv", "variant_of", "flags")
_AMBIGUOUS = "?"  #: after a form that also means other things


@dataclass(frozen=True, slots=True)
class AliasForm:
    """One spelling of a concept.

    Attributes:
        language: "en", "ja" or "zh".
        script: As ``text.scripts.script_of_text`` says it.
        kind: name, acronym, expansion, translation, transliteration, plural, hyphenation or version.
        ambiguous: The spelling also means other things.
        cased: It is a name only with its capitals.
    """

    form: str
    language: str
    script: str
    kind: str
    ambiguous: bool = False
    cased: bool = False


@dataclass(frozen=True, slots=True)
class ConceptSeed:
    """A concept of the lexicon.

    Attributes:
        aliases: All its forms, its name first.
        introduced_by_arxiv: arXiv id of the paper that introduced it, or "".
        variant_of: Name of the concept of which it is a version or size, or "".
        family: Its versions and sizes are named after it (Llama-3-8B), so that unlisted ones can be told.
    """

    name: str
    kind: ConceptKind
    aliases: tuple[AliasForm, ...]
    introduced_by_arxiv: str = ""
    variant_of: str = ""
    family: bool = False

    @property
    def key(self) -> str:
        return concept_key(self.name)

    @property
    def ambiguous(self) -> bool:
        """Whether the name alone does not say what is meant."""
        return self.aliases[0].ambiguous

    def forms(self) -> tuple[Form, ...]:
        """Its spellings as ``Matcher`` takes them."""
        return tuple(Form(a.form, self.key, a.ambiguous, a.cased) for a in self.aliases)


@cache
def load_lexicon() -> tuple[ConceptSeed, ...]:
    """Every concept of ``db/seed/methods.tsv``, in the order of the file."""
    lines = seed("methods.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_seed(line) for line in lines[1:] if line)


@cache
def general_terms() -> frozenset[str]:
    """Keys of terms that are never concepts ("LLM", 機械学習), singular and plural."""
    lines = seed("general_terms.txt").read_text(encoding="utf-8").splitlines()
    keys = {concept_key(line) for line in lines if line and not line.startswith("#")}
    return frozenset(keys | {key + "s" for key in keys})


@cache
def seeds_by_key() -> dict[str, ConceptSeed]:
    """The concepts of the lexicon by their key. Not to be changed."""
    return {concept.key: concept for concept in load_lexicon()}


@cache
def known_keys() -> dict[str, str]:
    """Key of every unambiguous spelling in the lexicon → name of its concept. Not to be changed."""
    return {
        concept_key(alias.form): concept.name
        for concept in load_lexicon()
        for alias in concept.aliases
        if not alias.ambiguous
    }


def alias_of(form: str, language: str, kind: str = "") -> AliasForm:
    """An alias with its script, and with its kind where none is given."""
    script = script_of_text(form)
    if not kind:
        foreign = "transliteration" if script == "kana" and _is_katakana(form) else "translation"
        kind = foreign if language in ("ja", "zh") else "acronym" if _is_acronym(form) else "name"
    return AliasForm(form, language, script, kind)


def _seed(line: str) -> ConceptSeed:
    row = dict(zip(_COLUMNS, [*line.split("\t"), *[""] * len(_COLUMNS)], strict=False))
    flags = row["flags"].split()
    name = alias_of(row["name"], "en")
    aliases = [AliasForm(*_fields(name), "ambiguous" in flags, "cased" in flags)]
    for column, language, alias_kind in (
        ("expansion", "en", "expansion"),
        ("aliases", "en", ""),
        ("ja", "ja", ""),
        ("zh", "zh", ""),
    ):
        for form in filter(None, row[column].split("|")):
            alias = alias_of(form.removesuffix(_AMBIGUOUS), language, alias_kind)
            aliases.append(AliasForm(*_fields(alias), form.endswith(_AMBIGUOUS)))
    kind = ConceptKind(row["kind"])
    return ConceptSeed(row["name"], kind, tuple(aliases), row["arxiv"], row["variant_of"], "family" in flags)


def _fields(alias: AliasForm) -> tuple[str, str, str, str]:
    return alias.form, alias.language, alias.script, alias.kind


def _is_katakana(form: str) -> bool:
    return all("ァ" <= c <= "ー" or c in "・-= " or c.isdigit() for c in form)


def _is_acronym(form: str) -> bool:
    return " " not in form and sum(c.isupper() for c in form) > 1 and len(form) <= 8
