-- What was proposed is not changed; but where the body that granted the award was merged meanwhile, whoever acts for it now decides, in its own name (ADR 0261).
create or replace function revocation_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage <> 'draft' and (
    (old.honour_id, old.unit_id, old.ground, old.statement) is distinct from (new.honour_id, new.unit_id, new.ground, new.statement)
    or old.decider_id <> new.decider_id
      and not (old.stage = 'appraised' and new.stage = 'numbered' and new.decider_id = unit_acting(old.decider_id)))
  then
    raise exception 'revocation: nội dung đã đề nghị không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
