-- A set published when its year had begun says why; sets come in by Excel.

alter table criteria_set add column late_reason text
  constraint criteria_set_late_published check (late_reason is null or published_at is not null);
comment on column criteria_set.late_reason is 'Lý do ban hành khi năm chấm điểm đã bắt đầu.';

do $$
declare
  one record;
begin
  for one in
    select c.conname, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as said
    from pg_constraint c where c.conname = 'import_run_kind_known'
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.place, one.conname, one.conname,
      replace(one.said, 'ARRAY[', 'ARRAY[''criteria''::text, '));
  end loop;
end
$$;
