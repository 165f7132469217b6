-- A report may follow as a file after the dossier was handed in, once; what was written and handed in stays as it is.

create or replace function nominee_report_kept() returns trigger
  language plpgsql as $$
declare
  follows boolean := case tg_op
    when 'INSERT' then new.file_hash is not null and new.sections = '{}'::jsonb and new.until_on is null
    when 'UPDATE' then old.file_hash is null and new.file_hash is not null
      and (new.form, new.sections, new.until_on) is not distinct from (old.form, old.sections, old.until_on)
    else false
  end;
begin
  if exists (select from nominee n join dossier d on d.id = n.dossier_id
    where n.id = coalesce(new.nominee_id, old.nominee_id) and d.stage not in ('draft', 'returned')
      and not (follows and d.stage in ('submitted', 'appraising', 'consulting', 'council', 'deciding')))
  then
    raise exception 'nominee_report: báo cáo đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
