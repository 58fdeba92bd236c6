"""SQL of m018: the dates of nodes by the rule that stands in ``explorer.store.dating`` since then.

Before it papers of an undated talk had no day, or that of a later place, until they were measured again.
"""

DATES = """
create temp table day_of as
    select e.id as edition, coalesce(nullif(e.date_from, ''),
        (select min(iif(d.kind in ('weekly_digest', 'study_notes'),
                        coalesce(nullif(d.covers_from, ''), d.date), d.date))
         from document d where d.issue = e.id
             and iif(d.kind in ('weekly_digest', 'study_notes'),
                     coalesce(nullif(d.covers_from, ''), d.date), d.date) <> ''),
        (select min(d.covers_from) from document d where d.issue = e.id and d.covers_from <> '')) as day
    from edition e;
create unique index temp.day_of_edition on day_of (edition);
update measure set date = coalesce((select day from day_of where edition = node), date)
    where node in (select edition from day_of);
update measure set date = coalesce(
        (select min(o.day) from presence p join day_of o on o.edition = p.edition where p.paper = node), date)
    where node in (select id from paper where published = ''
                   and coalesce(arxiv_id, '') not glob '[0-9][0-9][0-9][0-9].*');
drop table temp.day_of;
"""
