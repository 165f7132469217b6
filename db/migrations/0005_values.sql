-- Reported values, assigned targets, pledges, snapshots. Facts are never overwritten: a correction is a new row.

create table actual (
  id uuid primary key,
  indicator_code text not null references indicator,
  unit_id uuid not null references unit,
  period text not null constraint actual_period_shape check (period ~ '^\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])))?$'),
  period_start date not null,
  period_end date not null,
  value numeric,
  numerator numeric,
  denominator numeric,
  as_of_date date not null,
  source text,
  note text,
  stage text not null constraint actual_stage_known check (stage in ('entered', 'submitted', 'verified', 'returned', 'withdrawn')),
  version integer not null default 1,
  supersedes_id uuid references actual,
  superseded_at timestamptz,
  correction_reason text,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  submitted_by uuid references person,
  submitted_at timestamptz,
  decided_by uuid references person,
  decided_at timestamptz,
  return_reason text,
  known_at timestamptz,
  import_id uuid,
  constraint actual_has_a_figure check (value is not null or (numerator is not null and denominator is not null)),
  constraint actual_parts_together check ((numerator is null) = (denominator is null)),
  constraint actual_period_forward check (period_end >= period_start),
  constraint actual_known_when_verified check ((known_at is not null) = (stage = 'verified')),
  constraint actual_superseded_only_verified check (superseded_at is null or stage = 'verified'),
  constraint actual_submitted_by_somebody check (stage in ('entered', 'withdrawn') or submitted_by is not null),
  constraint actual_decided_by_somebody check (stage not in ('verified', 'returned') or decided_by is not null),
  constraint actual_four_eyes check (stage <> 'verified' or decided_by <> submitted_by),
  constraint actual_returned_with_reason check (stage <> 'returned' or length(return_reason) > 0),
  constraint actual_correction_with_reason check (supersedes_id is null or length(correction_reason) > 0)
);
comment on table actual is 'Kết quả thực hiện theo chỉ tiêu, đơn vị, kỳ; đính chính là dòng mới thay dòng cũ.';
create unique index actual_one_in_force on actual (indicator_code, unit_id, period) where stage = 'verified' and superseded_at is null;
create unique index actual_one_open on actual (indicator_code, unit_id, period) where stage in ('entered', 'submitted', 'returned');
create unique index actual_superseded_once on actual (supersedes_id) where stage <> 'withdrawn';
create index actual_by_unit on actual (unit_id, stage, entered_at desc);
create index actual_by_stage on actual (stage, submitted_at) where stage in ('entered', 'submitted', 'returned');
create index actual_by_entry on actual (entered_at desc, id desc);
create index actual_by_import on actual (import_id) where import_id is not null;

-- Once submitted a figure keeps its content for ever; only its way through the procedure goes on.
create function actual_keep_content() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'append_only: actual không được xóa' using errcode = 'insufficient_privilege';
  end if;
  if old.stage not in ('entered', 'returned') and
     (old.indicator_code, old.unit_id, old.period, old.value, old.numerator, old.denominator, old.as_of_date, old.source, old.entered_by, old.entered_at, old.supersedes_id)
     is distinct from
     (new.indicator_code, new.unit_id, new.period, new.value, new.numerator, new.denominator, new.as_of_date, new.source, new.entered_by, new.entered_at, new.supersedes_id)
  then
    raise exception 'append_only: số liệu đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  if old.stage = 'verified' and (new.stage <> 'verified' or new.known_at <> old.known_at or
     (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at)) then
    raise exception 'append_only: số liệu đã xác nhận không được đổi' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger actual_append_only before update or delete on actual for each row execute function actual_keep_content();

create table assigned_target (
  id uuid primary key,
  indicator_code text not null references indicator,
  unit_id uuid not null references unit,
  year smallint not null,
  value numeric,
  low numeric,
  high numeric,
  basis text not null,
  assigned_by uuid not null references person,
  known_at timestamptz not null,
  supersedes_id uuid references assigned_target,
  superseded_at timestamptz,
  import_id uuid,
  constraint assigned_target_figure check ((value is not null) <> (low is not null and high is not null)),
  constraint assigned_target_range check (high >= low)
);
comment on table assigned_target is 'Chỉ tiêu giao cho đơn vị theo năm, kèm văn bản giao.';
create unique index assigned_target_in_force on assigned_target (indicator_code, unit_id, year) where superseded_at is null;
create index assigned_target_unit on assigned_target (unit_id, year);

create table pledge (
  id uuid primary key,
  unit_id uuid not null references unit,
  year smallint not null,
  scheme_code text references scheme,
  indicator_code text references indicator,
  criterion_code text references scheme_criterion,
  wording text not null,
  value numeric,
  unit_of_measure text,
  stage text not null constraint pledge_stage_known check (stage in ('draft', 'submitted', 'accepted', 'returned', 'withdrawn')),
  version integer not null default 1,
  supersedes_id uuid references pledge,
  superseded_at timestamptz,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  submitted_by uuid references person,
  submitted_at timestamptz,
  decided_by uuid references person,
  decided_at timestamptz,
  return_reason text,
  constraint pledge_about_something check (scheme_code is not null or indicator_code is not null),
  constraint pledge_submitted_by_somebody check (stage in ('draft', 'withdrawn') or submitted_by is not null),
  constraint pledge_decided_by_somebody check (stage not in ('accepted', 'returned') or decided_by is not null),
  constraint pledge_four_eyes check (stage <> 'accepted' or decided_by <> submitted_by),
  constraint pledge_returned_with_reason check (stage <> 'returned' or length(return_reason) > 0)
);
comment on table pledge is 'Đăng ký chỉ tiêu thi đua của đơn vị theo năm.';
create index pledge_unit on pledge (unit_id, year);
create unique index pledge_one_open on pledge (unit_id, year, coalesce(scheme_code, ''), coalesce(indicator_code, ''), coalesce(criterion_code, ''))
  where stage in ('draft', 'submitted', 'returned');
create unique index pledge_one_in_force on pledge (unit_id, year, coalesce(scheme_code, ''), coalesce(indicator_code, ''), coalesce(criterion_code, ''))
  where stage = 'accepted' and superseded_at is null;
create trigger pledge_not_secret before insert or update on pledge for each row execute function refuse_secret_scheme();

create table snapshot (
  id uuid primary key,
  title text not null,
  purpose text not null constraint snapshot_purpose_known check (purpose in ('yearly', 'midterm', 'final', 'other')),
  as_of_date date not null,
  known_at timestamptz not null,
  created_by uuid not null references person,
  created_at timestamptz not null,
  content jsonb not null,
  digest text not null
);
comment on table snapshot is 'Số liệu chốt cho một lần đánh giá: không bao giờ thay đổi.';
create trigger snapshot_frozen before update or delete on snapshot for each row execute function refuse_change();
create trigger snapshot_no_truncate before truncate on snapshot for each statement execute function refuse_change();

grant select, insert, update on actual, assigned_target, pledge to thidua_app;
grant select, insert on snapshot to thidua_app;
