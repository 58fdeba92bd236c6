"""SQL of m007: which person a name form means, where a person decided it."""

PEOPLE = """
create table person_name (
    key text not null,                      -- folded name form; node.key is null once somebody decided
    person integer not null references node (id) on delete cascade,
    name text not null,                     -- the form as it was written
    takes integer not null,                 -- 1: papers under the form stand here; 0: only some of them
    primary key (key, person)
) strict, without rowid;
create index person_name_person on person_name (person);
create unique index person_name_takes on person_name (key) where takes = 1;

create table person_paper (
    paper integer not null references paper (id) on delete cascade,
    key text not null,                      -- a form of several people
    person integer not null references node (id) on delete cascade,
    primary key (paper, key)
) strict, without rowid;
create index person_paper_key on person_paper (key, person);
create index person_paper_person on person_paper (person);
"""
