"""Every verb of the command line: the module that holds it, and what it is for.

The list is read without loading a verb: the window looks here whether a word is one, ``--help`` prints it.
"""

from __future__ import annotations

from collections.abc import Mapping

#: heading -> verb -> (module of this package, its line in the list of verbs)
SECTIONS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "Fill a library": {
        "init": ("commands", "Make a new LIBRARY."),
        "import": ("commands", "Import files, folders, web addresses, arXiv ids, or - for standard input."),
        "follow": (
            "follow_commands",
            "Follow files, folders, web addresses or arXiv ids: refresh reads them again.",
        ),
        "unfollow": ("follow_commands", "Follow sources no more; what they brought stays."),
        "followed": (
            "follow_commands",
            "The sources that LIBRARY follows: when they were read last, and what came of it.",
        ),
        "refresh": (
            "follow_commands",
            "Read followed sources again (all, or SOURCE) and report what is new.",
        ),
        "sources": (
            "follow_commands",
            "Where public lists and digests are had: addresses for import and follow.",
        ),
        "enrich": (
            "enrich_commands",
            "Complete papers from arXiv and OpenReview: abstracts, authors, dates, ids.",
        ),
        "embed": (
            "commands",
            "Make vectors of all papers, then similarities and the map; goes on where it stopped.",
        ),
    },
    "Ask it": {
        "search": ("commands", "Full text over names and passages, then papers near in meaning."),
        "show": ("commands", "The passport of a paper, author, edition, issue, document, tag or method."),
        "method": (
            "commands",
            "A method's passport: aliases, first seen, editions, links with their sentences.",
        ),
        "similar": ("commands", "Papers near in meaning, with the reasons."),
        "more-like": ("example_commands", "Papers like some, and unlike others."),
        "path": (
            "walk_commands",
            "The best paths between two things over what is stated, with the sentence on each step.",
        ),
        "bridges": (
            "walk_commands",
            "The methods that link editions, digests, reports, talks or notes, most surprising first.",
        ),
        "regions": (
            "region_commands",
            "The regions of the map with their names; with NAME, the papers and methods of one.",
        ),
        "links": (
            "link_commands",
            "Every link of a method or paper: its number, its status and the sentence behind it.",
        ),
        "lifeline": (
            "time_commands",
            "First arXiv date, digest and conference of NAME, or all lead times: days before the conference.",
        ),
        "trends": (
            "trend_commands",
            "What rises and declines between editions, weeks, years, tags or saved views, and claims on it.",
        ),
        "claims": (
            "trend_commands",
            "What documents claim (terms, numbers, what outperforms what), each with a verdict.",
        ),
        "whatsnew": (
            "time_commands",
            "What changed: new papers, methods, links, contradictions, claims, and what gained most papers.",
        ),
        "reading-list": (
            "example_commands",
            "The papers that cover a selection best, each with what it covers.",
        ),
        "compare-engines": (
            "example_commands",
            "How far two engines agree on which papers are near, and where they disagree most.",
        ),
    },
    "Trend tags": {
        "tags": ("tag_commands", "The tree of trend tags: what carries each one, who claims it, its rule."),
        "tag": ("tag_commands", "Put a trend tag on papers, methods, anything."),
        "untag": ("tag_commands", "Take a trend tag off; no rule and no document puts it on again."),
        "suggest": (
            "example_commands",
            "Papers that a tag may be meant for, each with the reason, and how well they are found.",
        ),
        "tag-make": ("tag_commands", "Make a trend tag that nothing carries yet."),
        "tag-rule": (
            "tag_commands",
            """Tag by a rule, now and at every import: '"state space" or mamba* -title:vision'.""",
        ),
        "tag-describe": ("tag_commands", "Say what a trend tag stands for, give it a colour."),
        "tag-move": ("tag_commands", "Put a trend tag under another one, or at the top where none is named."),
        "tag-merge": (
            "tag_commands",
            "Make one trend tag of two; names in all languages, rules and what stands under it stay.",
        ),
        "tag-split": ("tag_commands", "Let some of what carries a trend tag carry a new one instead."),
        "rename-tag": (
            "tag_commands",
            'Rename a trend tag; "pruning / 枝刈り / 剪枝" gives it names in three languages.',
        ),
        "delete-tag": ("tag_commands", "Delete a trend tag from everything that carries it."),
    },
    "Decide": {
        "needs": (
            "identity_commands",
            "What waits for a person: contradictions, papers or people that may be one.",
        ),
        "merge": ("identity_commands", "Make two papers one: KEEP takes over all that stands on OTHER."),
        "split": (
            "identity_commands",
            "Let places that name PAPER speak of another paper.",
        ),
        "apart": (
            "identity_commands",
            "Say that two papers are not one: no import merges or proposes them again.",
        ),
        "settle": (
            "identity_commands",
            "Settle a contradiction that `needs` prints.",
        ),
        "offer": (
            "enrich_commands",
            "Accept or refuse an id that a service has for a title.",
        ),
        "merge-people": (
            "people_commands",
            "Make two authors one person: all papers under either name, also later ones, stand at KEEP.",
        ),
        "split-person": ("people_commands", "Say that some papers under a name are by another person."),
        "apart-people": (
            "people_commands",
            "Say that two authors are not one person: they are not proposed again.",
        ),
        "proposals": (
            "link_commands",
            "What nobody has checked: proposed links, concepts that may be one, forms with several meanings.",
        ),
        "accept": ("link_commands", "Take links for true: they show in the graph."),
        "reject": ("link_commands", "Take links for wrong: no import brings them back."),
        "reopen": ("link_commands", "Make links proposals again."),
        "correct": ("link_commands", "Reject LINK and state what its sentence really says."),
        "state": ("link_commands", 'State a link by hand, such as: state LIBRARY SPPO "compared with" DPO.'),
        "alias": (
            "link_commands",
            "Say that FORM names METHOD, or that it does not; no import changes that.",
        ),
        "merge-methods": (
            "link_commands",
            "Make two methods one: KEEP takes over all that stands on OTHER, whose names find it for ever.",
        ),
        "apart-methods": ("link_commands", "Say that two methods are not one: they are not suspected again."),
        "rename-method": ("link_commands", "Give a method another name; the old one goes on finding it."),
        "set-kind": (
            "link_commands",
            "Say what METHOD is: method, model, dataset, benchmark, metric, task, library or concept.",
        ),
    },
    "Notes, reading, views": {
        "note": (
            "reading_commands",
            "The note on anything; with TEXT (or - for standard input) it is written anew.",
        ),
        "read": (
            "reading_commands",
            "Mark papers, issues or documents as read, as being read, or as unread.",
        ),
        "views": ("reading_commands", "The saved views, in the order of their keys."),
        "save-view": (
            "reading_commands",
            "Save a view by name; names in it become ids, places are those that it has now.",
        ),
        "rename-view": ("reading_commands", "Give a saved view another name."),
        "delete-view": ("reading_commands", "Delete a saved view; what it shows stays."),
    },
    "Keep and compare": {
        "snapshot": (
            "snapshot_commands",
            "What a view shows, kept as it is: save, list, open NAME, diff [A] [B], note, rename, delete.",
        ),
    },
    "Take out": {
        "export": (
            "commands",
            "Write a view; the suffix of OUT names the format, a folder (OUT/) takes notes for Obsidian.",
        ),
        "dump": ("commands", "The whole graph as one JSON document."),
    },
    "Keep it safe": {
        "undo": ("commands", "Take back the last operation."),
        "redo": ("commands", "Do again what was undone last."),
        "check": ("safety_commands", "Is the library sound, and every quote a slice of its source?"),
        "backup": (
            "safety_commands",
            "A verified copy of the library, at TARGET or among its automatic backups.",
        ),
        "backups": ("safety_commands", "The backups of LIBRARY, newest first, with what they hold."),
        "restore": (
            "safety_commands",
            "Put a backup in the place of LIBRARY; what it holds now is kept beside it.",
        ),
        "rescue": (
            "safety_commands",
            "Put what can be read of a damaged LIBRARY in its place; the damaged file is kept beside it.",
        ),
    },
}

#: verb -> (module of this package, its line in the list of verbs)
VERBS: Mapping[str, tuple[str, str]] = {
    verb: place for verbs in SECTIONS.values() for verb, place in verbs.items()
}
