"""Schema steps, oldest first. Never edit a released step; add a new one.

db/README.md says what each table means.
"""

from sqlite_utils import Database, Migrations

from explorer.store.m001_derived import DERIVED, SEARCH, VECTORS
from explorer.store.m001_facts import DECISIONS, FACTS, METHODS
from explorer.store.m002_stated import STATED
from explorer.store.m003_identity import IDENTITY
from explorer.store.m004_renditions import RENDITIONS
from explorer.store.m005_concept_keys import CONCEPT_KEYS
from explorer.store.m006_reading import READING
from explorer.store.m007_people import PEOPLE
from explorer.store.m008_communities import COMMUNITIES
from explorer.store.m009_tag_names import TAG_NAMES
from explorer.store.m010_columns import COLUMNS
from explorer.store.m011_following import FOLLOWING
from explorer.store.m012_enquiries import ENQUIRIES
from explorer.store.m013_tag_tree import TAG_TREE
from explorer.store.m014_meaning import MEANING
from explorer.store.m015_marks import MARKS
from explorer.store.m016_offers import OFFERS
from explorer.store.m017_snapshots import SNAPSHOTS
from explorer.store.m018_dates import DATES

migrations = Migrations("paper-explorer")


@migrations()
def m001_library(db: Database) -> None:
    """Facts, methods, decisions, derived tables and full text of version 0.1."""
    for script in (FACTS, METHODS, DECISIONS, DERIVED, SEARCH, VECTORS):
        db.executescript(script)


@migrations()
def m002_stated(db: Database) -> None:
    """What documents state beside their papers; contradictions with their place."""
    db.executescript(STATED)


@migrations()
def m003_identity(db: Database) -> None:
    """Other ids of merged works, wrong ids, how a contradiction was settled."""
    db.executescript(IDENTITY)


@migrations()
def m004_renditions(db: Database) -> None:
    """Documents that say the same, and the issue that each would be alone."""
    db.executescript(RENDITIONS)


@migrations()
def m005_concept_keys(db: Database) -> None:
    """Other keys of a concept that a person merged or renamed; links by status."""
    db.executescript(CONCEPT_KEYS)


@migrations()
def m006_reading(db: Database) -> None:
    """Notes, read states and saved views."""
    db.executescript(READING)


@migrations()
def m007_people(db: Database) -> None:
    """Name forms of people that a person merged or split."""
    db.executescript(PEOPLE)


@migrations()
def m008_communities(db: Database) -> None:
    """Communities of papers and methods, and their names."""
    db.executescript(COMMUNITIES)


@migrations()
def m009_tag_names(db: Database) -> None:
    """Trend tags by their names in several languages."""
    db.executescript(TAG_NAMES)


@migrations()
def m010_columns(db: Database) -> None:
    """The columns of a table that a person named."""
    db.executescript(COLUMNS)


@migrations()
def m011_following(db: Database) -> None:
    """Followed sources, and what came of reading them last."""
    db.executescript(FOLLOWING)


@migrations()
def m012_enquiries(db: Database) -> None:
    """What arXiv and OpenReview were asked, and what came of it."""
    db.executescript(ENQUIRIES)


@migrations()
def m013_tag_tree(db: Database) -> None:
    """Trend tags as a tree with rules, and the documents that claim them."""
    db.executescript(TAG_TREE)


@migrations()
def m014_meaning(db: Database) -> None:
    """Vectors of sentences; neighbours that are kept, and the frame they were measured in."""
    db.executescript(MEANING)


@migrations()
def m015_marks(db: Database) -> None:
    """Where the library stood before each step that added something."""
    db.executescript(MARKS)


@migrations()
def m016_offers(db: Database) -> None:
    """Papers that services offered for a title, and what a person said of each."""
    db.executescript(OFFERS)


@migrations()
def m017_snapshots(db: Database) -> None:
    """What views showed at a time, to be opened again and compared."""
    db.executescript(SNAPSHOTS)


@migrations()
def m018_dates(db: Database) -> None:
    """Days of papers and editions by one rule."""
    db.executescript(DATES)
