"""SQL of m005: other keys of a concept, from before a person merged or renamed it."""

CONCEPT_KEYS = """
create table concept_key (
    key text primary key,                   -- folded name that a document or the lexicon may still use
    concept integer not null references concept (id) on delete cascade
) strict, without rowid;
create index concept_key_concept on concept_key (concept);
create index link_status on link (status, confidence);
create index alias_rejected on alias (concept, form) where status = 'rejected';
"""
