"""SQL of m008: communities of papers and methods, with their names. Derived: may be deleted at any time."""

COMMUNITIES = """
create table community (
    node integer primary key references node (id) on delete cascade,
    community integer not null              -- the same number for the same papers from run to run
) strict;
create index community_community on community (community);

create table community_name (
    community integer primary key,
    name text not null,                     -- no two are alike
    terms text not null,                    -- JSON: what else stands out in its titles
    papers integer not null,
    hue integer not null                    -- neighbouring communities have different ones
) strict;
"""
