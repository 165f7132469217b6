-- A unit's self-score comes in by Excel.
do $$
declare
  one record;
begin
  for one in
    select c.conname, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as said
    from pg_constraint c where c.conname = 'import_run_kind_known'
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.place, one.conname, one.conname,
      replace(one.said, 'ARRAY[', 'ARRAY[''self_scores''::text, '));
  end loop;
end
$$;
