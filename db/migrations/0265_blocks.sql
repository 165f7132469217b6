-- The year of a block: the decision that lays its members down, who stands in for the lead, the pact and its signatures, meetings with minutes.

create table block_decision (
  id uuid primary key,
  block_id uuid not null references block,
  year smallint not null constraint block_decision_year check (year between 2000 and 2100),
  number text not null constraint block_decision_numbered check (length(trim(number)) > 0),
  decided_on date not null,
  about text not null default '',
  seats jsonb not null constraint block_decision_seated check (jsonb_typeof(seats) = 'array' and jsonb_array_length(seats) > 0),
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  constraint block_decision_once unique (block_id, year, number, decided_on)
);
comment on table block_decision is 'Quyết định giao thành viên, trưởng, phó khối, cụm thi đua của một năm; seats: danh sách đúng như lúc ghi nhận.';
create trigger block_decision_kept before update or delete on block_decision for each row execute function refuse_change();

create table block_stand_in (
  id uuid primary key,
  block_id uuid not null references block,
  year smallint not null constraint block_stand_in_year check (year between 2000 and 2100),
  deputy_unit_id uuid not null references unit,
  lead_unit_id uuid references unit,
  from_day date not null,
  until_day date not null,
  reason text not null constraint block_stand_in_reasoned check (length(trim(reason)) > 0),
  stated_by uuid not null references person,
  stated_at timestamptz not null,
  ended_by uuid references person,
  ended_at timestamptz,
  version integer not null default 1,
  constraint block_stand_in_forward check (until_day >= from_day),
  constraint block_stand_in_ended_whole check ((ended_at is null) = (ended_by is null)),
  constraint block_stand_in_of_another check (lead_unit_id is distinct from deputy_unit_id)
);
comment on table block_stand_in is 'Phó khối, cụm làm thay khi trưởng vắng: từ ngày, đến ngày, lý do, ai ghi nhận.';
create unique index block_stand_in_one on block_stand_in (block_id, year) where ended_at is null;

create table block_pact (
  id uuid primary key,
  block_id uuid not null references block,
  year smallint not null constraint block_pact_year check (year between 2000 and 2100),
  edition smallint not null constraint block_pact_edition_positive check (edition > 0),
  title text not null constraint block_pact_titled check (length(trim(title)) > 0),
  content text not null constraint block_pact_written check (length(trim(content)) > 0),
  stage text not null constraint block_pact_stage_known check (stage in ('draft', 'open', 'closed', 'superseded', 'withdrawn')),
  sign_until date,
  reason text,
  unsigned_reason text,
  digest text,
  made_by uuid not null references person,
  made_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references person,
  for_unit_id uuid references unit,
  version integer not null default 1,
  constraint block_pact_once unique (block_id, year, edition),
  constraint block_pact_closed_whole check ((closed_at is null) = (closed_by is null)),
  constraint block_pact_opened_whole check ((opened_at is null) = (digest is null)),
  constraint block_pact_stage_times check ((stage not in ('open', 'closed') or opened_at is not null) and (stage <> 'closed' or closed_at is not null))
);
comment on table block_pact is 'Bản giao ước thi đua của khối, cụm trong năm; mỗi lần đổi lời văn sau chữ ký đầu tiên là một bản mới. for_unit_id: đơn vị trưởng được làm thay khi kết thúc ký.';
create unique index block_pact_under_way on block_pact (block_id, year) where stage in ('draft', 'open');
create unique index block_pact_in_force on block_pact (block_id, year) where stage = 'closed';

create table block_pact_signature (
  id uuid primary key,
  pact_id uuid not null references block_pact,
  unit_id uuid not null references unit,
  hand_unit_id uuid not null references unit,
  person_id uuid not null references person,
  for_person_id uuid references person,
  name text not null constraint block_pact_signature_named check (length(trim(name)) > 0),
  post text not null constraint block_pact_signature_post check (length(trim(post)) > 0),
  digest text not null,
  signed_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint block_pact_signature_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table block_pact_signature is 'Chữ ký giao ước của thủ trưởng từng đơn vị thành viên; digest: mã băm của lời văn đã ký. hand_unit_id: đơn vị nhận chức năng nếu thành viên đã sáp nhập.';
create unique index block_pact_signature_one on block_pact_signature (pact_id, unit_id) where withdrawn_at is null;

-- The words stay as they were signed; a closed pact stays whole.
create function block_pact_keep() returns trigger
  language plpgsql as $$
begin
  if (old.block_id, old.year, old.edition) is distinct from (new.block_id, new.year, new.edition)
     or (old.stage <> 'draft' and (old.title, old.content) is distinct from (new.title, new.content))
     or (old.closed_at is not null and (old.closed_at, old.closed_by, old.digest, old.unsigned_reason) is distinct from (new.closed_at, new.closed_by, new.digest, new.unsigned_reason))
     or (new.stage = 'draft' and exists (select from block_pact_signature s where s.pact_id = old.id)) then
    raise exception 'append_only: giao ước đã đưa ra ký không được sửa lời văn; lập bản mới' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger block_pact_kept before update on block_pact for each row execute function block_pact_keep();
create trigger block_pact_stays before delete on block_pact for each row execute function refuse_change();

create function block_pact_signature_keep() returns trigger
  language plpgsql as $$
begin
  if (select stage from block_pact where id = new.pact_id for share) <> 'open'
     or (tg_op = 'UPDATE' and (old.withdrawn_at is not null
       or (to_jsonb(old) - 'withdrawn_at' - 'withdrawn_reason') is distinct from (to_jsonb(new) - 'withdrawn_at' - 'withdrawn_reason'))) then
    raise exception 'append_only: chữ ký giao ước chỉ thêm hoặc rút khi đang lấy chữ ký' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger block_pact_signature_kept before insert or update on block_pact_signature for each row execute function block_pact_signature_keep();
create trigger block_pact_signature_stays before delete on block_pact_signature for each row execute function refuse_change();

create table block_meeting (
  id uuid primary key,
  block_id uuid not null references block,
  year smallint not null constraint block_meeting_year check (year between 2000 and 2100),
  title text not null constraint block_meeting_titled check (length(trim(title)) > 0),
  planned_on date not null,
  planned_time text not null default '',
  place text not null default '',
  agenda text not null default '',
  stage text not null constraint block_meeting_stage_known check (stage in ('planned', 'called', 'held', 'closed', 'cancelled')),
  chair text not null default '',
  secretary text not null default '',
  course text not null default '',
  conclusion text not null default '',
  cancel_reason text,
  made_by uuid not null references person,
  made_at timestamptz not null,
  called_at timestamptz,
  closed_at timestamptz,
  closed_by uuid references person,
  for_unit_id uuid references unit,
  frozen jsonb,
  digest text,
  version integer not null default 1,
  constraint block_meeting_cancelled_reasoned check ((stage = 'cancelled') = (cancel_reason is not null)),
  constraint block_meeting_called_whole check (stage in ('planned', 'cancelled') or (called_at is not null and length(place) > 0 and length(agenda) > 0)),
  constraint block_meeting_closed_whole check (
    (stage = 'closed') = (closed_at is not null and closed_by is not null and frozen is not null and digest is not null)
    and (stage <> 'closed' or (length(chair) > 0 and length(secretary) > 0 and length(course) > 0 and length(conclusion) > 0)))
);
comment on table block_meeting is 'Cuộc họp của khối, cụm thi đua trong năm; biên bản đã chốt thì không sửa. frozen, digest: nội dung biên bản lúc chốt và mã băm.';
create index block_meeting_block on block_meeting (block_id, year);

create table block_attendance (
  meeting_id uuid not null references block_meeting,
  unit_id uuid not null references unit,
  state text not null constraint block_attendance_state_known check (state in ('present', 'represented', 'absent')),
  who text not null default '',
  constraint block_attendance_pk primary key (meeting_id, unit_id)
);
comment on table block_attendance is 'Đơn vị thành viên có mặt tại cuộc họp khối, cụm: thủ trưởng dự, cử người dự thay, vắng.';

create table block_agreement (
  id uuid primary key,
  meeting_id uuid not null references block_meeting,
  position smallint not null,
  what text not null constraint block_agreement_said check (length(trim(what)) > 0),
  unit_id uuid not null references unit,
  due_on date not null,
  done_at timestamptz,
  done_by uuid references person,
  done_note text,
  version integer not null default 1,
  constraint block_agreement_done_whole check ((done_at is null) = (done_by is null) and (done_at is null) = (done_note is null))
);
comment on table block_agreement is 'Việc thống nhất tại cuộc họp khối, cụm: làm gì, đơn vị nào, đến ngày nào; done_note: kết quả thực hiện.';
create index block_agreement_meeting on block_agreement (meeting_id);
create index block_agreement_due on block_agreement (unit_id, due_on) where done_at is null;

create function block_meeting_keep() returns trigger
  language plpgsql as $$
begin
  if old.stage in ('closed', 'cancelled') then
    raise exception 'append_only: biên bản họp khối đã chốt, cuộc họp đã hủy không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger block_meeting_kept before update on block_meeting for each row execute function block_meeting_keep();
create trigger block_meeting_stays before delete on block_meeting for each row execute function refuse_change();

-- Only how an agreement was carried out is still written after the minutes are closed, once.
create function block_meeting_part_keep() returns trigger
  language plpgsql as $$
declare
  stage text;
begin
  select m.stage into stage from block_meeting m where m.id = coalesce(new.meeting_id, old.meeting_id);
  if stage = 'held' then
    return coalesce(new, old);
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'block_agreement' and stage = 'closed' then
    if to_jsonb(old) ->> 'done_at' is null and (to_jsonb(old) - array['done_at', 'done_by', 'done_note', 'version'])
       = (to_jsonb(new) - array['done_at', 'done_by', 'done_note', 'version']) then
      return new;
    end if;
  end if;
  raise exception 'append_only: biên bản họp khối đã chốt không được sửa' using errcode = 'insufficient_privilege';
end
$$;
create trigger block_attendance_kept before insert or update or delete on block_attendance for each row execute function block_meeting_part_keep();
create trigger block_agreement_kept before insert or update or delete on block_agreement for each row execute function block_meeting_part_keep();

-- Whatever lists of kinds stand there by now, and these.
do $$
declare
  one record;
begin
  for one in
    select c.conname, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as said
    from pg_constraint c where c.conname = 'attachment_subject_known'
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.place, one.conname, one.conname,
      replace(one.said, 'ARRAY[', 'ARRAY[''block_decision''::text, ''block_meeting''::text, '));
  end loop;
end
$$;

grant select, insert on block_decision to thidua_app;
grant select, insert, update on block_stand_in, block_pact, block_pact_signature, block_meeting to thidua_app;
grant select, insert, update, delete on block_attendance, block_agreement to thidua_app;
