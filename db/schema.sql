-- Made from the migrations by: UPDATE_SCHEMA=1 pytest tests/unit/store/test_schema.py

CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE TABLE alias (
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

CREATE TABLE appearance (
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

CREATE TABLE block (
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

CREATE VIRTUAL TABLE block_fts using fts5(
    text, bigrams, content = 'block', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE community (
    node integer primary key references node (id) on delete cascade,
    community integer not null              -- the same number for the same papers from run to run
) strict;

CREATE TABLE community_name (
    community integer primary key,
    name text not null,                     -- no two are alike
    terms text not null,                    -- JSON: what else stands out in its titles
    papers integer not null,
    hue integer not null                    -- neighbouring communities have different ones
) strict;

CREATE TABLE concept (
    id integer primary key references node (id) on delete cascade,
    kind text not null,
    state text not null default 'accepted'  -- accepted | proposed
) strict;

CREATE TABLE concept_key (
    key text primary key,                   -- folded name that a document or the lexicon may still use
    concept integer not null references concept (id) on delete cascade
) strict, without rowid;

CREATE TABLE contradiction (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    kind text not null,
    detail text not null,
    state text not null default 'open'
, appearance integer references appearance (id) on delete cascade, other integer, start integer, "end" integer, exact text, note text not null default '', decision text not null default '') strict;

CREATE TABLE document (
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
, own_issue text not null default '') strict;

CREATE TABLE document_person (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    name text not null,
    role text not null,
    affiliation text not null default '',
    start integer not null,
    "end" integer not null,
    exact text not null
) strict;

CREATE TABLE edge (
    source integer not null references node (id) on delete cascade,
    target integer not null references node (id) on delete cascade,
    kind text not null,                   -- id of a file in explorer/edges
    predicate text not null default '',
    weight real not null default 1.0,
    sources integer not null default 0,   -- distinct documents behind it
    primary key (source, target, kind, predicate)
) strict, without rowid;

CREATE TABLE edition (
    id integer primary key references node (id) on delete cascade,
    series_kind text not null,
    series text not null,
    label text not null,
    date_from text not null default '',
    date_to text not null default ''
) strict;

CREATE TABLE embedding (
    id integer primary key,
    space integer not null references vector_space (id) on delete cascade,
    node integer not null references node (id) on delete cascade,
    content text not null,                -- SHA-256 of language, kind and text
    language text not null,
    kind text not null,                   -- title | summary | abstract
    vector blob not null,                 -- float16, little-endian
    unique (space, node)
) strict;

CREATE TABLE enquiry (
    service text not null,                  -- arxiv | openreview
    question text not null,                 -- id:2405.01535, forum:…, title:<fingerprint>
    at text not null,
    outcome text not null,                  -- found | missing | unproven | refused
    answer text not null default '',        -- ids of papers of that title which no witness confirmed
    primary key (service, question)
) strict, without rowid;

CREATE TABLE evidence (
    id integer primary key,
    link integer not null references link (id) on delete cascade,
    block integer not null references block (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    exact text not null,
    unique (link, block, start, "end")
) strict;

CREATE TABLE followed (
    id integer primary key,
    word text not null unique,              -- as it was named: path, address, arXiv id
    name text not null,
    kind text not null,                     -- file | folder | address | arxiv
    edition text not null default '',       -- of a list that names none
    at text not null
) strict;

CREATE TABLE followed_reading (
    followed integer primary key references followed (id) on delete cascade,
    at text not null,
    outcome text not null,                  -- new | unchanged | nothing_new | failed
    papers integer not null default 0,      -- new ones
    why text not null default '',           -- of a failure, in words
    sha256 text not null default '',
    etag text not null default '',
    last_modified text not null default '',
    files text not null default '{}'        -- JSON, of a folder: path -> [size, time in ns, SHA-256]
) strict;

CREATE TABLE frame (
    state text primary key,                 -- which vectors and method the rows of near go with
    content blob not null                   -- NumPy archive: means of the groups and scales of the languages
) strict, without rowid;

CREATE TABLE link (
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

CREATE TABLE map_place (
    node integer primary key references node (id) on delete cascade,
    x real not null,
    y real not null
) strict;

CREATE TABLE mark (
    id integer primary key,
    at text not null,                       -- ISO time of the step
    node integer not null,                  -- highest ids before it: what came since has a higher one
    link integer not null
) strict;

CREATE TABLE measure (
    node integer primary key references node (id) on delete cascade,
    degree integer not null default 0,
    importance real not null default 0,
    date text not null default ''
) strict;

CREATE TABLE mention (
    id integer primary key,
    concept integer not null references concept (id) on delete cascade,
    block integer not null references block (id) on delete cascade,
    start integer not null,
    "end" integer not null,
    exact text not null
) strict;

CREATE TABLE meta (
    key text primary key,
    value text not null
) strict, without rowid;

CREATE TABLE near (
    node integer primary key references node (id) on delete cascade,
    content text not null,                  -- of the vector that was compared (table embedding)
    others blob not null,                   -- int64, little-endian, nearest first; -1 where there is none
    scores blob not null                    -- float32, little-endian, aligned with others
) strict;

CREATE TABLE node (
    id integer primary key,
    kind integer not null,
    key text,                             -- folded name where it identifies; null for works
    name text not null,
    search text not null default '',      -- other titles and aliases
    bigrams text not null default ''      -- CJK bigrams of name and search
) strict;

CREATE VIRTUAL TABLE node_fts using fts5(
    name, search, bigrams, content = 'node', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE note (
    node integer primary key references node (id) on delete cascade,
    text text not null,                     -- as it was typed; never empty
    bigrams text not null default '',       -- CJK bigrams, for full text
    at text not null
) strict;

CREATE VIRTUAL TABLE note_fts using fts5(
    text, bigrams, content = 'note', content_rowid = 'node', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE offer (
    id integer primary key,
    service text not null,                  -- arxiv | openreview
    question text not null,                 -- title:<fingerprint>, as in enquiry
    value text not null,                    -- arXiv id, or OpenReview forum
    title text not null,
    authors text not null,                  -- JSON
    published text not null,
    decision text not null default '',      -- "" while it waits | accepted | refused
    unique (question, service, value)
) strict;

CREATE TABLE operation (
    id integer primary key,
    label text not null,
    kind text not null,                   -- decision | import
    at text not null,
    undone integer not null default 0,
    changes text not null                 -- JSON: rows before and after, or the sources of an import
) strict;

CREATE TABLE paper (
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

CREATE TABLE paper_author (
    paper integer not null references paper (id) on delete cascade,
    position integer not null,
    person integer not null references node (id) on delete cascade,
    primary key (paper, position)
) strict, without rowid;

CREATE TABLE paper_key (
    paper integer not null references paper (id) on delete cascade,
    scheme text not null,                   -- arxiv_id | doi | openreview
    value text not null,
    decision text not null,                 -- also: finds the work, is not shown first | wrong: not its id
    primary key (paper, scheme, value)
) strict, without rowid;

CREATE TABLE paper_title (
    paper integer not null references paper (id) on delete cascade,
    fingerprint text not null,            -- letters and digits of the title, folded
    head text not null,                   -- the same of the part before the colon, or ''
    title text not null,
    primary key (paper, fingerprint)
) strict, without rowid;

CREATE TABLE person_name (
    key text not null,                      -- folded name form; node.key is null once somebody decided
    person integer not null references node (id) on delete cascade,
    name text not null,                     -- the form as it was written
    takes integer not null,                 -- 1: papers under the form stand here; 0: only some of them
    primary key (key, person)
) strict, without rowid;

CREATE TABLE person_paper (
    paper integer not null references paper (id) on delete cascade,
    key text not null,                      -- a form of several people
    person integer not null references node (id) on delete cascade,
    primary key (paper, key)
) strict, without rowid;

CREATE TABLE presence (
    paper integer not null references paper (id) on delete cascade,
    edition integer not null references edition (id) on delete cascade,
    appearance integer not null references appearance (id) on delete cascade,
    track text not null default '',
    status text not null default '',
    award text not null default '',
    primary key (paper, edition, appearance)
) strict, without rowid;

CREATE TABLE reading (
    node integer primary key references node (id) on delete cascade,
    state text not null,                    -- reading | read; no row is unread
    at text not null
) strict;

CREATE TABLE rendition (
    document integer not null references document (id) on delete cascade,
    other integer not null references document (id) on delete cascade,   -- which stood there before
    reason text not null,
    primary key (document, other)
) strict, without rowid;

CREATE TABLE same_as (
    id integer primary key,
    a integer not null references node (id) on delete cascade,
    b integer not null,                   -- a node, or the id that a merged one had
    decision text not null,               -- proposed | merged | split
    reason text not null,
    detail text not null default '{}',    -- JSON: title of b and the appearances that came with it
    unique (a, b)
) strict;

CREATE TABLE saved_view (
    id integer primary key,
    key text not null unique,               -- folded name
    name text not null,
    state text not null,                    -- JSON: query, layout, places, camera, selection …
    at text not null
) strict;

CREATE TABLE sentence_vector (
    space integer not null references vector_space (id) on delete cascade,
    content text not null,                  -- SHA-256 of language and sentence
    vector blob not null,                   -- float16, little-endian
    primary key (space, content)
) strict, without rowid;

CREATE TABLE snapshot (
    id integer primary key,
    key text not null unique,               -- folded name
    name text not null,
    note text not null default '',
    title text not null,                    -- what was shown
    view text not null,                     -- JSON as in saved_view, without places
    nodes integer not null,
    edges integer not null,
    at text not null,
    content integer not null                -- snapshot_content: stays while undo may bring this row back
) strict;

CREATE TABLE snapshot_content (
    id integer primary key,
    packed blob not null                    -- zlib: nodes, edges, columns, places (explorer.graph.kept_bytes)
) strict;

CREATE TABLE source (
    id integer primary key,
    name text not null,
    uri text not null,
    format text not null,
    sha256 text not null unique,
    content blob not null,                -- zlib of the bytes as they came
    edition text not null default '',     -- what the person said the list is
    imported_at text not null,
    removed integer not null default 0    -- 1 after undo of the import: redo reads it again
, columns text not null default '[]') strict;

CREATE TABLE statistic (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    what text not null,
    value real not null,
    edition text not null,
    start integer not null,
    "end" integer not null,
    exact text not null
) strict;

CREATE TABLE tag (
    id integer primary key references node (id) on delete cascade,
    names text not null default '{}',
    color text not null default '',
    description text not null default '',
    parent integer references tag (id)
, place integer not null default 0, origin text not null default 'user') strict;

CREATE TABLE tag_claim (                    -- what a document's trend means as a tag
    key text primary key,                   -- trend.key or trend.deck
    tag integer references tag (id)         -- null: a person deleted it, and it stays deleted
) strict, without rowid;

CREATE TABLE tag_name (
    key text primary key,                   -- folded name; a tag in one language is found by node.key alone
    tag integer not null references tag (id) on delete cascade,
    language text not null,                 -- en | ja | zh | ko …
    name text not null
) strict, without rowid;

CREATE TABLE tag_off (                      -- a person took it off: no rule and no document puts it on again
    tag integer not null references tag (id) on delete cascade,
    node integer not null references node (id) on delete cascade,
    primary key (tag, node)
) strict, without rowid;

CREATE TABLE tag_rule (
    tag integer primary key references tag (id) on delete cascade,
    words text not null,                    -- "state space" or mamba* not title:vision
    kinds text not null                     -- JSON: kinds of nodes that it tags
) strict;

CREATE TABLE tagging (
    tag integer not null references tag (id) on delete cascade,
    node integer not null references node (id) on delete cascade, origin text not null default 'user',
    primary key (tag, node)
) strict, without rowid;

CREATE TABLE term_claim (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    term text not null,
    direction text not null,                -- rising | declining
    from_edition text not null default '',
    to_edition text not null default '',
    start integer not null,
    "end" integer not null,
    exact text not null
) strict;

CREATE TABLE trend (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    parent integer references trend (id) on delete cascade,
    label text not null,
    questions text not null default '[]',   -- JSON
    names text not null default '{}',       -- JSON: language -> name
    start integer not null,
    "end" integer not null,
    exact text not null
, key text not null default '', deck text not null default '') strict;

CREATE TABLE trend_appearance (
    trend integer not null references trend (id) on delete cascade,
    appearance integer not null references appearance (id) on delete cascade,
    primary key (trend, appearance)
) strict, without rowid;

CREATE TABLE unread (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    line integer not null,
    text text not null,
    why text not null
) strict;

CREATE TABLE vector_space (
    id integer primary key,
    engine text not null,
    model text not null,
    version text not null,                -- of the library and the weights
    recipe text not null,                 -- what is done to a text before
    dim integer not null,
    changes integer not null default 0,   -- counted up by every change of its vectors
    unique (engine, model, version, recipe)
) strict;

CREATE INDEX alias_fold on alias (fold);

CREATE INDEX alias_rejected on alias (concept, form) where status = 'rejected';

CREATE INDEX appearance_document on appearance (document);

CREATE TRIGGER appearance_moves after update of paper on appearance begin
    update presence set paper = new.paper where appearance = new.id;
end;

CREATE INDEX appearance_paper on appearance (paper);

CREATE TRIGGER block_ad after delete on block begin
    insert into block_fts (block_fts, rowid, text, bigrams) values ('delete', old.id, old.text, old.bigrams);
end;

CREATE TRIGGER block_ai after insert on block begin
    insert into block_fts (rowid, text, bigrams) values (new.id, new.text, new.bigrams);
end;

CREATE INDEX block_appearance on block (appearance);

CREATE TRIGGER block_au after update of text, bigrams on block begin
    insert into block_fts (block_fts, rowid, text, bigrams) values ('delete', old.id, old.text, old.bigrams);
    insert into block_fts (rowid, text, bigrams) values (new.id, new.text, new.bigrams);
end;

CREATE INDEX block_document on block (document, ordinal);

CREATE INDEX community_community on community (community);

CREATE INDEX concept_key_concept on concept_key (concept);

CREATE INDEX contradiction_appearance on contradiction (appearance);

CREATE INDEX contradiction_document on contradiction (document);

CREATE INDEX contradiction_other on contradiction (other);

CREATE INDEX contradiction_state on contradiction (state);

CREATE INDEX document_covers on document (kind, covers_from);

CREATE INDEX document_issue on document (issue);

CREATE INDEX document_own_issue on document (own_issue);

CREATE INDEX document_person_document on document_person (document);

CREATE INDEX document_source on document (source);

CREATE INDEX edge_target on edge (target);

CREATE TRIGGER embedding_ad after delete on embedding begin
    update vector_space set changes = changes + 1 where id = old.space;
end;

CREATE TRIGGER embedding_ai after insert on embedding begin
    update vector_space set changes = changes + 1 where id = new.space;
end;

CREATE TRIGGER embedding_au after update on embedding begin
    update vector_space set changes = changes + 1 where id = new.space;
end;

CREATE INDEX embedding_node on embedding (node);

CREATE INDEX evidence_block on evidence (block);

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE INDEX link_object on link (object);

CREATE INDEX link_status on link (status, confidence);

CREATE INDEX mark_at on mark (at);

CREATE INDEX measure_importance on measure (importance);

CREATE INDEX mention_block on mention (block);

CREATE INDEX mention_concept on mention (concept);

CREATE TRIGGER node_ad after delete on node begin
    insert into node_fts (node_fts, rowid, name, search, bigrams)
    values ('delete', old.id, old.name, old.search, old.bigrams);
end;

CREATE TRIGGER node_ai after insert on node begin
    insert into node_fts (rowid, name, search, bigrams) values (new.id, new.name, new.search, new.bigrams);
end;

CREATE TRIGGER node_au after update of name, search, bigrams on node begin
    insert into node_fts (node_fts, rowid, name, search, bigrams)
    values ('delete', old.id, old.name, old.search, old.bigrams);
    insert into node_fts (rowid, name, search, bigrams) values (new.id, new.name, new.search, new.bigrams);
end;

CREATE UNIQUE INDEX node_key on node (kind, key);

CREATE TRIGGER note_ad after delete on note begin
    insert into note_fts (note_fts, rowid, text, bigrams)
    values ('delete', old.node, old.text, old.bigrams);
end;

CREATE TRIGGER note_ai after insert on note begin
    insert into note_fts (rowid, text, bigrams) values (new.node, new.text, new.bigrams);
end;

CREATE TRIGGER note_au after update on note begin
    insert into note_fts (note_fts, rowid, text, bigrams)
    values ('delete', old.node, old.text, old.bigrams);
    insert into note_fts (rowid, text, bigrams) values (new.node, new.text, new.bigrams);
end;

CREATE INDEX offer_decision on offer (decision, id);

CREATE INDEX operation_undone on operation (undone, id);

CREATE UNIQUE INDEX paper_arxiv on paper (arxiv_id) where arxiv_id is not null;

CREATE INDEX paper_author_person on paper_author (person);

CREATE UNIQUE INDEX paper_doi on paper (doi) where doi is not null;

CREATE INDEX paper_key_value on paper_key (value);

CREATE UNIQUE INDEX paper_openreview on paper (openreview) where openreview is not null;

CREATE INDEX paper_title_fingerprint on paper_title (fingerprint);

CREATE INDEX paper_title_head on paper_title (head);

CREATE INDEX paper_untitled on paper (id) where state = 'authors_only';

CREATE INDEX person_name_person on person_name (person);

CREATE UNIQUE INDEX person_name_takes on person_name (key) where takes = 1;

CREATE INDEX person_paper_key on person_paper (key, person);

CREATE INDEX person_paper_person on person_paper (person);

CREATE INDEX presence_appearance on presence (appearance);

CREATE INDEX presence_edition on presence (edition, paper);

CREATE INDEX rendition_other on rendition (other);

CREATE INDEX same_as_b on same_as (b);

CREATE INDEX same_as_decision on same_as (decision, id);

CREATE INDEX source_uri on source (uri);

CREATE INDEX statistic_document on statistic (document);

CREATE INDEX tag_claim_tag on tag_claim (tag);

CREATE INDEX tag_name_tag on tag_name (tag);

CREATE INDEX tag_off_node on tag_off (node);

CREATE INDEX tag_parent on tag (parent);

CREATE INDEX tagging_node on tagging (node);

CREATE INDEX term_claim_document on term_claim (document);

CREATE INDEX trend_appearance_appearance on trend_appearance (appearance);

CREATE INDEX trend_deck on trend (deck);

CREATE INDEX trend_document on trend (document);

CREATE INDEX trend_key on trend (key);

CREATE INDEX trend_parent on trend (parent);

CREATE INDEX unread_document on unread (document);
