"""What one thing can state of another; the names stand in the exchange format."""

from enum import StrEnum

from explorer.model.kinds import NodeKind


class Predicate(StrEnum):
    """``builds_on``: the subject is the newer; ``part_of``: the part; ``succeeded_by``: the older."""

    BUILDS_ON = "builds_on"
    VARIANT_OF = "variant_of"
    COMPETES_WITH = "competes_with"
    COMPARED_WITH = "compared_with"
    OUTPERFORMS = "outperforms"
    EVALUATED_ON = "evaluated_on"
    TRAINED_ON = "trained_on"
    PART_OF = "part_of"
    ADDRESSES_LIMIT_OF = "addresses_limit_of"
    SUCCEEDED_BY = "succeeded_by"
    INTRODUCES = "introduces"
    USES = "uses"
    EVALUATES_ON = "evaluates_on"
    SURVEYS = "surveys"
    CRITICISES = "criticises"


#: from a paper to a concept; the others stand between two concepts
OF_PAPERS = frozenset(
    {
        Predicate.INTRODUCES,
        Predicate.USES,
        Predicate.EVALUATES_ON,
        Predicate.SURVEYS,
        Predicate.CRITICISES,
    }
)
OF_CONCEPTS = tuple(p for p in Predicate if p not in OF_PAPERS)


def predicates_between(subject_kind: int, object_kind: int) -> tuple[Predicate, ...]:
    """What a thing of one kind can state of another; nothing where neither is a concept."""
    if object_kind != NodeKind.CONCEPT:
        return ()
    if subject_kind == NodeKind.CONCEPT:
        return OF_CONCEPTS
    return tuple(p for p in Predicate if p in OF_PAPERS) if subject_kind == NodeKind.PAPER else ()
