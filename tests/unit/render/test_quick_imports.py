import linecache
import sys

from explorer.render.quick_imports import spare_sources


def test_a_module_that_is_loaded_beside_qt_keeps_its_source_out_of_memory(tmp_path, monkeypatch):
    spare_sources()
    (tmp_path / "loaded_beside_qt.py").write_text("WORD = 'PySide6'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "loaded_beside_qt", raising=False)

    import loaded_beside_qt

    assert loaded_beside_qt.WORD == "PySide6"
    assert str(tmp_path / "loaded_beside_qt.py") not in linecache.cache


def test_a_version_of_qt_that_does_not_look_is_left_alone(monkeypatch):
    support = sys.modules["shibokensupport.feature"]
    monkeypatch.delattr(support, "_mod_uses_pyside")
    before = set(vars(support))

    spare_sources()

    assert set(vars(support)) == before
