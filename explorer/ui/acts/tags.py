"""TagActs: a tag on the selection, and the tree of trend tags."""

from __future__ import annotations

from PySide6.QtCore import Slot

from explorer.ui import verbs
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.tag_sheet import TagSheet, TagWish
from explorer.ui.dialogs.tags_sheet import RuleLook, TagsSheet
from explorer.ui.verbs.tags import TagAct, change_tag, rule_seen, tree_of_tags


class TagActs(ActGroup):
    """What stands for a trend."""

    def tag(self) -> None:
        """Ask for a tag for the selection."""
        chosen = sorted(self._navigator.state.selection)
        overview = self._navigator.overview
        known = overview.tag_paths if overview else ()
        shown = self._window.passport.shown
        is_single = shown is not None and chosen == [shown.id]
        on = [name for _, name in shown.tags] if is_single else []
        sheet = TagSheet(self._window, chosen, known, on)
        sheet.wished.connect(self._tag)
        sheet.open(sheet.line)

    @Slot(object)
    def _tag(self, wish: TagWish) -> None:
        operation = verbs.untag if wish.off else verbs.tag
        self._workspace.do(operation, wish.name, wish.nodes)

    def show_tags(self) -> None:
        """Show the tree of trend tags, to put it in order."""
        sheet = self._tags = TagsSheet(self._window, sorted(self._navigator.state.selection))
        sheet.wished.connect(self._change_tag)
        sheet.shown.connect(self._show_tagged)
        sheet.tried.connect(self._try_rule)
        sheet.asked.connect(self._read_tags)
        self._navigator.overview_ready.connect(sheet.refresh)
        self._read_tags()
        sheet.open(sheet.view)

    @Slot()
    def _read_tags(self) -> None:
        self._workspace.ask("tags", tree_of_tags, then=self._tags.show_tree)

    @Slot(object)
    def _change_tag(self, wish: TagAct) -> None:
        self._workspace.do(change_tag, wish)

    @Slot(object)
    def _try_rule(self, look: RuleLook) -> None:
        self._workspace.ask("rule", rule_seen, look, then=self._tags.show_preview)

    @Slot(object)
    def _show_tagged(self, tag: int) -> None:
        """What carries the tag or one under it, as a view."""
        self._navigator.show_tagged(tag)
