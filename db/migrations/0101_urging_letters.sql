-- Letters that urge (công văn đôn đốc) with the duties they name, and secret addresses of calendars.

create table urging_letter (
  id uuid primary key,
  stage text not null constraint urging_letter_stage_known check (stage in ('draft', 'issued', 'withdrawn')),
  version integer not null default 1,
  facts_on date not null,
  about text not null,
  issuer_parent text not null,
  issuer text not null,
  symbol text not null,
  place text not null,
  addressees text not null,
  opening text not null,
  closing text not null,
  recipients text not null,
  archive text not null,
  authority text not null constraint urging_letter_authority_known check (authority in ('', 'TM', 'KT', 'TL', 'TUQ', 'Q')),
  authority_of text not null,
  office text not null,
  signer text not null,
  number text,
  signed_on date,
  drafted_by uuid not null references person,
  drafted_at timestamptz not null,
  issued_by uuid references person,
  issued_at timestamptz,
  constraint urging_letter_issued_whole check (
    stage <> 'issued' or (length(number) > 0 and signed_on is not null and issued_by is not null and issued_at is not null))
);
comment on table urging_letter is 'Công văn đôn đốc: soạn từ các nhiệm vụ quá hạn, ghi số và ngày khi đã ký ban hành; ban hành rồi thì không sửa.';

create table letter_duty (
  letter_id uuid not null references urging_letter,
  duty_key text not null,
  position integer not null,
  unit_id uuid not null references unit,
  unit_name text not null,
  kind text not null,
  about text not null,
  due_on date not null,
  last_day date not null,
  days_late integer not null,
  constraint letter_duty_pk primary key (letter_id, duty_key)
);
comment on table letter_duty is 'Nhiệm vụ được nêu trong công văn đôn đốc, như lúc soạn.';
create index letter_duty_of_duty on letter_duty (duty_key);
create index letter_duty_of_unit on letter_duty (unit_id);

create function urging_letter_kept() returns trigger
  language plpgsql as $$
begin
  if old.stage <> 'draft' then
    raise exception 'append_only: công văn đã ban hành hoặc đã bỏ không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger urging_letter_frozen before update on urging_letter for each row execute function urging_letter_kept();

create function letter_duty_kept() returns trigger
  language plpgsql as $$
begin
  if exists (select from urging_letter l where l.id = coalesce(new.letter_id, old.letter_id) and l.stage <> 'draft') then
    raise exception 'append_only: công văn đã ban hành hoặc đã bỏ không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger letter_duty_frozen before insert or update or delete on letter_duty for each row execute function letter_duty_kept();

create function urging_letter_guard() returns trigger
  language plpgsql as $$
begin
  if exists (select from scheme s where s.is_secret
    and position(s.code in upper(concat_ws(' ', new.about, new.opening, new.closing, new.addressees, new.recipients))) > 0)
  then
    raise exception 'secret_scheme: nội dung thuộc phạm vi bí mật nhà nước không nhập vào hệ thống' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger urging_letter_guarded before insert or update on urging_letter for each row execute function urging_letter_guard();

create table calendar_feed (
  id uuid primary key,
  person_id uuid not null references person,
  unit_id uuid references unit,
  token_hash bytea not null constraint calendar_feed_token_unique unique,
  made_at timestamptz not null,
  withdrawn_at timestamptz
);
comment on table calendar_feed is 'Địa chỉ lịch riêng của một người, cho việc của mình (unit_id trống) hoặc của một đơn vị; chỉ giữ mã băm của địa chỉ.';
create unique index calendar_feed_one on calendar_feed (person_id, coalesce(unit_id, '00000000-0000-0000-0000-000000000000'))
  where withdrawn_at is null;

create table calendar_event (
  feed_id uuid not null references calendar_feed,
  uid text not null,
  day date not null,
  sequence integer not null default 0,
  changed_at timestamptz not null,
  gone_at timestamptz,
  constraint calendar_event_pk primary key (feed_id, uid)
);
comment on table calendar_event is 'Sự kiện đã đưa ra trong một lịch, để báo đổi ngày và báo hủy; không giữ nội dung.';

grant select, insert, update on urging_letter, calendar_feed, calendar_event to thidua_app;
grant select, insert, update, delete on letter_duty to thidua_app;
