"""The map: neighbours stay together, old places stay, same seed same bytes."""

import numpy as np
import pytest

from explorer.compute import map as paper_map
from explorer.compute.neighbours import nearest

COUNT, TOPICS = 300, 6


@pytest.fixture(scope="module")
def vectors():
    chance = np.random.default_rng(5)
    topics = chance.normal(size=(TOPICS, 24)) * 2
    found = topics[np.arange(COUNT) % TOPICS] + chance.normal(size=(COUNT, 24))
    return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)


def neighbours(vectors, k=paper_map.NEIGHBOURS):
    return nearest(vectors, vectors, k, skip=np.arange(len(vectors), dtype=np.int32))


def nowhere(count):
    return np.full((count, 2), np.nan, np.float32)


@pytest.fixture(scope="module")
def places(vectors):
    return paper_map.place(neighbours(vectors), nowhere(COUNT), 1)


def topic_centres(places):
    return np.stack([places[topic::TOPICS].mean(axis=0) for topic in range(TOPICS)])


def test_papers_of_a_topic_lie_together(places):
    centres = topic_centres(places)
    nearest_centre = np.linalg.norm(places[:, None] - centres, axis=2).argmin(axis=1)
    assert (nearest_centre == np.arange(COUNT) % TOPICS).mean() > 0.95


def test_places_are_finite_and_centred(places):
    assert places.shape == (COUNT, 2)
    assert places.dtype == np.float32
    assert np.isfinite(places).all()
    assert np.abs(places.mean(axis=0)).max() < 0.01


def test_the_same_seed_gives_the_same_bytes_with_and_without_progress(vectors, places):
    told = []
    again = paper_map.place(
        neighbours(vectors), nowhere(COUNT), 1, lambda done, total: told.append((done, total))
    )
    assert again.tobytes() == places.tobytes()
    assert told == sorted(told)
    assert told[-1] == (750, 750)


def test_added_papers_lie_with_their_topic(vectors, places):
    old = COUNT - 12
    on_map = paper_map.place(neighbours(vectors[:old]), nowhere(old), 1)
    kept = on_map.copy()
    added = paper_map.add(on_map, nearest(vectors[old:], vectors[:old], 90), 1)
    np.testing.assert_array_equal(on_map, kept)
    centres = topic_centres(on_map)
    found = np.linalg.norm(added[:, None] - centres, axis=2).argmin(axis=1)
    assert (found == np.arange(old, COUNT) % TOPICS).all()
    assert paper_map.add(on_map, nearest(vectors[old:], vectors[:old], 90), 1).tobytes() == added.tobytes()


def test_a_new_map_is_turned_to_look_like_the_old_one(vectors, places):
    angle = 2.0
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    before = (places @ turn * (1, -1)).astype(np.float32)
    before[::3] = np.nan
    again = paper_map.place(neighbours(vectors), before, 1)
    known = np.isfinite(before).all(axis=1)
    centred = before[known] - before[known].mean(axis=0)
    assert np.abs(again[known] - again[known].mean(axis=0) - centred).max() < 0.5


@pytest.mark.parametrize("count", [0, 1, 2, 4, 5, 8, 31])
def test_small_libraries_have_a_map_as_well(vectors, count):
    places = paper_map.place(neighbours(vectors[:count]), nowhere(count), 0)
    assert places.shape == (count, 2)
    assert np.isfinite(places).all()
    assert len(np.unique(places.round(3), axis=0)) == count


def test_twins_do_not_break_the_map(vectors):
    twins = np.concatenate([vectors[:20]] * 5)
    assert np.isfinite(paper_map.place(neighbours(twins), nowhere(100), 0)).all()
