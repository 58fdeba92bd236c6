"""SQL of m013: trend tags as a tree, which documents claim them, and rules that put them on."""

TAG_TREE = """
alter table tag add column place integer not null default 0;         -- order among siblings
alter table tag add column origin text not null default 'user';      -- user | document: whose words it holds

alter table tagging add column origin text not null default 'user';  -- user | document | rule

create table tag_off (                      -- a person took it off: no rule and no document puts it on again
    tag integer not null references tag (id) on delete cascade,
    node integer not null references node (id) on delete cascade,
    primary key (tag, node)
) strict, without rowid;
create index tag_off_node on tag_off (node);

create table tag_rule (
    tag integer primary key references tag (id) on delete cascade,
    words text not null,                    -- "state space" or mamba* not title:vision
    kinds text not null                     -- JSON: kinds of nodes that it tags
) strict;

create table tag_claim (                    -- what a document's trend means as a tag
    key text primary key,                   -- trend.key or trend.deck
    tag integer references tag (id)         -- null: a person deleted it, and it stays deleted
) strict, without rowid;
create index tag_claim_tag on tag_claim (tag);

alter table trend add column key text not null default '';           -- of tag_claim
alter table trend add column deck text not null default '';          -- of tag_claim: the document as a whole
create index trend_key on trend (key);
create index trend_deck on trend (deck);
"""
