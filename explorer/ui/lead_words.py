"""Lead times in words of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from explorer.questions.lifeline import Lead, Lifeline
from explorer.ui.words import counted


def _tr(text: str) -> str:
    return QCoreApplication.translate("LeadWords", text)


def days_in_words(days: int) -> str:
    """ "77 days before the conference"; below 0 the digest came later."""
    if not days:
        return _tr("on the first day of the conference")
    if days > 0:
        return counted(days, _tr("{n} day before the conference"), _tr("{n} days before the conference"))
    return counted(
        -days, _tr("{n} day after the conference began"), _tr("{n} days after the conference began")
    )


def lead_in_words(lead: Lead) -> str:
    """The days, and whether only a name is known of both ends."""
    words = days_in_words(lead.days)
    mere = _tr("only the name stands in both")
    return f"{words} · {mere}" if lead.basis == "mention" else words


def lead_span(what: str) -> str:
    """What a kind of place is called."""
    return {"digest": _tr("digest")}[what]


def text_kind(kind: str) -> str:
    """What a place that is no conference and no digest is called: "talk"."""
    words = {"talk": _tr("talk"), "report": _tr("report"), "study_group": _tr("study notes")}
    return words.get(kind) or _tr("article")


def waiting_words(found: Lifeline) -> str:
    """Why there is no lead."""
    if found.digest and found.venue:
        return _tr("The first day of {name} is not known.").format(name=found.venue.name)
    if found.digest:
        return _tr("In a digest, not yet at a conference here")
    return _tr("At a conference, never in a digest here") if found.venue else ""
