-- The directive as data: what a pack (packs/<name>) says, loaded idempotently.

create table directive_pack (
  code text primary key,
  version text not null,
  digest text not null,
  title text not null,
  facts jsonb not null,
  loaded_at timestamptz not null
);
comment on table directive_pack is 'Bộ dữ liệu chỉ thị đã nạp: phiên bản, mã băm, thông tin chung.';

create table clause (
  code text primary key,
  position integer not null constraint clause_position_unique unique,
  parent_code text references clause,
  heading text,
  wording text not null
);
comment on table clause is 'Nguyên văn chỉ thị theo mục.';

create table indicator (
  code text primary key,
  position integer not null constraint indicator_position_unique unique deferrable initially deferred,
  field text not null constraint indicator_field_known check (field in ('kinh_te', 'xa_hoi', 'moi_truong')),
  name text not null,
  name_fold text generated always as (fold_vi(name)) stored,
  clause text not null,
  wording text not null,
  unit_of_measure text not null,
  decimals smallint not null,
  comparator text not null constraint indicator_comparator_known check (comparator in (
    'gt', 'gte', 'lt', 'lte', 'reach', 'about', 'range', 'maintain', 'milestone')),
  target numeric,
  target_low numeric,
  target_high numeric,
  tolerance numeric,
  tolerance_is_default boolean not null default true,
  aggregation text not null constraint indicator_aggregation_known check (aggregation in (
    'end_of_year', 'average', 'sum', 'each_year', 'milestone')),
  time_rollup text constraint indicator_time_rollup_known check (time_rollup in ('sum', 'mean', 'weighted', 'last', 'none')),
  direction text not null constraint indicator_direction_known check (direction in ('up', 'down')),
  rollup text not null constraint indicator_rollup_known check (rollup in ('sum', 'mean', 'weighted', 'last', 'none')),
  rollup_why text not null,
  numerator_name text,
  denominator_name text,
  from_year smallint not null,
  deadline smallint not null,
  range_min numeric,
  range_max numeric,
  baseline numeric,
  baseline_year smallint,
  baseline_source text,
  at_risk_margin numeric,
  reporting text not null default 'year' constraint indicator_reporting_known check (reporting in ('month', 'quarter', 'half', 'year')),
  evidence_required boolean not null default false,
  owner_unit_id uuid references unit,
  version integer not null default 1,
  constraint indicator_years_forward check (deadline >= from_year),
  constraint indicator_target_shape check (
    (comparator = 'range') = (target_low is not null and target_high is not null) or comparator in ('milestone', 'gte'))
);
comment on table indicator is 'Chỉ tiêu: cách so, cách cộng dồn, thời hạn, nguyên văn và mục của chỉ thị.';
create index indicator_search on indicator using gin (name_fold gin_trgm_ops);

create table trajectory_point (
  indicator_code text not null references indicator,
  year smallint not null,
  value numeric not null,
  basis text not null,
  version integer not null default 1,
  constraint trajectory_point_pk primary key (indicator_code, year)
);
comment on table trajectory_point is 'Mức phải đạt từng năm được giao bằng văn bản; không có thì nội suy và ghi rõ là nội suy.';

create table content_item (
  code text primary key,
  position integer not null,
  clause text not null,
  wording text not null
);
comment on table content_item is 'Nội dung thi đua định tính (xây dựng Đảng và hệ thống chính trị).';

create table commitment (
  code text primary key,
  position integer not null,
  clause text not null,
  kind text not null constraint commitment_kind_known check (kind in ('aim', 'commitment', 'review', 'term')),
  wording text not null,
  facts jsonb not null default '{}'
);
comment on table commitment is 'Mục tiêu, cam kết và các lần đánh giá của phong trào.';

create table general_requirement (
  position integer primary key,
  clause text not null,
  wording text not null
);
comment on table general_requirement is 'Yêu cầu chung với cơ quan chủ trì, phối hợp.';

create table scheme (
  code text primary key,
  position integer not null,
  name text not null,
  name_fold text generated always as (fold_vi(name)) stored,
  title text not null,
  term text not null,
  from_year smallint not null,
  to_year smallint not null,
  reporting_duty text,
  note text,
  is_secret boolean not null default false,
  clause text not null,
  version integer not null default 1
);
comment on table scheme is 'Đề án trọng tâm; đề án mật chỉ ghi nhận số, ngày, nơi gửi của văn bản.';
create index scheme_search on scheme using gin (name_fold gin_trgm_ops);

create table scheme_criterion (
  code text primary key,
  scheme_code text not null references scheme,
  position integer not null,
  wording text not null,
  constraint scheme_criterion_order unique (scheme_code, position) deferrable initially deferred
);
comment on table scheme_criterion is 'Nội dung, tiêu chí thi đua của đề án, theo thứ tự.';

create table scheme_unit (
  scheme_code text not null references scheme,
  part text not null constraint scheme_unit_part_known check (part in ('lead', 'coordinator')),
  position integer not null,
  unit_id uuid references unit,
  wording text not null,
  constraint scheme_unit_pk primary key (scheme_code, part, position)
);
comment on table scheme_unit is 'Cơ quan chủ trì và phối hợp đề án; có nhóm chỉ nêu bằng lời.';

create table scheme_indicator (
  scheme_code text not null references scheme,
  indicator_code text not null references indicator,
  basis text not null,
  constraint scheme_indicator_pk primary key (scheme_code, indicator_code)
);
comment on table scheme_indicator is 'Chỉ tiêu được người quản trị gắn với đề án, kèm căn cứ.';

create function refuse_secret_scheme() returns trigger
  language plpgsql as $$
begin
  if new.scheme_code is not null and exists (select from scheme where code = new.scheme_code and is_secret) then
    raise exception 'secret_scheme: đề án % xử lý theo quy định về bảo vệ bí mật nhà nước', new.scheme_code using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger scheme_indicator_not_secret before insert or update on scheme_indicator
  for each row execute function refuse_secret_scheme();

grant select, insert, update on directive_pack, clause, indicator, content_item, commitment, general_requirement, scheme, scheme_criterion to thidua_app;
grant select, insert, update, delete on trajectory_point, scheme_unit, scheme_indicator to thidua_app;
grant delete on clause, content_item, commitment, general_requirement, scheme_criterion to thidua_app;
