-- What was known on a day, for everything a figure is made of: definitions, trajectories, links, settings, the organisation.
-- Rows that say what they replaced (trajectory_point, scheme_indicator) are dated as assigned_target is. Where one row is
-- read by half the product (indicator, setting, unit) it stays the current one, and a table beside it keeps what it was;
-- reading the present costs what it did. What was there before days were kept counts as known from the start.

create function keep_dated_row() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'append_only: % không được xóa', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  if old.superseded_at is not null or to_jsonb(old) - 'superseded_at' <> to_jsonb(new) - 'superseded_at' then
    raise exception 'append_only: % chỉ được thay bằng dòng mới', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

alter table trajectory_point
  add column id uuid not null default gen_random_uuid(),
  add column known_at timestamptz not null default '-infinity',
  add column superseded_at timestamptz,
  drop column version,
  drop constraint trajectory_point_pk,
  add constraint trajectory_point_pk primary key (id);
alter table trajectory_point alter column id drop default, alter column known_at drop default;
create unique index trajectory_point_in_force on trajectory_point (indicator_code, year) where superseded_at is null;
create trigger trajectory_point_dated before update or delete on trajectory_point
  for each row execute function keep_dated_row();
revoke delete on trajectory_point from thidua_app;

alter table scheme_indicator
  add column id uuid not null default gen_random_uuid(),
  add column known_at timestamptz not null default '-infinity',
  add column superseded_at timestamptz,
  drop constraint scheme_indicator_pk,
  add constraint scheme_indicator_pk primary key (id);
alter table scheme_indicator alter column id drop default, alter column known_at drop default;
create unique index scheme_indicator_in_force on scheme_indicator (scheme_code, indicator_code) where superseded_at is null;
create trigger scheme_indicator_dated before update or delete on scheme_indicator
  for each row execute function keep_dated_row();
revoke delete on scheme_indicator from thidua_app;

create trigger assigned_target_dated before update or delete on assigned_target
  for each row execute function keep_dated_row();

-- An indicator as it was. Whoever changes one says since when (known_at); who does not, changes it now.
alter table indicator add column known_at timestamptz not null default '-infinity';
create table indicator_past (
  id bigint generated always as identity constraint indicator_past_pk primary key,
  indicator_code text not null references indicator,
  known_at timestamptz not null,
  superseded_at timestamptz not null,
  facts jsonb not null
);
comment on table indicator_past is 'Chỉ tiêu như đã ghi trước mỗi lần thay đổi, để xem lại theo ngày.';
create index indicator_past_until on indicator_past (superseded_at);
create function indicator_keep_past() returns trigger
  language plpgsql as $$
begin
  if to_jsonb(new) - 'version' - 'known_at' = to_jsonb(old) - 'version' - 'known_at' then
    new.known_at := old.known_at;
    return new;
  end if;
  new.known_at := greatest(old.known_at, case when new.known_at = old.known_at then now() else new.known_at end);
  insert into indicator_past (indicator_code, known_at, superseded_at, facts)
  values (old.code, old.known_at, new.known_at, to_jsonb(old));
  return new;
end
$$;
create trigger indicator_dated before update on indicator for each row execute function indicator_keep_past();
create trigger indicator_past_kept before update or delete on indicator_past for each row execute function refuse_change();

create table setting_past (
  id bigint generated always as identity constraint setting_past_pk primary key,
  key text not null,
  value jsonb not null,
  known_at timestamptz not null,
  superseded_at timestamptz not null
);
comment on table setting_past is 'Tham số vận hành như đã đặt trước mỗi lần thay đổi, để tính lại theo ngày.';
create index setting_past_until on setting_past (key, superseded_at);
create function setting_keep_past() returns trigger
  language plpgsql as $$
begin
  insert into setting_past (key, value, known_at, superseded_at)
  values (old.key, old.value, old.updated_at, case when tg_op = 'DELETE' then now() else greatest(old.updated_at, new.updated_at) end);
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end
$$;
create trigger setting_dated before update or delete on setting for each row execute function setting_keep_past();
create trigger setting_past_kept before update or delete on setting_past for each row execute function refuse_change();

-- A unit with its names and places as recorded before each change: what holds on a day, as known by then.
alter table unit add column known_at timestamptz not null default '-infinity';
alter table unit_succession add column known_at timestamptz not null default '-infinity';
create table unit_past (
  id bigint generated always as identity constraint unit_past_pk primary key,
  unit_id uuid not null references unit,
  known_at timestamptz not null,
  superseded_at timestamptz not null,
  facts jsonb not null,
  versions jsonb not null
);
comment on table unit_past is 'Đơn vị và các thời kỳ của đơn vị như đã ghi trước mỗi lần thay đổi, để xem lại theo ngày.';
create index unit_past_until on unit_past (superseded_at);
create trigger unit_past_kept before update or delete on unit_past for each row execute function refuse_change();

-- An accepted pledge holds until its revision is accepted: what it says and since when does not change.
create function pledge_keep_accepted() returns trigger
  language plpgsql as $$
begin
  if old.stage = 'accepted' and
     (to_jsonb(old) - 'superseded_at' - 'version' <> to_jsonb(new) - 'superseded_at' - 'version'
      or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at)) then
    raise exception 'append_only: đăng ký đã tiếp nhận chỉ được thay bằng đăng ký điều chỉnh' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger pledge_accepted_kept before update on pledge for each row execute function pledge_keep_accepted();

grant select, insert on indicator_past, setting_past, unit_past to thidua_app;
