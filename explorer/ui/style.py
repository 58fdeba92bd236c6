"""How the window looks: palette, fonts and style sheet, made from the colour tokens of the theme."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from explorer.render.fonts import families
from explorer.render.theme import Theme, theme
from explorer.resources import resource

_MOTION = {  # the style hint that animations look at; without a rule the system decides
    "on": "QWidget { widget-animation-duration: 180; }",
    "off": "QWidget { widget-animation-duration: 0; }",
}
TEXT_PX = 13  #: body text
SMALL_PX = 12  #: sources, counts, chips
TITLE_PX = 20  #: name on a passport
HEAD_PX = 15  #: heads of dialogs and cards


def scheme_of(wanted: str) -> str:
    """ "light" or "dark" for "light", "dark" or "system"."""
    if wanted in ("light", "dark"):
        return wanted
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return "dark" if is_dark else "light"


def apply_theme(application: QApplication, wanted: str, motion: str = "system") -> Theme:
    """Dress the whole application; returns the tokens for those who paint by themselves.

    Args:
        motion: "on", "off" or "system".
    """
    tokens = apply_colours(application, wanted)
    apply_sheet(application, tokens, motion)
    return tokens


def apply_colours(application: QApplication, wanted: str) -> Theme:
    """Palette and font alone, for a window that is being built.

    Under a style sheet each part is dressed anew, with all that is in it, whenever it is put into another.
    """
    tokens = theme(scheme_of(wanted))
    application.setPalette(palette_of(tokens))
    application.setFont(body_font())
    return tokens


def apply_sheet(application: QApplication, tokens: Theme, motion: str) -> None:
    """The rest of the dress."""
    application.setStyleSheet(sheet_of(tokens) + _MOTION.get(motion, ""))


def theme_now() -> Theme:
    """The tokens that the application wears."""
    is_dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return theme("dark" if is_dark else "light")


def body_font() -> QFont:
    """Interface font: Latin first, then the glyphs of the interface's own language."""
    names = families(QLocale().name().partition("_")[0])
    font = QFont(list(names))
    font.setPixelSize(TEXT_PX)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def palette_of(tokens: Theme) -> QPalette:
    """The tokens as palette roles: Window is panel, Base card, Mid the hairline, PlaceholderText dim."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.panel,
        role.WindowText: tokens.ink,
        role.Base: tokens.card,
        role.AlternateBase: tokens.panel,
        role.Text: tokens.ink,
        role.Button: tokens.card,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.bad,
        role.PlaceholderText: tokens.dim,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.card,
        role.ToolTipText: tokens.ink,
        role.Mid: tokens.line,
        role.Midlight: tokens.selection,
        role.Light: tokens.card,
        role.Dark: tokens.dim,
        role.Shadow: tokens.shadow,
    }
    palette = QPalette()
    for key, value in colours.items():
        palette.setColor(key, QColor(value))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, mixed(tokens.dim, tokens.panel, 0.4))
    return palette


def mixed(first: str, second: str, share: float) -> QColor:
    """A colour between two; share 0 is the first."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        *(x + (y - x) * share for x, y in zip(a.getRgbF()[:3], b.getRgbF()[:3], strict=True))
    )


def sheet_of(tokens: Theme) -> str:
    """The style sheet with the tokens filled in."""
    words = {
        name: getattr(tokens, name)
        for name in (
            "canvas",
            "panel",
            "card",
            "field",
            "line",
            "ink",
            "dim",
            "on_accent",
            "accent",
            "selection",
        )
    }
    words |= {name: getattr(tokens, name) for name in ("good", "warn", "bad")}
    words["hover"] = mixed(tokens.card, tokens.ink, 0.06).name()
    words["press"] = mixed(tokens.card, tokens.ink, 0.12).name()
    words["thumb"] = mixed(tokens.panel, tokens.ink, 0.5).name()
    words["faint"] = mixed(tokens.dim, tokens.panel, 0.4).name()
    words["text_px"], words["small_px"] = str(TEXT_PX), str(SMALL_PX)
    words["head_px"], words["title_px"] = str(HEAD_PX), str(TITLE_PX)
    words["icons"] = resource("icons").as_posix()
    words["scheme"] = tokens.name
    return Template(resource("themes", "window.qss").read_text(encoding="utf-8")).substitute(words)
