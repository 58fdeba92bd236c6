"""SQL of m015: where the library stood before each step that added something."""

#: what was read before counts by what its documents still say; a later reading of them may have moved it
MARKS = """
create table mark (
    id integer primary key,
    at text not null,                       -- ISO time of the step
    node integer not null,                  -- highest ids before it: what came since has a higher one
    link integer not null
) strict;
create index mark_at on mark (at);

insert into mark (at, node, link)
select t.at,
    max(coalesce((select max(d.id) from document d join source s on s.id = d.source
                  where s.imported_at < t.at), 0),
        coalesce((select max(a.paper) from appearance a join document d on d.id = a.document
                  join source s on s.id = d.source where s.imported_at < t.at), 0),
        coalesce((select max(m.concept) from mention m join block b on b.id = m.block
                  join document d on d.id = b.document join source s on s.id = d.source
                  where s.imported_at < t.at), 0)),
    coalesce((select max(e.link) from evidence e join block b on b.id = e.block
              join document d on d.id = b.document join source s on s.id = d.source
              where s.imported_at < t.at), 0)
from (select distinct imported_at as at from source where removed = 0) t order by t.at;
"""
