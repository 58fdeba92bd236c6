import pytest


@pytest.fixture
def without_methods(monkeypatch):
    """Plans that find no methods: most of the time of a large plan, without a say in what is one work."""
    monkeypatch.setattr("explorer.pipeline.plan.find_methods", lambda *_: ((), (), ()))
