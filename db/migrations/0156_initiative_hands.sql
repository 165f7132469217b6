-- Criteria count when a second person confirmed them; an author with an account is known as that person, whatever their name;
-- whoever only bears an author's name says whether they are the author; the use for an award names its year.

alter table initiative_criteria_set
  add column stage text not null default 'confirmed'
    constraint initiative_criteria_set_stage_known check (stage in ('proposed', 'confirmed', 'withdrawn')),
  add column version integer not null default 1,
  add column created_for uuid references person,
  add column decided_by uuid references person,
  add column decided_at timestamptz,
  add constraint initiative_criteria_set_four_eyes check (
    stage <> 'confirmed' or decided_by is null or (decided_by is distinct from created_by and decided_by is distinct from created_for)),
  add constraint initiative_criteria_set_decided_whole check ((decided_by is null) = (decided_at is null));
alter table initiative_criteria_set alter column stage drop default;
comment on column initiative_criteria_set.stage is 'Bản mới chờ người thứ hai xác nhận rồi mới được dùng; bản mặc định của phần mềm và bản có từ trước quy tắc này không có người xác nhận.';

create function initiative_criteria_decided() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.stage <> 'proposed'
    or (new.id, new.edition, new.name, new.valid_from, new.threshold, new.basis, new.created_by, new.created_at)
      is distinct from (old.id, old.edition, old.name, old.valid_from, old.threshold, old.basis, old.created_by, old.created_at)
  then
    raise exception 'initiative_criteria_set: bản đã ghi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
drop trigger initiative_criteria_set_kept on initiative_criteria_set;
create trigger initiative_criteria_set_kept before update or delete on initiative_criteria_set
  for each row execute function initiative_criteria_decided();
grant update (stage, version, decided_by, decided_at) on initiative_criteria_set to thidua_app;

alter table initiative_author add column person_id uuid references person;
comment on column initiative_author.person_id is 'Tài khoản của tác giả, nếu có: người đó không tham gia chấm, xem xét sáng kiến của mình.';
create unique index initiative_author_person on initiative_author (initiative_id, person_id) where person_id is not null;

alter table initiative_panel_member add column not_author_at timestamptz;
comment on column initiative_panel_member.not_author_at is 'Người trùng tên với một tác giả đã khai mình không phải tác giả.';

alter table initiative_use add column year integer;
alter table initiative_use disable trigger initiative_use_kept;
update initiative_use set year = extract(year from used_at);
alter table initiative_use enable trigger initiative_use_kept;
alter table initiative_use
  alter column year set not null,
  add constraint initiative_use_year_range check (year between 2000 and 2100);
comment on column initiative_use.year is 'Năm xét khen thưởng đã dùng sáng kiến này.';
