"""The language of the interface: the translations that travel with the program, and which of them holds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from explorer.resources import resource

SOURCE = "en"  #: what the texts in the code are written in
_PREFIX = "explorer_"
_PROPERTY = "interface_language"  # of the application


def languages() -> tuple[str, ...]:
    """Codes of the languages there are, that of the code first."""
    files = resource("translations").glob(f"{_PREFIX}*.qm")
    return (SOURCE, *sorted(file.stem.removeprefix(_PREFIX) for file in files))


def language_for(choice: str, system: QLocale | None = None) -> str:
    """The language that a choice means.

    Args:
        choice: A code, or "system": the first language of the system that there are words in.
        system: Stands in for the locale of the system.
    """
    known = languages()
    if choice in known:
        return choice
    wanted = (system or QLocale.system()).uiLanguages()
    return next((code for name in wanted if (code := name.replace("_", "-").split("-")[0]) in known), SOURCE)


def spoken_language() -> str:
    """Code of the language that the interface speaks."""
    application = QCoreApplication.instance()
    return str((application.property(_PROPERTY) if application is not None else None) or SOURCE)


def install(application: QCoreApplication, choice: str) -> str:
    """Let the application speak a language, Qt's own buttons too; the code of it.

    Before the first widget: what is made already keeps its words.
    """
    code = language_for(choice)
    application.setProperty(_PROPERTY, code)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    if code == SOURCE:
        return code
    QLocale.setDefault(QLocale(code))
    places = (
        (f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"{_PREFIX}{code}", str(resource("translations"))),
    )
    for name, folder in places:
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
    return code
