-- Movements: launched by a unit for its scope and days, received below, launched again there, reviewed, closed, concluded.

create table movement (
  id uuid primary key,
  unit_id uuid not null references unit,
  parent_id uuid references movement,
  pack_code text references directive_pack,
  code text constraint movement_code_unique unique,
  kind text not null constraint movement_kind_known check (kind in ('regular', 'themed')),
  name text not null,
  name_fold text generated always as (fold_vi(name)) stored,
  aim text not null,
  clause text,
  first_day date not null,
  last_day date not null,
  scope_kinds text[] not null default '{}',
  restricted boolean not null default false,
  document_number text,
  document_date date,
  stage text not null constraint movement_stage_known check (stage in ('draft', 'launched', 'closed', 'concluded', 'withdrawn')),
  version integer not null default 1,
  created_by uuid references person,
  created_at timestamptz not null,
  launched_by uuid references person,
  launched_for uuid references person,
  launched_at timestamptz,
  close_reason text,
  constraint movement_days_forward check (last_day >= first_day),
  constraint movement_not_own_parent check (parent_id <> id),
  constraint movement_made_by_somebody check (created_by is not null or pack_code is not null),
  constraint movement_document_whole check ((document_number is null) = (document_date is null)),
  constraint movement_launched_with_document check (
    stage in ('draft', 'withdrawn') or pack_code is not null or document_number is not null),
  constraint movement_launched_some_day check ((launched_at is not null) = (stage not in ('draft', 'withdrawn'))),
  constraint movement_launched_by_somebody check (launched_at is null or launched_by is not null or pack_code is not null)
);
comment on table movement is 'Phong trào thi đua: đơn vị phát động, phạm vi, thời gian, văn bản, bước; phong trào của chỉ thị do bộ dữ liệu tạo.';
create index movement_unit_days on movement (unit_id, last_day);
create index movement_parent on movement (parent_id);
create index movement_search on movement using gin (name_fold gin_trgm_ops);

create table movement_line (
  movement_id uuid not null references movement,
  kind text not null constraint movement_line_kind_known check (kind in ('goal', 'criterion', 'review')),
  position integer not null,
  code text,
  wording text not null,
  clause text,
  review_kind text constraint movement_line_review_known check (review_kind in ('yearly', 'mid_term', 'final')),
  due_year smallint,
  due_on date,
  constraint movement_line_pk primary key (movement_id, kind, position),
  constraint movement_line_review_whole check ((kind = 'review') = (review_kind is not null)),
  constraint movement_line_due_once check (due_year is null or due_on is null),
  constraint movement_line_due_of_reviews check (kind = 'review' or (due_year is null and due_on is null))
);
comment on table movement_line is 'Mục tiêu, tiêu chí và các lần đánh giá của phong trào, theo thứ tự, có mục của chỉ thị khi từ chỉ thị.';

create table movement_unit (
  movement_id uuid not null references movement,
  unit_id uuid not null references unit,
  received_at timestamptz,
  received_by uuid references person,
  received_for uuid references person,
  constraint movement_unit_pk primary key (movement_id, unit_id),
  constraint movement_unit_received_by_somebody check ((received_at is null) = (received_by is null))
);
comment on table movement_unit is 'Đơn vị thuộc phạm vi phong trào, ghi khi phát động, và ai đã tiếp nhận.';
create index movement_unit_waiting on movement_unit (unit_id) where received_at is null;

create table movement_review (
  id uuid primary key,
  movement_id uuid not null references movement,
  kind text not null constraint movement_review_kind_known check (kind in ('yearly', 'mid_term', 'final')),
  held_on date not null,
  conclusion text not null constraint movement_review_says_something check (length(conclusion) > 0),
  document_number text,
  entered_by uuid not null references person,
  entered_for uuid references person,
  entered_at timestamptz not null
);
comment on table movement_review is 'Kết luận các lần đánh giá hằng năm, sơ kết, tổng kết phong trào: chỉ thêm, không sửa.';
create index movement_review_movement on movement_review (movement_id, held_on);
create unique index movement_review_one_final on movement_review (movement_id) where kind = 'final';
create trigger movement_review_frozen before update or delete on movement_review for each row execute function refuse_change();

-- What was launched stays as it was launched; only the movement of the directive follows its pack.
create function movement_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage <> 'draft' and old.pack_code is null and
     (old.unit_id, old.parent_id, old.kind, old.name, old.aim, old.first_day, old.last_day, old.scope_kinds, old.restricted, old.document_number, old.document_date)
     is distinct from
     (new.unit_id, new.parent_id, new.kind, new.name, new.aim, new.first_day, new.last_day, new.scope_kinds, new.restricted, new.document_number, new.document_date)
  then
    raise exception 'movement: phong trào đã phát động không được sửa nội dung' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger movement_content_kept before update on movement for each row execute function movement_keep_content();

create function movement_lines_kept() returns trigger
  language plpgsql as $$
begin
  if exists (select from movement m where m.id = coalesce(new.movement_id, old.movement_id)
    and m.stage <> 'draft' and m.pack_code is null)
  then
    raise exception 'movement: phong trào đã phát động không được sửa nội dung' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger movement_line_kept before insert or update or delete on movement_line
  for each row execute function movement_lines_kept();

grant select, insert, update on movement, movement_unit to thidua_app;
grant select, insert, update, delete on movement_line to thidua_app;
grant select, insert on movement_review to thidua_app;
