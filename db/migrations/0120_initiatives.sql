-- Initiatives, models, solutions, works and tasks (CT II.1.4): written by a unit, reviewed by a panel, recognised, adopted by others.

create table initiative (
  id uuid primary key,
  unit_id uuid not null references unit,
  kind text not null constraint initiative_kind_known check (kind in ('model', 'initiative', 'solution', 'work', 'task')),
  scheme_code text references scheme,
  criterion_code text references scheme_criterion,
  year integer not null constraint initiative_year_range check (year between 2000 and 2100),
  title text not null,
  title_fold text generated always as (fold_vi(title)) stored,
  problem text not null,
  novelty text not null,
  effect text not null,
  applied_at text not null,
  stage text not null constraint initiative_stage_known check (stage in (
    'draft', 'submitted', 'returned', 'unit_review', 'province_review', 'recognised', 'raised', 'refused', 'withdrawn')),
  version integer not null default 1,
  source text,
  import_id uuid references import_run,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  submitted_by uuid references person,
  submitted_for uuid references person,
  submitted_at timestamptz,
  decided_by uuid references person,
  decided_at timestamptz,
  return_reason text,
  constraint initiative_criterion_of_scheme check (criterion_code is null or scheme_code is not null),
  constraint initiative_submitted_by_somebody check (
    stage in ('draft', 'withdrawn') or submitted_by is not null or source is not null),
  constraint initiative_decided_by_somebody check (
    stage not in ('returned', 'refused', 'recognised') or decided_by is not null or source is not null),
  constraint initiative_four_eyes check (decided_by is null or decided_by is distinct from submitted_by),
  constraint initiative_four_eyes_of_lender check (decided_by is null or decided_by is distinct from submitted_for),
  constraint initiative_returned_with_reason check (stage not in ('returned', 'refused') or length(return_reason) > 0)
);
comment on table initiative is 'Sáng kiến, mô hình, giải pháp, công trình, phần việc của đơn vị; dòng có nguồn là dòng nạp từ hồ sơ cũ.';
create index initiative_unit on initiative (unit_id, year);
create index initiative_year on initiative (year, stage);
create index initiative_scheme on initiative (scheme_code) where scheme_code is not null;
create index initiative_search on initiative using gin (title_fold gin_trgm_ops);
create trigger initiative_not_secret before insert or update on initiative for each row execute function refuse_secret_scheme();

create table initiative_author (
  initiative_id uuid not null references initiative,
  position integer not null,
  name text not null,
  place text not null,
  share numeric(5, 2) not null constraint initiative_author_share_range check (share > 0 and share <= 100),
  constraint initiative_author_pk primary key (initiative_id, position)
);
comment on table initiative_author is 'Tác giả, đồng tác giả và tỷ lệ đóng góp (%).';

create table initiative_effect (
  initiative_id uuid not null references initiative,
  position integer not null,
  what text not null,
  unit_of_measure text not null,
  before numeric,
  after numeric not null,
  constraint initiative_effect_pk primary key (initiative_id, position)
);
comment on table initiative_effect is 'Hiệu quả bằng số: trước và sau khi áp dụng.';

create table initiative_print (
  initiative_id uuid primary key references initiative,
  words integer not null,
  prints integer[] not null
);
comment on table initiative_print is 'Dấu nhận dạng các đoạn của nội dung, để tìm sáng kiến giống nhau.';
create index initiative_print_search on initiative_print using gin (prints);

create table initiative_criteria_set (
  id uuid primary key,
  edition integer not null constraint initiative_criteria_set_edition_unique unique,
  name text not null,
  valid_from date not null,
  threshold integer not null constraint initiative_criteria_set_threshold_positive check (threshold > 0),
  basis text,
  created_by uuid references person,
  created_at timestamptz not null,
  constraint initiative_criteria_set_by_somebody check ((basis is null) = (created_by is null))
);
comment on table initiative_criteria_set is 'Bộ tiêu chí chấm, theo bản và ngày áp dụng; bản không có căn cứ là mặc định của phần mềm. Điểm tính bằng phần trăm của điểm.';
create trigger initiative_criteria_set_kept before update or delete on initiative_criteria_set for each row execute function refuse_change();

create table initiative_criterion (
  set_id uuid not null references initiative_criteria_set,
  position integer not null,
  name text not null,
  most integer not null constraint initiative_criterion_most_positive check (most > 0),
  constraint initiative_criterion_pk primary key (set_id, position)
);
comment on table initiative_criterion is 'Tiêu chí chấm và điểm tối đa (phần trăm của điểm).';
create trigger initiative_criterion_kept before update or delete on initiative_criterion for each row execute function refuse_change();

insert into initiative_criteria_set (id, edition, name, valid_from, threshold, created_at)
values ('01200000-0000-7000-8000-000000000001', 1, 'Bộ tiêu chí mặc định', '2025-01-01', 7000, '2026-11-28T00:00:00Z');
insert into initiative_criterion (set_id, position, name, most) values
  ('01200000-0000-7000-8000-000000000001', 1, 'Tính mới', 3000),
  ('01200000-0000-7000-8000-000000000001', 2, 'Hiệu quả, lợi ích thiết thực', 4000),
  ('01200000-0000-7000-8000-000000000001', 3, 'Khả năng nhân rộng', 3000);

create table initiative_panel (
  id uuid primary key,
  initiative_id uuid not null references initiative,
  level text not null constraint initiative_panel_level_known check (level in ('unit', 'province')),
  set_id uuid not null references initiative_criteria_set,
  version integer not null default 1,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  mean integer,
  scored integer,
  constraint initiative_panel_closed_whole check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (mean is null)
    and (closed_at is null) = (scored is null))
);
comment on table initiative_panel is 'Hội đồng, tổ chấm một sáng kiến: bộ tiêu chí, khi nào mở, khi nào khóa, điểm bình quân (phần trăm của điểm).';
create unique index initiative_panel_one_open on initiative_panel (initiative_id) where closed_at is null;

create table initiative_panel_member (
  panel_id uuid not null references initiative_panel,
  person_id uuid not null references person,
  seated_at timestamptz not null,
  has_interest boolean not null default false,
  remark text not null default '',
  scored_at timestamptz,
  constraint initiative_panel_member_pk primary key (panel_id, person_id),
  constraint initiative_panel_member_interest check (not has_interest or scored_at is null)
);
comment on table initiative_panel_member is 'Thành viên chấm; người có lợi ích liên quan (tác giả) không chấm.';
create index initiative_panel_member_person on initiative_panel_member (person_id);

create table initiative_score (
  panel_id uuid not null,
  person_id uuid not null,
  position integer not null,
  points integer not null constraint initiative_score_not_negative check (points >= 0),
  constraint initiative_score_pk primary key (panel_id, person_id, position),
  constraint initiative_score_of_member foreign key (panel_id, person_id) references initiative_panel_member on delete cascade
);
comment on table initiative_score is 'Điểm của một thành viên theo từng tiêu chí (phần trăm của điểm); sửa được đến khi khóa.';

create table initiative_recognition (
  id uuid primary key,
  initiative_id uuid not null references initiative,
  level text not null constraint initiative_recognition_level_known check (level in ('unit', 'province')),
  scope text not null constraint initiative_recognition_scope_known check (scope in ('unit', 'province', 'nation')),
  decision_number text not null,
  decision_date date not null,
  recognised_by uuid not null references person,
  recognised_at timestamptz not null,
  constraint initiative_recognition_once unique (initiative_id, level),
  constraint initiative_recognition_within_level check ((level = 'unit') = (scope = 'unit'))
);
comment on table initiative_recognition is 'Công nhận sáng kiến: cấp công nhận, phạm vi ảnh hưởng (Luật Điều 21 đến 23), số và ngày quyết định.';
create trigger initiative_recognition_kept before update or delete on initiative_recognition for each row execute function refuse_change();

create table initiative_adoption (
  id uuid primary key,
  initiative_id uuid not null references initiative,
  unit_id uuid not null references unit,
  adopted_on date not null,
  result text not null,
  stage text not null constraint initiative_adoption_stage_known check (stage in ('submitted', 'verified', 'returned', 'withdrawn')),
  version integer not null default 1,
  submitted_by uuid not null references person,
  submitted_for uuid references person,
  submitted_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  return_reason text,
  constraint initiative_adoption_four_eyes check (stage <> 'verified' or decided_by <> submitted_by),
  constraint initiative_adoption_four_eyes_of_lender check (stage <> 'verified' or submitted_for is null or decided_by <> submitted_for),
  constraint initiative_adoption_returned_with_reason check (stage <> 'returned' or length(return_reason) > 0)
);
comment on table initiative_adoption is 'Đơn vị khác áp dụng (nhân rộng) sáng kiến: từ ngày nào, kết quả ra sao; xác nhận rồi mới tính.';
create unique index initiative_adoption_once on initiative_adoption (initiative_id, unit_id) where stage in ('submitted', 'verified');
create index initiative_adoption_unit on initiative_adoption (unit_id, stage);

create table initiative_judgement (
  id uuid primary key,
  initiative_id uuid not null references initiative,
  other_id uuid not null references initiative,
  verdict text not null constraint initiative_judgement_verdict_known check (verdict in ('different', 'continues', 'copy')),
  reason text not null,
  judged_by uuid not null references person,
  judged_at timestamptz not null,
  constraint initiative_judgement_of_two check (initiative_id <> other_id)
);
comment on table initiative_judgement is 'Kết luận của người xem về hai sáng kiến giống nhau: chỉ thêm, dòng mới nhất là dòng tính.';
create index initiative_judgement_pair on initiative_judgement (initiative_id, other_id, judged_at desc);
create trigger initiative_judgement_kept before update or delete on initiative_judgement for each row execute function refuse_change();

create table initiative_use (
  id uuid primary key,
  initiative_id uuid not null constraint initiative_use_once unique references initiative,
  used_for text not null,
  used_id text not null,
  used_by uuid references person,
  used_at timestamptz not null
);
comment on table initiative_use is 'Sáng kiến đã dùng cho lần khen thưởng nào: mỗi sáng kiến chỉ dùng một lần.';
create trigger initiative_use_kept before update or delete on initiative_use for each row execute function refuse_change();

-- What was submitted keeps its words.
create function initiative_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage not in ('draft', 'returned') and
     (old.unit_id, old.kind, old.scheme_code, old.criterion_code, old.year, old.title, old.problem, old.novelty, old.effect, old.applied_at, old.source)
     is distinct from
     (new.unit_id, new.kind, new.scheme_code, new.criterion_code, new.year, new.title, new.problem, new.novelty, new.effect, new.applied_at, new.source)
  then
    raise exception 'initiative: nội dung đã gửi không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger initiative_content_kept before update on initiative for each row execute function initiative_keep_content();

create function initiative_parts_kept() returns trigger
  language plpgsql as $$
begin
  if exists (select from initiative i where i.id = coalesce(new.initiative_id, old.initiative_id)
    and i.stage not in ('draft', 'returned'))
  then
    raise exception 'initiative: nội dung đã gửi không được sửa tác giả, hiệu quả' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger initiative_author_kept before insert or update or delete on initiative_author
  for each row execute function initiative_parts_kept();
create trigger initiative_effect_kept before insert or update or delete on initiative_effect
  for each row execute function initiative_parts_kept();

-- A closed panel keeps its points.
create function initiative_score_kept() returns trigger
  language plpgsql as $$
begin
  if exists (select from initiative_panel p where p.id = coalesce(new.panel_id, old.panel_id) and p.closed_at is not null) then
    raise exception 'initiative_panel: đã khóa chấm, không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger initiative_score_open before insert or update or delete on initiative_score for each row execute function initiative_score_kept();
create trigger initiative_panel_member_open before insert or update or delete on initiative_panel_member
  for each row execute function initiative_score_kept();

-- Whatever lists of kinds stand there by now, and these.
do $$
declare
  one record;
begin
  for one in
    select c.conname, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as said, k.kind
    from pg_constraint c join (values ('attachment_subject_known', 'initiative'), ('import_run_kind_known', 'initiatives')) k(name, kind)
      on c.conname = k.name
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.place, one.conname, one.conname,
      replace(one.said, 'ARRAY[', format('ARRAY[%L::text, ', one.kind)));
  end loop;
end
$$;

grant select, insert, update on initiative, initiative_panel, initiative_adoption, initiative_print to thidua_app;
grant select, insert, update, delete on initiative_author, initiative_effect, initiative_panel_member, initiative_score to thidua_app;
grant select, insert on initiative_criteria_set, initiative_criterion, initiative_recognition, initiative_judgement, initiative_use to thidua_app;
