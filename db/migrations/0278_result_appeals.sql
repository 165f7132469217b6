-- Appeals against a frozen result: accepted within a term, concluded with a reason and a paper; one open at a time for a unit.

alter table result_appeal add column accepted_on date, add column accepted_by uuid references person, add column concluded_on date, add column document_date date,
  add constraint result_appeal_accepted_whole check (stage not in ('accepted', 'upheld', 'dismissed') or accepted_on is not null),
  add constraint result_appeal_concluded_whole check (
    (stage in ('upheld', 'dismissed')) = (answered_at is not null and answer is not null and document_number is not null and document_date is not null)),
  add constraint result_appeal_ended check ((stage in ('filed', 'accepted')) = (concluded_on is null));
create unique index result_appeal_open on result_appeal (judgement_id, unit_id) where stage in ('filed', 'accepted');
create index result_appeal_unit on result_appeal (unit_id);
