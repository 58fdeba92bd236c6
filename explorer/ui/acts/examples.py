"""ExampleActs: more like these, suggestions for a tag, a reading list, engines compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from explorer.graph.query import ViewQuery
from explorer.model import Changes, NodeKind
from explorer.questions.views import WantedView
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.picks_sheet import PickAct, PicksSheet
from explorer.ui.export_places import keep_folder, save_dialog
from explorer.ui.models.palette_model import Entry
from explorer.ui.verbs import examples as example_verbs
from explorer.ui.words import counted, number
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.acts import Acts

_INSET = "\u2003" * 4  #: before what stands below a paper


class ExampleActs(ActGroup):
    """What papers that a person marked have in common with others."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self._picks: PicksSheet | None = None
        self._suggested = 0  #: tag of the sheet, or 0
        self._marks: list[tuple[int, bool]] = []  #: papers in the order in which they were marked
        self._listed = None
        self._workspace.changed.connect(self._suggest_again)

    def show_more_like(self) -> None:
        """Find papers like those that are selected; of a tag, suggestions for it."""
        chosen = tuple(sorted(self._navigator.state.selection))
        shown = self._window.passport.shown
        if shown is not None and shown.kind is NodeKind.TAG and chosen in ((), (shown.id,)):
            self.suggest_for_shown()
            return
        if not chosen:
            self.told.emit(Notice(self.tr("Nothing is selected."), self.tr("Select papers, or open a tag.")))
            return
        self._turn_to()
        self._marks = [(node, True) for node in chosen]
        self._ask_more()

    @Slot()
    def suggest_for_shown(self) -> None:
        """Suggestions for the tag of the passport."""
        self._turn_to(tag=self._window.passport.shown.id)
        self._ask_suggestions()

    def _turn_to(self, tag: int = 0) -> None:
        """Leave the sheet that is there; another one opens with its answer."""
        if self._picks is not None:
            self._picks.close_up()
        self._suggested, self._listed = tag, None

    def _open_marking(self) -> PicksSheet:
        is_tag = bool(self._suggested)
        yes, no = (
            (self.tr("Belongs to it"), self.tr("Does not")) if is_tag else (self.tr("More"), self.tr("Less"))
        )
        acts = [("A", yes), ("X", no), ("G", self.tr("As a graph"))]
        if not is_tag:
            acts.insert(2, ("U", self.tr("Unmark")))
        sheet = self._put_up(PicksSheet(self._window, self.tr("More like these"), acts))
        sheet.acted.connect(self._judge if is_tag else self._mark)
        return sheet

    def _put_up(self, sheet: PicksSheet) -> PicksSheet:
        self._picks = sheet
        sheet.opened.connect(self._open_pick)
        sheet.closed.connect(self._forget_picks)
        sheet.open(sheet.view)
        return sheet

    @Slot()
    def _forget_picks(self) -> None:
        self._picks = None

    @Slot(object)
    def _open_pick(self, node: int) -> None:
        self._navigator.go_to(node)

    def _ask_suggestions(self) -> None:
        self._workspace.ask("picks", example_verbs.suggest, self._suggested, then=self._show_more)

    def _ask_more(self) -> None:
        more = tuple(node for node, is_meant in self._marks if is_meant)
        less = tuple(node for node, is_meant in self._marks if not is_meant)
        self._workspace.ask("picks", example_verbs.more_like, more, less, then=self._show_more)

    @Slot(object)
    def _show_more(self, answer) -> None:
        sheet = self._picks or self._open_marking()
        entries = [
            Entry(hit.title, node=hit.id, kind=NodeKind.PAPER, detail=self._why(hit, answer))
            for hit in answer.hits
        ]
        title = self.tr("Suggestions for {name}").format(name=answer.name)
        sheet.show_rows(title if answer.tag else self.tr("More like these"), self._quality(answer), entries)

    def _why(self, hit, answer) -> str:
        named = " · ".join((*hit.methods, *hit.terms))
        if named and len(answer.more) == 1:  # all are nearest to that one
            return named
        near = self.tr("nearest to “{title}”").format(title=hit.nearest[1])
        return f"{named} · {near}" if named else near

    def _quality(self, answer) -> str:
        marks = self.tr("{more} meant, {less} not.").format(more=len(answer.more), less=len(answer.less))
        quality = answer.quality
        if not quality.tried:
            return f"{marks} {self.tr('How well others are found is known from two on.')}"
        words = self.tr("Of {tried}, {found} would have been found among the first {among} by the others.")
        told = words.format(tried=quality.tried, found=quality.found, among=quality.among)
        return f"{marks} {told}"

    @Slot(object)
    def _judge(self, act: PickAct) -> None:
        if act.letter == "G":
            self._show_picks()
        elif act.node:
            verb = example_verbs.accept if act.letter == "A" else example_verbs.reject
            self._workspace.do(verb, self._suggested, act.node)

    @Slot(object)
    def _mark(self, act: PickAct) -> None:
        if act.letter == "G":
            self._show_picks()
            return
        if act.letter == "U":
            if len(self._marks) > 1:
                self._marks.pop()
        elif act.node:
            self._marks.append((act.node, act.letter == "A"))
        self._ask_more()

    @Slot(object)
    def _suggest_again(self, changes: Changes) -> None:
        if self._picks is not None and self._suggested and changes.tables & {"tagging", "tag_off"}:
            self._ask_suggestions()

    def _show_picks(self) -> None:
        """The rows of the sheet as a view, which can be saved."""
        nodes = frozenset(entry.node for entry in self._picks.entries if entry.node)
        title = self._picks.title.text()
        if not self._suggested and self._listed is None:
            nodes |= {node for node, is_meant in self._marks if is_meant}
        if nodes:
            self._picks.close_up()
            self._acts.readings.restore(WantedView(ViewQuery(only=nodes, limit=len(nodes)), "force", title))

    def show_reading_list(self) -> None:
        """The few papers that cover what is selected best; of nothing selected, what is shown."""
        self._turn_to()
        chosen = tuple(sorted(self._navigator.state.selection))
        scene = self._navigator.scene
        shown = tuple(scene.whole.nodes.tolist()) if scene is not None else ()
        self._workspace.ask("picks", example_verbs.reading_list, chosen, shown, then=self._show_list)

    def _open_list(self) -> PicksSheet:
        acts = [("R", self.tr("Mark all as being read")), ("M", self.tr("Markdown…"))]
        title = self.tr("Reading list")
        sheet = self._put_up(PicksSheet(self._window, title, [*acts, ("G", self.tr("As a graph"))]))
        sheet.acted.connect(self._do_with_list)
        return sheet

    @Slot(object)
    def _show_list(self, found) -> None:
        sheet = self._open_list()
        self._listed = found
        entries, covered = [], found.known
        for pick in found.picks:
            covered += pick.gain
            near = counted(pick.papers, self.tr("nearest to {n} paper"), self.tr("nearest to {n} papers"))
            detail = " · ".join((near, *pick.methods))
            side = self.tr("adds {gain} % · {all} % so far").format(
                gain=f"{pick.gain:.0f}", all=f"{covered:.0f}"
            )
            entries.append(Entry(pick.title, node=pick.id, kind=NodeKind.PAPER, side=side, detail=detail))
        words = counted(found.papers, self.tr("{n} paper"), self.tr("{n} papers"))
        if found.compared < found.papers:
            rest = self.tr("{n} compared, {m} left out: compute similarity for them")
            words += " · " + rest.format(n=number(found.compared), m=number(found.papers - found.compared))
        if found.read:
            read = self.tr("{n} read already: they cover {share} %")
            words += " · " + read.format(n=found.read, share=f"{found.known:.0f}")
        if found.picks:
            words += " · " + self.tr("each adds the most of what the ones before do not cover")
        name = self.tr("Reading list: {name}").format(name=found.name)
        sheet.show_rows(name if found.name else self.tr("Reading list"), words, entries)

    @Slot(object)
    def _do_with_list(self, act: PickAct) -> None:
        if self._listed is None:
            return
        if act.letter == "G":
            self._show_picks()
        elif act.letter == "R":
            self._workspace.do(example_verbs.mark_reading, tuple(pick.id for pick in self._listed.picks))
        else:
            formats = (self.tr("Markdown (*.md)"),)
            dialog = save_dialog(self._window, formats, self._picks.title.text())
            dialog.setDefaultSuffix("md")
            dialog.fileSelected.connect(self._write_list)
            dialog.open()

    @Slot(str)
    def _write_list(self, chosen: str) -> None:
        path = Path(chosen)
        keep_folder(self._window, path)
        self._workspace.compute(
            "list-file", example_verbs.write_list, self._listed, path, then=self._acts.exports.tell_written
        )

    def compare_engines(self) -> None:
        """How far the engines of the library agree on which papers are near."""
        self._turn_to()
        self._workspace.ask("picks", example_verbs.compare_first, then=self._show_engines)

    @Slot(object)
    def _show_engines(self, found) -> None:
        sheet = self._put_up(PicksSheet(self._window, self.tr("Compare engines"), ()))
        entries = []
        for paper in found.disagree:
            side = self.tr("{n} % in common").format(n=f"{100 * paper.share:.0f}")
            entries.append(Entry(paper.title, node=paper.id, kind=NodeKind.PAPER, side=side))
            for name, near in ((found.one, paper.one), (found.other, paper.other)):
                entries += [Entry(f"{_INSET}{title}", node=node, side=name) for node, title in near[:3]]
        words = self.tr(
            "Over {n} papers they share {mean} % of {k} nearest ones ({low} to {high} %); "
            "by chance {chance} %. Below, the papers on which they disagree most."
        )
        parts = {key: f"{100 * getattr(found, key):.1f}" for key in ("low", "high", "chance")}
        told = words.format(mean=f"{100 * found.overlap:.1f}", k=found.k, n=number(found.asked), **parts)
        sheet.show_rows(f"{found.one} · {found.other}", told, entries)
