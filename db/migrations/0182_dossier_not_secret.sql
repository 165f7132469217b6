-- A movement that is handled off the system commends nobody here (Luật TĐKT, Điều 84 khoản 4, Điều 85 khoản 1 điểm đ), whatever the door.
create function dossier_not_secret() returns trigger
  language plpgsql as $$
begin
  if exists (select from movement m where m.id = new.movement_id and m.is_secret) then
    raise exception 'secret_movement: phong trào thuộc bí mật nhà nước không lập hồ sơ khen thưởng trên hệ thống' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger dossier_movement_not_secret before insert or update of movement_id on dossier
  for each row when (new.movement_id is not null) execute function dossier_not_secret();
