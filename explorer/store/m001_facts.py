"""SQL of m001: what was read and what people decided. Never edited after release."""

FACTS = """
create table source (
    id integer primary key,
    name text not null,
    uri text not null,
    format text not null,
    sha256 text not null unique,
    content blob not null,                -- zlib of the bytes as they came
    edition text not null default '',     -- what the person said the list is
    imported_at text not null,
    removed integer not null default 0    -- 1 after undo of the import: redo reads it again
) strict;

create table node (
    id integer primary key,
    kind integer not null,
    key text,                             -- folded name where it identifies; null for works
    name text not null,
    search text not null default '',      -- other titles and aliases
    bigrams text not null default ''      -- CJK bigrams of name and search
) strict;
create unique index node_key on node (kind, key);

create table paper (
    id integer primary key references node (id) on delete cascade,
    arxiv_id text,
    doi text,
    openreview text,
    authors text not null default '[]',   -- JSON: names in order, from the fullest statement
    authors_complete integer not null default 1,
    published text not null default '',
    updated text not null default '',
    abstract text not null default '',
    language text not null default '',
    facts text not null default '{}',     -- JSON: categories, code_urls, versions, titles
    state text not null default 'resolved'
) strict;
create unique index paper_arxiv on paper (arxiv_id) where arxiv_id is not null;
create unique index paper_doi on paper (doi) where doi is not null;
create unique index paper_openreview on paper (openreview) where openreview is not null;

create table paper_title (
    paper integer not null references paper (id) on delete cascade,
    fingerprint text not null,            -- letters and digits of the title, folded
    head text not null,                   -- the same of the part before the colon, or ''
    title text not null,
    primary key (paper, fingerprint)
) strict, without rowid;
create index paper_title_fingerprint on paper_title (fingerprint);
create index paper_title_head on paper_title (head);

create table paper_author (
    paper integer not null references paper (id) on delete cascade,
    position integer not null,
    person integer not null references node (id) on delete cascade,
    primary key (paper, position)
) strict, without rowid;
create index paper_author_person on paper_author (person);

create table edition (
    id integer primary key references node (id) on delete cascade,
    series_kind text not null,
    series text not null,
    label text not null,
    date_from text not null default '',
    date_to text not null default ''
) strict;

create table document (
    id integer primary key references node (id) on delete cascade,
    source integer not null references source (id) on delete cascade,
    ordinal integer not null,
    kind text not null,
    title text not null,
    publisher text not null default '',
    authors text not null default '[]',
    language text not null default '',
    date text not null default '',
    covers_from text not null default '',
    covers_to text not null default '',
    issue integer references edition (id),
    editions text not null default '[]',
    stated_totals text not null default '[]',
    machine_written integer not null default 0,
    start integer not null,
    "end" integer not null
) strict;
create index document_source on document (source);
create index document_issue on document (issue);

create table appearance (
    id integer primary key,
    paper integer not null references paper (id),
    document integer not null references document (id) on delete cascade,
    role text not null,
    section text not null default '',
    as_written text not null,
    rank integer,
    start integer not null,
    "end" integer not null,
    exact text not null,
    qa_pairs integer not null default 0,
    stated text not null                  -- JSON of the PaperRecord: the work is folded from these
) strict;
create index appearance_paper on appearance (paper);
create index appearance_document on appearance (document);

create table presence (
    paper integer not null references paper (id) on delete cascade,
    edition integer not null references edition (id) on delete cascade,
    appearance integer not null references appearance (id) on delete cascade,
    track text not null default '',
    status text not null default '',
    award text not null default '',
    primary key (paper, edition, appearance)
) strict, without rowid;
create index presence_edition on presence (edition, paper);
create index presence_appearance on presence (appearance);

create table block (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    ordinal integer not null,
    kind text not null,
    start integer not null,
    "end" integer not null,
    text text not null,                   -- decoded and normalised
    raw text,                             -- the slice of the source, where it differs from text
    bigrams text not null default '',
    coding text not null default 'plain',
    section text not null default '',
    appearance integer references appearance (id) on delete cascade,
    machine integer not null default 0,
    language text not null default ''
) strict;
create index block_document on block (document, ordinal);
create index block_appearance on block (appearance);

create table unread (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    line integer not null,
    text text not null,
    why text not null
) strict;
create index unread_document on unread (document);

create table same_as (
    id integer primary key,
    a integer not null references node (id) on delete cascade,
    b integer not null,                   -- a node, or the id that a merged one had
    decision text not null,               -- proposed | merged | split
    reason text not null,
    detail text not null default '{}',    -- JSON: title of b and the appearances that came with it
    unique (a, b)
) strict;
create index same_as_b on same_as (b);

create table contradiction (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    kind text not null,
    detail text not null,
    state text not null default 'open'
) strict;
create index contradiction_document on contradiction (document);
"""

METHODS = """
create table concept (
    id integer primary key references node (id) on delete cascade,
    kind text not null,
    state text not null default 'accepted'  -- accepted | proposed
) strict;

create table alias (
    id integer primary key,
    concept integer not null references concept (id) on delete cascade,
    form text not null,
    fold text not null,
    language text not null default '',
    script text not null default '',
    kind text not null,
    status text not null default 'accepted',
    unique (concept, form)
) strict;
create index alias_fold on alias (fold);

create table mention (
    id integer primary key,
    concept integer not null references concept (id) on delete cascade,
    block integer not null references block (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    exact text not null
) strict;
create index mention_concept on mention (concept);
create index mention_block on mention (block);

create table link (
    id integer primary key,
    subject integer not null references node (id) on delete cascade,
    predicate text not null,
    object integer not null references node (id) on delete cascade,
    polarity integer not null default 1,
    confidence real not null,
    asserted_by text not null,            -- document | rule:<name> | user
    run text not null default '',
    status text not null default 'accepted',
    unique (subject, predicate, object, polarity)
) strict;
create index link_object on link (object);

create table evidence (
    id integer primary key,
    link integer not null references link (id) on delete cascade,
    block integer not null references block (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    exact text not null,
    unique (link, block, start, "end")
) strict;
create index evidence_block on evidence (block);
"""

DECISIONS = """
create table tag (
    id integer primary key references node (id) on delete cascade,
    names text not null default '{}',
    color text not null default '',
    description text not null default '',
    parent integer references tag (id)
) strict;
create index tag_parent on tag (parent);

create table tagging (
    tag integer not null references tag (id) on delete cascade,
    node integer not null references node (id) on delete cascade,
    primary key (tag, node)
) strict, without rowid;
create index tagging_node on tagging (node);

create table operation (
    id integer primary key,
    label text not null,
    kind text not null,                   -- decision | import
    at text not null,
    undone integer not null default 0,
    changes text not null                 -- JSON: rows before and after, or the sources of an import
) strict;
create index operation_undone on operation (undone, id);

create table meta (
    key text primary key,
    value text not null
) strict, without rowid;
insert into meta values ('revision', '0');
"""
