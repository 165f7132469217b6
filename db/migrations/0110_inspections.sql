-- Inspections: a unit's programme for a year, what it looks at in a unit on some days, minutes, and findings followed until closed.

create table inspection_programme (
  id uuid primary key,
  unit_id uuid not null references unit,
  year smallint not null constraint inspection_programme_year_range check (year between 2000 and 2100),
  scheme_code text references scheme,
  title text not null constraint inspection_programme_titled check (length(title) > 0),
  purpose text not null,
  stage text not null constraint inspection_programme_stage_known check (stage in ('draft', 'approved', 'withdrawn')),
  document_number text,
  document_date date,
  version integer not null default 1,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  approved_by uuid references person,
  approved_for uuid references person,
  approved_at timestamptz,
  constraint inspection_programme_document_whole check ((document_number is null) = (document_date is null)),
  constraint inspection_programme_approved_with_document check ((stage = 'approved') = (document_number is not null)),
  constraint inspection_programme_approved_by_somebody check (
    (stage = 'approved') = (approved_by is not null and approved_at is not null))
);
comment on table inspection_programme is 'Chương trình (kế hoạch) kiểm tra trong năm của một cơ quan, đơn vị, có số, ngày văn bản khi đã ban hành.';
create index inspection_programme_unit on inspection_programme (unit_id, year);
create trigger inspection_programme_not_secret before insert or update on inspection_programme
  for each row execute function refuse_secret_scheme();

create function inspection_programme_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage <> 'draft' and (to_jsonb(old) - 'version') is distinct from (to_jsonb(new) - 'version') then
    raise exception 'inspection: chương trình kiểm tra đã ban hành không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger inspection_programme_kept before update on inspection_programme
  for each row execute function inspection_programme_keep_content();

-- One row is one unit looked at: what is found there is for that unit to know, not for others of the same programme.
create table inspection (
  id uuid primary key,
  by_unit_id uuid not null references unit,
  unit_id uuid not null references unit,
  programme_id uuid references inspection_programme,
  outside_reason text,
  kind text not null constraint inspection_kind_known check (kind in ('inspection', 'self_check')),
  scheme_code text references scheme,
  movement_id uuid references movement,
  title text not null constraint inspection_titled check (length(title) > 0),
  content text not null,
  first_day date not null,
  last_day date not null,
  stage text not null constraint inspection_stage_known check (stage in ('planned', 'held', 'cancelled')),
  version integer not null default 1,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  cancel_reason text,
  held_on date,
  held_until date,
  place text not null default '',
  attendees text not null default '',
  course text not null default '',
  results text not null default '',
  opinions text not null default '',
  conclusion text not null default '',
  issued_by uuid references person,
  issued_for uuid references person,
  issued_at timestamptz,
  constraint inspection_forward check (last_day >= first_day),
  constraint inspection_about_one check (scheme_code is null or movement_id is null),
  constraint inspection_in_programme_or_reason check (
    (programme_id is null) = (outside_reason is not null) and (outside_reason is null or length(outside_reason) > 0)),
  constraint inspection_self_check_of_oneself check ((kind = 'self_check') = (by_unit_id = unit_id)),
  constraint inspection_cancelled_with_reason check (stage <> 'cancelled' or length(cancel_reason) > 0),
  constraint inspection_held_forward check (held_until >= held_on),
  constraint inspection_held_with_minutes check (
    stage <> 'held' or (held_on is not null and held_until is not null and length(attendees) > 0 and length(results) > 0
      and issued_by is not null and issued_at is not null))
);
comment on table inspection is 'Cuộc kiểm tra, giám sát hoặc tự kiểm tra tại một đơn vị, cùng biên bản; biên bản đã chốt thì không sửa.';
create index inspection_unit on inspection (unit_id, first_day);
create index inspection_by_unit on inspection (by_unit_id, first_day);
create index inspection_programme_of on inspection (programme_id) where programme_id is not null;
create index inspection_scheme on inspection (scheme_code, held_on) where scheme_code is not null;
create trigger inspection_not_secret before insert or update on inspection for each row execute function refuse_secret_scheme();

-- Whatever is about a movement that is handled off the system takes nothing in: plans did, inspections do.
create function refuse_secret_movement() returns trigger
  language plpgsql as $$
begin
  if new.movement_id is not null and exists (select from movement m where m.id = new.movement_id and m.is_secret) then
    raise exception 'secret_movement: phong trào xử lý theo quy định về bảo vệ bí mật nhà nước' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
drop trigger plan_not_restricted on plan;
create trigger plan_not_of_secret_movement before insert or update on plan for each row execute function refuse_secret_movement();
drop function plan_movement_open();
create trigger inspection_not_of_secret_movement before insert or update on inspection
  for each row execute function refuse_secret_movement();

create function inspection_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage <> 'planned' and (to_jsonb(old) - 'version') is distinct from (to_jsonb(new) - 'version') then
    raise exception 'inspection: biên bản đã chốt không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger inspection_kept before update on inspection for each row execute function inspection_keep_content();

create table inspection_member (
  inspection_id uuid not null references inspection,
  position smallint not null,
  part text not null constraint inspection_member_part_known check (part in ('leader', 'member', 'secretary')),
  person_id uuid references person,
  name text not null constraint inspection_member_named check (length(name) > 0),
  constraint inspection_member_pk primary key (inspection_id, position)
);
comment on table inspection_member is 'Đoàn kiểm tra: trưởng đoàn, thành viên, thư ký; người có tài khoản trên hệ thống hoặc chỉ ghi tên.';
create unique index inspection_member_one_leader on inspection_member (inspection_id) where part = 'leader';
create index inspection_member_person on inspection_member (person_id) where person_id is not null;

create table finding (
  id uuid primary key,
  inspection_id uuid not null references inspection,
  unit_id uuid not null references unit,
  by_unit_id uuid not null references unit,
  position smallint not null,
  statement text not null constraint finding_states_something check (length(statement) > 0),
  remedy text not null constraint finding_asks_something check (length(remedy) > 0),
  owner_id uuid references person,
  asked_day date not null,
  due_on date not null,
  stage text not null constraint finding_stage_known check (stage in ('draft', 'open', 'answered', 'returned', 'closed')),
  version integer not null default 1,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  submitted_by uuid references person,
  submitted_for uuid references person,
  submitted_at timestamptz,
  decided_by uuid references person,
  decided_at timestamptz,
  return_reason text,
  constraint finding_due_moves_forward check (due_on >= asked_day),
  constraint finding_answered_by_somebody check (stage not in ('answered', 'closed') or (submitted_by is not null and submitted_at is not null)),
  constraint finding_decided_by_somebody check (stage not in ('returned', 'closed') or (decided_by is not null and decided_at is not null)),
  constraint finding_four_eyes check (stage <> 'closed' or decided_by <> submitted_by),
  constraint finding_four_eyes_of_lender check (stage <> 'closed' or submitted_for is null or decided_by <> submitted_for),
  constraint finding_returned_with_reason check (stage <> 'returned' or length(return_reason) > 0)
);
comment on table finding is 'Tồn tại, kiến nghị sau kiểm tra: yêu cầu khắc phục, hạn (asked_day là ngày được chọn, due_on là hạn sau khi tránh ngày nghỉ), theo dõi đến khi khắc phục xong.';
create index finding_inspection on finding (inspection_id);
create index finding_unit_open on finding (unit_id, due_on) where stage in ('open', 'answered', 'returned');

create function finding_keep_content() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if old.stage <> 'draft' then
      raise exception 'inspection: tồn tại đã kết luận không được xóa' using errcode = 'insufficient_privilege';
    end if;
    return old;
  end if;
  if old.stage = 'closed' or (old.stage <> 'draft' and
    (old.inspection_id, old.unit_id, old.by_unit_id, old.position, old.statement, old.remedy, old.asked_day, old.due_on)
    is distinct from
    (new.inspection_id, new.unit_id, new.by_unit_id, new.position, new.statement, new.remedy, new.asked_day, new.due_on))
  then
    raise exception 'inspection: tồn tại đã kết luận không được sửa nội dung' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger finding_kept before update or delete on finding for each row execute function finding_keep_content();

create table finding_answer (
  id uuid primary key,
  finding_id uuid not null references finding,
  said text not null constraint finding_answer_says_something check (length(said) > 0),
  answered_by uuid not null references person,
  answered_for uuid references person,
  answered_at timestamptz not null
);
comment on table finding_answer is 'Báo cáo khắc phục của đơn vị được kiểm tra: chỉ thêm, lần mới nhất là lần được xem xét.';
create index finding_answer_of on finding_answer (finding_id, answered_at);
create trigger finding_answer_frozen before update or delete on finding_answer for each row execute function refuse_change();

-- Adds to what may carry files, whatever was added before.
do $$
declare kinds text;
begin
  select string_agg(distinct quote_literal(m[1]), ', ') into kinds
  from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([a-z_]+)''', 'g') m
  where c.conname = 'attachment_subject_known';
  execute format('alter table attachment drop constraint attachment_subject_known, add constraint attachment_subject_known
    check (subject_kind in (%s, ''inspection'', ''finding_answer''))', kinds);
end
$$;

grant select, insert, update on inspection_programme, inspection to thidua_app;
grant select, insert, update, delete on inspection_member, finding to thidua_app;
grant select, insert on finding_answer to thidua_app;
