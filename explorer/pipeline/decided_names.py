"""What a person decided on names of concepts, as the reading of documents has to respect it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from explorer.pipeline.extract import FoundConcept, known_keys, load_lexicon
from explorer.store import Reader
from explorer.store.naming import former_keys, rejected_forms
from explorer.text.matcher import Form, concept_key


@dataclass(frozen=True, slots=True)
class DecidedNames:
    """Attributes:
    rejected: Key of a concept → forms that do not name it, and the keys of these forms.
    kept: Key that a concept had → (its key, its name).
    """

    rejected: Mapping[str, frozenset[str]]
    kept: Mapping[str, tuple[str, str]]

    def key(self, key: str) -> str:
        """The key under which the library keeps what has this one."""
        return self.kept[key][0] if key in self.kept else key

    def allows(self, key: str, form: str) -> bool:
        """Whether a form may name a concept; its own name always may, unless spelled as rejected."""
        barred = self.rejected.get(key)
        if barred is None:
            return True
        folded = concept_key(form)
        return form not in barred and (folded == key or folded not in barred)

    def forms(self, forms: Iterable[Form]) -> Iterator[Form]:
        """Forms under the keys that the library has, without those that are rejected."""
        for form in forms:
            key = self.key(form.key)
            if self.allows(key, form.text):
                yield form if key == form.key else replace(form, key=key)

    def lexicon_forms(self) -> list[Form]:
        """The spellings of the lexicon that still count."""
        return list(self.forms(form for concept in load_lexicon() for form in concept.forms()))

    def lexicon_names(self) -> dict[str, str]:
        """Key of a spelling → name of its concept, for the lexicon and for what concepts were called."""
        names: dict[str, str] = {}
        for spelling, name in known_keys().items():
            former = concept_key(name)
            key, now = self.kept.get(former, (former, name))
            if self.allows(key, spelling):
                names[spelling] = now
        return names | {former: name for former, (_, name) in self.kept.items()}

    def found(self, concept: FoundConcept) -> FoundConcept:
        """What a document states of a concept, under the name that the library has for it."""
        name = self.kept[concept.key][1] if concept.key in self.kept else concept.name
        parent = self.kept.get(concept_key(concept.variant_of), ("", concept.variant_of))[1]
        key = concept_key(name)
        aliases = tuple(alias for alias in concept.aliases if self.allows(key, alias.form))
        return replace(
            concept, name=name, aliases=aliases, variant_of="" if concept_key(parent) == key else parent
        )


def decided_names(reader: Reader) -> DecidedNames:
    """The decisions of a library."""
    rejected: defaultdict[str, set[str]] = defaultdict(set)
    for key, form in rejected_forms(reader):
        rejected[key] |= {form, concept_key(form)}
    kept = {former: (key, name) for former, key, name in former_keys(reader)}
    return DecidedNames({key: frozenset(forms) for key, forms in rejected.items()}, kept)
