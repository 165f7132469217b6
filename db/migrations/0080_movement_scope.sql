-- Two things that one column meant: who may see a movement, and that it is handled off the system. Single units and
-- blocks in a scope, units that come later, and receipts that go on to whoever took a unit over.

alter table movement
  add column visibility text not null default 'internal'
    constraint movement_visibility_known check (visibility in ('public', 'internal', 'restricted')),
  add column is_secret boolean not null default false,
  add column closed_at timestamptz,
  add column concluded_at timestamptz;

alter table movement disable trigger movement_content_kept;
update movement set visibility = 'restricted' where restricted;
update movement set visibility = 'public' where pack_code is not null;
alter table movement enable trigger movement_content_kept;

create or replace function movement_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage <> 'draft' and old.pack_code is null and
     (old.unit_id, old.parent_id, old.kind, old.name, old.aim, old.first_day, old.last_day, old.scope_kinds, old.visibility, old.is_secret, old.document_number, old.document_date)
     is distinct from
     (new.unit_id, new.parent_id, new.kind, new.name, new.aim, new.first_day, new.last_day, new.scope_kinds, new.visibility, new.is_secret, new.document_number, new.document_date)
  then
    raise exception 'movement: phong trào đã phát động không được sửa nội dung' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create or replace function plan_movement_open() returns trigger
  language plpgsql as $$
begin
  if new.movement_id is not null and exists (select from movement m where m.id = new.movement_id and m.is_secret) then
    raise exception 'secret_movement: phong trào thuộc bí mật nhà nước không lập kế hoạch trên hệ thống' using errcode = 'check_violation';
  end if;
  return new;
end
$$;

alter table movement drop column restricted;

-- What is handled off the system says nothing here but number, day, sender and receipts.
alter table movement
  add constraint movement_secret_kept_to_its_units check (not is_secret or visibility = 'restricted'),
  add constraint movement_secret_says_nothing check (
    not is_secret or (aim = '' and close_reason is null and name = 'Phong trào thực hiện theo quy định về bảo vệ bí mật nhà nước'));

create function movement_secret_empty() returns trigger
  language plpgsql as $$
begin
  if exists (select from movement m where m.id = new.movement_id and m.is_secret) then
    raise exception 'secret_movement: phong trào thuộc bí mật nhà nước không ghi nội dung trên hệ thống' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger movement_line_not_secret before insert or update on movement_line
  for each row execute function movement_secret_empty();
create trigger movement_review_not_secret before insert on movement_review
  for each row execute function movement_secret_empty();

create table movement_scope (
  movement_id uuid not null references movement,
  unit_id uuid references unit,
  block_id uuid references block,
  constraint movement_scope_one check ((unit_id is null) <> (block_id is null)),
  constraint movement_scope_once unique nulls not distinct (movement_id, unit_id, block_id)
);
comment on table movement_scope is 'Đơn vị, khối, cụm được chọn riêng vào phạm vi phong trào, ngoài các loại đơn vị.';
create trigger movement_scope_kept before insert or update or delete on movement_scope
  for each row execute function movement_lines_kept();
grant select, insert, delete on movement_scope to thidua_app;

alter table movement_unit
  add column joined_at timestamptz,
  add column left_at timestamptz,
  add column received_as uuid references unit,
  add constraint movement_unit_received_as_received check (received_as is null or received_at is not null);
comment on column movement_unit.joined_at is 'Vào phạm vi sau khi phát động lúc nào; trống: từ khi phát động.';
comment on column movement_unit.left_at is 'Thôi trong phạm vi lúc nào vì đơn vị không còn.';
comment on column movement_unit.received_as is 'Đơn vị cũ mà việc tiếp nhận được kế thừa.';
