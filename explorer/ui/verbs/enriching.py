"""Asking arXiv and OpenReview, imported on the thread that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explorer.ops.task import CancelToken, Progress

if TYPE_CHECKING:
    from explorer.ops.enriching import EnrichReport, Survey, Wish


def wish(papers: tuple[int, ...] = (), titles: bool = True, again: bool = False) -> Wish:
    """What a person wants completed: some papers, or all."""
    from explorer.ops import enriching

    return enriching.Wish(papers, titles=titles, days=0 if again else enriching.DAYS)


def survey(reader, papers: tuple[int, ...], titles: bool, again: bool) -> Survey:
    """What would be asked, and how many requests that takes."""
    from explorer.ops import enriching

    return enriching.survey(reader, wish(papers, titles, again))


def enrich(
    session, papers: tuple[int, ...], titles: bool, again: bool, progress: Progress, cancel: CancelToken
) -> EnrichReport:
    """Ask, and store what comes."""
    from explorer.ops import enriching

    return enriching.enrich(session, wish(papers, titles, again), progress, cancel)
