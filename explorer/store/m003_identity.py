"""SQL of m003: what a person decides on the identity of works."""

IDENTITY = """
create table paper_key (
    paper integer not null references paper (id) on delete cascade,
    scheme text not null,                   -- arxiv_id | doi | openreview
    value text not null,
    decision text not null,                 -- also: finds the work, is not shown first | wrong: not its id
    primary key (paper, scheme, value)
) strict, without rowid;
create index paper_key_value on paper_key (value);
create index same_as_decision on same_as (decision, id);
create index paper_untitled on paper (id) where state = 'authors_only';

create index contradiction_other on contradiction (other);

alter table contradiction add column decision text not null default '';  -- id | title | ignore | noted

create trigger appearance_moves after update of paper on appearance begin
    update presence set paper = new.paper where appearance = new.id;
end;
"""
