"""SQL of m002: what documents state beside their papers; contradictions that can be settled."""

STATED = """
create table statistic (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    what text not null,
    value real not null,
    edition text not null,
    start integer not null,
    "end" integer not null,
    exact text not null
) strict;
create index statistic_document on statistic (document);

create table document_person (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    name text not null,
    role text not null,
    affiliation text not null default '',
    start integer not null,
    "end" integer not null,
    exact text not null
) strict;
create index document_person_document on document_person (document);

create table trend (
    id integer primary key,
    document integer not null references document (id) on delete cascade,
    parent integer references trend (id) on delete cascade,
    label text not null,
    questions text not null default '[]',   -- JSON
    names text not null default '{}',       -- JSON: language -> name
    start integer not null,
    "end" integer not null,
    exact text not null
) strict;
create index trend_document on trend (document);
create index trend_parent on trend (parent);

create table trend_appearance (
    trend integer not null references trend (id) on delete cascade,
    appearance integer not null references appearance (id) on delete cascade,
    primary key (trend, appearance)
) strict, without rowid;
create index trend_appearance_appearance on trend_appearance (appearance);

create table term_claim (
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
create index term_claim_document on term_claim (document);

alter table contradiction add column appearance integer references appearance (id) on delete cascade;
alter table contradiction add column other integer;   -- the work that the other statement speaks of
alter table contradiction add column start integer;
alter table contradiction add column "end" integer;
alter table contradiction add column exact text;
alter table contradiction add column note text not null default '';  -- why it was settled as it was
create index contradiction_appearance on contradiction (appearance);
create index contradiction_state on contradiction (state);
"""
