"""Threads of an open library: one writes, others read, and nobody waits for a long plan."""

import sqlite3
import threading
from contextlib import closing

import pytest

from explorer.errors import LibraryTooNew
from explorer.ops import tagging
from explorer.ops.importing import apply
from explorer.ops.session import Session
from explorer.pipeline.plan import Input, plan
from tests.libraries import WEEK_JA, WEEKS_EN

PATIENCE_S = 20


@pytest.fixture
def session(tmp_path):
    made = Session(tmp_path / "a.db")
    made.write(apply, plan_of(made, WEEK_JA)).result(PATIENCE_S)
    yield made
    made.close()


def plan_of(session, *files):
    inputs = [Input(f.name, str(f), f.read_bytes()) for f in files]
    return session.read_on(plan, inputs).result(PATIENCE_S)


def paper(reader):
    return reader.value("select min(id) from paper")


def test_a_question_sees_what_was_written_before(session):
    node = session.read(paper).result(PATIENCE_S)
    session.write(tagging.tag, "x", [node]).result(PATIENCE_S)
    assert session.read(lambda reader: reader.value("select count(*) from tagging")).result(PATIENCE_S) == 1


def test_a_long_plan_keeps_no_writer_waiting(session):
    begun, written = threading.Event(), threading.Event()

    def plan_slowly(reader):
        made = plan(reader, [Input(WEEKS_EN.name, "x", WEEKS_EN.read_bytes())])
        begun.set()
        assert written.wait(PATIENCE_S)
        return made, paper(reader)

    waiting = session.read_on(plan_slowly)
    assert begun.wait(PATIENCE_S)
    node = session.read(paper).result(PATIENCE_S)
    session.write(tagging.tag, "while planning", [node]).result(PATIENCE_S)
    written.set()
    made, _ = waiting.result(PATIENCE_S)
    changes = session.write(apply, made).result(PATIENCE_S)
    assert changes.label == f"Import {WEEKS_EN.name}"


def test_an_error_of_the_work_comes_home(session):
    with pytest.raises(ZeroDivisionError):
        session.read(lambda reader: 1 / 0).result(PATIENCE_S)


def test_a_session_that_cannot_open_leaves_no_thread(tmp_path, session):
    path = tmp_path / "newer.db"
    Session(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            """insert into _sqlite_migrations (migration_set, name, applied_at)
               values ('paper-explorer', 'm999_x', '')"""
        )
    before = threading.active_count()
    with pytest.raises(LibraryTooNew):
        Session(path)
    assert threading.active_count() == before
