"""SQL of m004: which documents say the same in two languages, and which issue each would be alone."""

RENDITIONS = """
create table rendition (
    document integer not null references document (id) on delete cascade,
    other integer not null references document (id) on delete cascade,   -- which stood there before
    reason text not null,
    primary key (document, other)
) strict, without rowid;
create index rendition_other on rendition (other);

alter table document add column own_issue text not null default '';  -- JSON: kind, series, label, from, to
update document set own_issue = (select json_array(series_kind, series, label, date_from, date_to)
                                 from edition where edition.id = document.issue) where issue is not null;
create index document_own_issue on document (own_issue);
create index document_covers on document (kind, covers_from);
"""
