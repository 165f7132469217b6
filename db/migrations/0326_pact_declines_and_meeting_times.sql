-- A member may say that it does not sign, and why; a meeting has a time at which it ended.

create table block_pact_decline (
  id uuid primary key,
  pact_id uuid not null references block_pact,
  unit_id uuid not null references unit,
  hand_unit_id uuid not null references unit,
  person_id uuid not null references person,
  for_person_id uuid references person,
  name text not null constraint block_pact_decline_named check (length(trim(name)) > 0),
  reason text not null constraint block_pact_decline_reasoned check (length(trim(reason)) > 0),
  digest text not null,
  declined_at timestamptz not null,
  ended_at timestamptz
);
comment on table block_pact_decline is 'Đơn vị thành viên không ký giao ước, kèm lý do; ended_at: sau đó đã ký. digest: mã băm của lời văn đã đọc. Trưởng khối, cụm, cơ quan tổ chức và chính đơn vị xem được.';
create unique index block_pact_decline_one on block_pact_decline (pact_id, unit_id, digest) where ended_at is null;

create function block_pact_decline_keep() returns trigger
  language plpgsql as $$
begin
  if (select stage from block_pact where id = new.pact_id for share) <> 'open'
     or (tg_op = 'UPDATE' and (old.ended_at is not null or (to_jsonb(old) - 'ended_at') is distinct from (to_jsonb(new) - 'ended_at'))) then
    raise exception 'append_only: ý kiến không ký giao ước chỉ ghi khi đang lấy chữ ký' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger block_pact_decline_kept before insert or update on block_pact_decline for each row execute function block_pact_decline_keep();
create trigger block_pact_decline_stays before delete on block_pact_decline for each row execute function refuse_change();

grant select, insert, update on block_pact_decline to thidua_app;

-- Of minutes that were closed before the time was asked for it stays empty.
alter table block_meeting
  add column began_at text not null default '' constraint block_meeting_began_time check (began_at ~ '^(|([01]?[0-9]|2[0-3]):[0-5][0-9])$'),
  add column ended_at text not null default '' constraint block_meeting_ended_time check (ended_at ~ '^(|([01]?[0-9]|2[0-3]):[0-5][0-9])$');
comment on column block_meeting.began_at is 'Giờ bắt đầu thực tế, để trống khi đúng giờ mời.';
comment on column block_meeting.ended_at is 'Giờ kết thúc ghi trong biên bản.';
