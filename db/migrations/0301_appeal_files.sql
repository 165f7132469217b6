-- Papers hang on an appeal as on other cases.
do $$
declare
  said text;
begin
  select pg_get_constraintdef(oid) into said from pg_constraint where conname = 'attachment_subject_known';
  execute format('alter table attachment drop constraint attachment_subject_known, add constraint attachment_subject_known %s',
    replace(said, 'ARRAY[', 'ARRAY[''result_appeal''::text, '));
end
$$;
