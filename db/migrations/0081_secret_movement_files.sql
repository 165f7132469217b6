-- No file hangs on a movement that is handled off the system, whatever the door.
create function attachment_not_secret() returns trigger
  language plpgsql as $$
begin
  if new.subject_kind = 'movement' and exists (select from movement m where m.id::text = new.subject_id::text and m.is_secret) then
    raise exception 'secret_movement: phong trào thuộc bí mật nhà nước không nhận tệp trên hệ thống' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger attachment_movement_not_secret before insert on attachment
  for each row execute function attachment_not_secret();
