-- Inspections and what was found there are looked for by their words. A column made from others is not there yet when a
-- trigger runs before an update, so what is kept of closed minutes is compared without it.
alter table inspection add column title_fold text generated always as (fold_vi(title)) stored;
alter table finding add column statement_fold text generated always as (fold_vi(statement)) stored;
create index inspection_search on inspection using gin (title_fold gin_trgm_ops);
create index finding_search on finding using gin (statement_fold gin_trgm_ops);

create or replace function inspection_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage <> 'planned' and (to_jsonb(old) - 'version' - 'title_fold') is distinct from (to_jsonb(new) - 'version' - 'title_fold') then
    raise exception 'inspection: biên bản đã chốt không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
