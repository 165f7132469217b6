-- A list of nominees comes as a sheet; a dossier with awards of several levels is split before it is handed in.

alter table dossier add column split_from uuid references dossier,
  add constraint dossier_split_from_another check (split_from <> id);
comment on column dossier.split_from is 'Hồ sơ được tách ra từ hồ sơ này vì có danh hiệu, hình thức thuộc cấp quyết định khác.';
create index dossier_split_from on dossier (split_from) where split_from is not null;

do $$
declare
  one record;
begin
  for one in
    select c.conname, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as said
    from pg_constraint c where c.conname = 'import_run_kind_known'
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.place, one.conname, one.conname,
      replace(one.said, 'ARRAY[', 'ARRAY[''nominees''::text, '));
  end loop;
end
$$;
