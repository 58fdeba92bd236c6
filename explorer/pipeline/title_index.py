"""Works by the forms of their titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from explorer.pipeline.identity import Work
from explorer.text.title_forms import Form, TitleForms

_CROWD = 32  #: works of one title; a title that more share tells nothing


class TitleIndex:
    """Finds the works whose titles agree, in full or in short."""

    def __init__(self, works: Iterable[Work]) -> None:
        self._full: dict[str, list[Work]] = defaultdict(list)
        self._head: dict[str, list[Work]] = defaultdict(list)
        for work in works:
            for forms in work.forms:
                if forms.full:
                    _put(self._full[forms.full], work)
                for head in forms.heads:
                    _put(self._head[head], work)

    def agreeing(self, work: Work) -> Iterator[tuple[Form, Work, Work]]:
        """(form, work with the shorter title, with the longer) for the works whose titles agree with it.

        A pair is found from the side of the longer title where the form has one, so look at all works.
        """
        for forms in work.forms:
            for form, name in _names(forms):
                for other in _few(self._full.get(name, ())):
                    cut_off = form is Form.PREFIX and any(f.cut_off for f in other.forms if f.full == name)
                    yield (Form.HEAD if cut_off else form), *_ordered(form, other, work)
            for head in forms.heads:
                for other in _few(self._head.get(head, ())):
                    yield Form.HEADS, *_ordered(Form.HEADS, other, work)


def _names(forms: TitleForms) -> Iterator[tuple[Form, str]]:
    """The names by which a title may be called in full or in short."""
    yield Form.FULL, forms.full
    for kind, names in (
        (Form.HEAD, forms.heads),
        (Form.ACRONYM, sorted(forms.acronyms)),
        (Form.PREFIX, forms.prefixes),
        (Form.TAIL, (forms.tail,)),
    ):
        for name in names:
            yield kind, name


def _put(works: list[Work], work: Work) -> None:
    if len(works) <= _CROWD and (not works or works[-1] is not work):
        works.append(work)


def _few(works: Sequence[Work]) -> Sequence[Work]:
    return works if len(works) <= _CROWD else ()


def _ordered(form: Form, short: Work, long: Work) -> tuple[Work, Work]:
    """The pair; where no title is the shorter, works of the library first, the older first."""
    if form not in (Form.FULL, Form.HEADS):
        return short, long
    one, other = sorted((short, long), key=lambda work: (work.id < 0, abs(work.id)))
    return one, other
