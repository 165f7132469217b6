-- How often a report came back to its unit, for the unit's history. Sendings that were returned are counted from the record.
alter table report add column returns integer not null default 0 constraint report_returns_count check (returns >= 0);
update report set returns = (select count(*) from record_entry e
  where e.kind = 'report.moved' and e.subject_id = report.id::text and e.after ->> 'move' = 'return');
