"""SQL of m016: papers that services offered for a title; undo of a reading keeps its rows."""

OFFERS = """
create table offer (
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
create index offer_decision on offer (decision, id);

delete from operation where json_type(changes, '$.replaced') is not null;  -- their undo read sources again
"""
