"""Names of communities are phrases of their titles, each used once."""

import numpy as np

from explorer.compute.community_names import Phrases, names
from explorer.text.phrases import as_name, phrases

NONE = -1


def made(titles):
    columns, shown, words, rows = {}, [], [], []
    for title in titles:
        row = set()
        for phrase in phrases(title):
            if phrase.key not in columns:
                columns[phrase.key] = len(columns)
                shown.append(as_name(phrase.text))
                words.append(phrase.words)
            row.add(columns[phrase.key])
        rows.append(sorted(row))
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    flat = np.array([column for row in rows for column in row], np.int32)
    return Phrases(starts, flat, tuple(shown), tuple(columns), np.array(words, np.uint8))


def named(groups, before=None):
    titles = [title for group in groups for title in group]
    labels = np.repeat(np.arange(len(groups)), [len(group) for group in groups]).astype(np.int32)
    return {number: found.name for number, found in names(labels, made(titles), before or {}).items()}


OFFLINE = [
    "Offline Reinforcement Learning with Small Nets",
    "A Bound for Offline Reinforcement Learning",
    "Offline Reinforcement Learning from Logs",
    "Safe Offline Reinforcement Learning",
]
BANDITS = [
    "Linear Bandits Revisited",
    "Online Reinforcement Learning and Linear Bandits",
    "Sleeping Linear Bandits",
    "Linear Bandits in the Dark",
]
PROTEINS = ["Protein Design by Flows", "Protein Design Tomorrow", "Better Protein Design", "A Protein Zoo"]


def test_a_name_is_the_longest_phrase_that_most_titles_share():
    assert named([OFFLINE, BANDITS, PROTEINS]) == {
        0: "offline reinforcement learning",
        1: "linear bandits",
        2: "protein design",
    }


def test_no_name_is_used_twice_nor_lies_within_another():
    found = list(named([OFFLINE, OFFLINE, PROTEINS]).values())
    told = [name for name in found if name]
    assert len(set(told)) == len(told)
    assert not any(one != other and f" {one} " in f" {other} " for one in told for other in told)


def test_a_name_stays_while_it_says_nearly_as_much():
    mixed = [*PROTEINS, "Molecule Search", "Molecule Search Again", "Molecule Search with Protein Design"]
    assert named([mixed, OFFLINE])[0] == "protein design"
    assert named([mixed, OFFLINE], {0: "molecule search"})[0] == "molecule search"
    assert named([PROTEINS, OFFLINE], {0: "molecule search"})[0] == "protein design"


def test_titles_in_japanese_and_chinese_name_their_community():
    japanese = ["強化学習による制御", "深い強化学習", "強化学習の安全性"]
    chinese = ["蛋白质结构的预测", "面向蛋白质结构的模型", "蛋白质结构分析"]
    assert named([japanese, chinese]) == {0: "強化学習", 1: "蛋白质结构"}


def test_titles_that_share_nothing_leave_the_name_open():
    assert named([["Alpha", "Beta", "Gamma"], PROTEINS])[0] == ""


def test_rows_in_no_community_say_nothing():
    labels = np.array([0, 0, NONE, NONE], np.int32)
    found = names(labels, made(["Graph Search", "Graph Search", *PROTEINS[:2]]), {})
    assert set(found) == {0} and found[0].name == "graph search"
