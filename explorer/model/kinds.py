"""What stands in the graph."""

from enum import IntEnum, StrEnum

NodeId = int  #: row id of table ``node``; 64-bit, so never sent through Signal(int)


class NodeKind(IntEnum):
    """Kind of a node; the value is stored."""

    PAPER = 1
    PERSON = 2
    EDITION = 3  #: a conference edition (ICML 2024)
    ISSUE = 4  #: one issue of a digest, a report, a talk or a study group, whatever its renditions
    CONCEPT = 5  #: method, model, dataset, benchmark, metric, task, library, concept
    TAG = 6
    DOCUMENT = 7  #: one rendition: the text as it was read


class ConceptKind(StrEnum):
    """Kind of a concept; the value is stored and printed."""

    METHOD = "method"
    MODEL = "model"
    DATASET = "dataset"
    BENCHMARK = "benchmark"
    METRIC = "metric"
    TASK = "task"
    LIBRARY = "library"
    CONCEPT = "concept"


class LinkStatus(StrEnum):
    """What a person has said of an asserted link."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
