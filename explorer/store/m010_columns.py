"""SQL of m010: which columns of a table a person named; sources by where they came from."""

COLUMNS = """
alter table source add column columns text not null default '[]';  -- JSON: [field, column] as a person chose
create index source_uri on source (uri);
"""
