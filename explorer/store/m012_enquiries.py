"""SQL of m012: what arXiv and OpenReview were asked, and what came of it."""

ENQUIRIES = """
create table enquiry (
    service text not null,                  -- arxiv | openreview
    question text not null,                 -- id:2405.01535, forum:…, title:<fingerprint>
    at text not null,
    outcome text not null,                  -- found | missing | unproven | refused
    answer text not null default '',        -- ids of papers of that title which no witness confirmed
    primary key (service, question)
) strict, without rowid;
"""
