"""Embedding: vectors of all papers, then similarity edges and the map."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.embedders import EMBEDDERS, Identity, embedder
from explorer.errors import ExplorerError
from explorer.ops.session import Session
from explorer.ops.task import CancelToken, Progress, no_progress
from explorer.pipeline.communities import find_communities
from explorer.pipeline.embed import Embedded, embed_papers
from explorer.pipeline.similar import WORDING, relate_papers
from explorer.pipeline.worker import Worker


@dataclass(frozen=True, slots=True)
class EmbedReport:
    """Attributes:
    engine: As it is written on the command line.
    model: Name or folder of its model.
    embedded: Papers that got a vector in this run.
    kept: Papers whose text has not changed since they got theirs.
    edges: Similarity edges now in the library.
    communities: Regions of the map.
    """

    engine: str
    model: str
    embedded: int
    kept: int
    edges: int
    communities: int = 0

    def words(self) -> str:
        return (
            f"{self.embedded:,} papers embedded with {self.engine}, {self.kept:,} were there; "
            f"{self.edges:,} pairs are similar, {self.communities:,} regions."
        )


def default_engine() -> str:
    """Id of the first engine that runs here without anything to install or choose."""
    return next(name for name, part in EMBEDDERS.items() if not part.missing())


def embed(
    session: Session,
    engine: str = "",
    model: str = "",
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> EmbedReport:
    """Embed what has no vector yet, relate all papers, draw the map, find communities.

    To be run as a task of the session.

    Raises:
        Cancelled: The token was set; batches that were committed stay, and the next run goes on from there.
        ExplorerError: The engine is unknown or cannot run here, or its process died.
    """
    token = cancel or CancelToken()
    name = engine or default_engine()
    part = embedder(name)
    if line := part.missing():
        raise ExplorerError(f"The engine {name} cannot run here.", line)
    identity = part.identify(model)
    with Worker() as worker:

        def embedded_with(wanted: Identity) -> Embedded:
            return embed_papers(session, worker, wanted, progress, token.is_cancelled)

        if identity.engine != WORDING:  # the second term of every score; a second's work
            embedded_with(embedder(WORDING).identify(""))
        done = embedded_with(identity)
        edges = relate_papers(session, worker, identity, progress, token.is_cancelled)
        communities = find_communities(session, worker, progress, token.is_cancelled)
    spoken = identity.engine.replace("_", "-")
    return EmbedReport(spoken, identity.model, done.embedded, done.kept, edges, communities)
