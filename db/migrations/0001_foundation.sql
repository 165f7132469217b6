-- Ground of every table: mark-blind folding, the local day, settings, holidays and the append-only record.

-- Folding is done in one place in SQL and one in TypeScript (app/kernel/fold.ts); a test holds them together.
create function fold_vi(text) returns text
  language sql immutable strict parallel safe
  return lower(unaccent('unaccent'::regdictionary, $1));

-- The plain date where the province lives. Tests freeze it with set_config('thidua.today', …).
create function today_here() returns date
  language sql stable parallel safe
  return coalesce(nullif(current_setting('thidua.today', true), '')::date, (now() at time zone 'Asia/Ho_Chi_Minh')::date);

create table setting (
  key text primary key,
  value jsonb not null,
  version integer not null default 1,
  updated_at timestamptz not null default now()
);
comment on table setting is 'Tham số vận hành do người quản trị đặt; không có dòng nghĩa là dùng mặc định.';

create table holiday (
  day date primary key,
  name text not null,
  effect text not null constraint holiday_effect_known check (effect in ('day_off', 'working_day'))
);
comment on table holiday is 'Ngày nghỉ lễ và ngày làm bù, dùng để tính ngày làm việc.';

-- Sixteen chains instead of one, so that writers do not queue behind each other's commit: a connection always writes
-- to the lane of its own backend. Each lane is a hash chain; the head of a lane tells its length, so a cut tail shows.
create table record_head (
  lane smallint primary key,
  position bigint not null,
  hash bytea not null
);
comment on table record_head is 'Đầu chuỗi của từng làn nhật ký: độ dài và mã băm cuối.';
insert into record_head select lane, 0, '\x00'::bytea from generate_series(0, 15) as lane;

create table record_entry (
  lane smallint not null default 0,
  position bigint not null default 0,
  id uuid not null constraint record_entry_id_unique unique,
  at timestamptz not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  unit_id uuid,
  actor_id uuid,
  on_behalf_of_id uuid,
  via text not null constraint record_entry_via_known check (via in ('web', 'api', 'cli', 'job', 'setup')),
  address text,
  reason text,
  before jsonb,
  after jsonb,
  previous_hash bytea not null default '\x',
  hash bytea not null default '\x',
  constraint record_entry_pk primary key (lane, position)
);
comment on table record_entry is 'Nhật ký chỉ ghi thêm, nối bằng mã băm: ai, thay ai, việc gì, trước, sau, lúc nào, từ đâu.';
create index record_entry_at on record_entry (at desc, id desc);
create index record_entry_subject on record_entry (subject_kind, subject_id, at desc);
create index record_entry_actor on record_entry (actor_id, at desc);
create index record_entry_unit on record_entry (unit_id, at desc);
create index record_entry_kind on record_entry (kind, at desc);

-- What is hashed: every column as one JSON array. The verifier reads this text and hashes it itself.
create function record_canonical(record_entry) returns text
  language sql stable parallel safe
  return jsonb_build_array(
    $1.lane, $1.position, $1.id, to_char($1.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), $1.kind,
    $1.subject_kind, $1.subject_id, $1.unit_id, $1.actor_id, $1.on_behalf_of_id, $1.via, $1.address, $1.reason,
    $1.before, $1.after)::text;

create function record_chain() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head record_head;
begin
  select * into strict head from record_head where lane = pg_backend_pid() % 16 for update;
  new.lane := head.lane;
  new.position := head.position + 1;
  new.previous_hash := head.hash;
  new.hash := sha256(head.hash || convert_to(record_canonical(new), 'UTF8'));
  update record_head set position = new.position, hash = new.hash where lane = head.lane;
  return new;
end
$$;
create trigger record_entry_chain before insert on record_entry for each row execute function record_chain();

create function refuse_change() returns trigger
  language plpgsql as $$
begin
  raise exception 'append_only: % không được sửa hoặc xóa', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger record_entry_append_only before update or delete on record_entry for each row execute function refuse_change();
create trigger record_entry_no_truncate before truncate on record_entry for each statement execute function refuse_change();

grant usage on schema public to thidua_app;
grant select, insert, update, delete on setting, holiday to thidua_app;
grant select, insert on record_entry to thidua_app;
grant select on record_head to thidua_app;
