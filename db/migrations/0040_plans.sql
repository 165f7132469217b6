-- Plans of units for schemes and movements: tasks, milestones, editions, and what is reported of their progress.

create table plan (
  id uuid primary key,
  unit_id uuid not null references unit,
  scheme_code text references scheme,
  movement_id uuid references movement,
  title text not null,
  objectives text not null,
  first_day date not null,
  last_day date not null,
  document_number text,
  document_date date,
  stage text not null constraint plan_stage_known check (stage in ('draft', 'submitted', 'approved', 'returned', 'withdrawn')),
  version integer not null default 1,
  edition integer not null default 1,
  replaces_id uuid references plan,
  change_reason text,
  superseded_at timestamptz,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  submitted_by uuid references person,
  submitted_for uuid references person,
  submitted_at timestamptz,
  decided_by uuid references person,
  decided_at timestamptz,
  return_reason text,
  constraint plan_about_one check ((scheme_code is null) <> (movement_id is null)),
  constraint plan_forward check (last_day >= first_day),
  constraint plan_document_whole check ((document_number is null) = (document_date is null)),
  constraint plan_approved_with_document check (stage <> 'approved' or document_number is not null),
  constraint plan_submitted_by_somebody check (stage in ('draft', 'withdrawn') or submitted_by is not null),
  constraint plan_decided_by_somebody check (stage not in ('approved', 'returned') or decided_by is not null),
  constraint plan_four_eyes check (stage <> 'approved' or decided_by <> submitted_by),
  constraint plan_four_eyes_of_lender check (stage <> 'approved' or submitted_for is null or decided_by <> submitted_for),
  constraint plan_returned_with_reason check (stage <> 'returned' or length(return_reason) > 0),
  constraint plan_edition_with_reason check ((replaces_id is null) = (edition = 1) and (replaces_id is null or length(change_reason) > 0)),
  constraint plan_superseded_only_approved check (superseded_at is null or stage = 'approved')
);
comment on table plan is 'Kế hoạch của đơn vị theo đề án hoặc phong trào; thay đổi sau phê duyệt là bản mới, bản cũ vẫn giữ.';
create index plan_unit on plan (unit_id, stage);
create index plan_scheme on plan (scheme_code) where scheme_code is not null;
create index plan_movement on plan (movement_id) where movement_id is not null;
create unique index plan_replaced_once on plan (replaces_id) where stage <> 'withdrawn';
create trigger plan_not_secret before insert or update on plan for each row execute function refuse_secret_scheme();

create table plan_task (
  id uuid primary key,
  plan_id uuid not null references plan,
  line_id uuid not null,
  position integer not null,
  title text not null,
  product text not null,
  lead text not null,
  lead_unit_id uuid references unit,
  joins text not null,
  weight numeric constraint plan_task_weight_range check (weight > 0 and weight <= 100),
  starts_on date not null,
  due_on date not null,
  version integer not null default 1,
  constraint plan_task_forward check (due_on >= starts_on),
  constraint plan_task_line_once unique (plan_id, line_id)
);
comment on table plan_task is 'Nhiệm vụ của kế hoạch: sản phẩm, ai chủ trì, ai phối hợp, trọng số; line_id giữ nguyên qua các bản.';
create index plan_task_line on plan_task (line_id);

create table plan_milestone (
  id uuid primary key,
  task_id uuid not null references plan_task on delete cascade,
  line_id uuid not null,
  position integer not null,
  title text not null,
  due_on date not null,
  product text not null,
  constraint plan_milestone_line_once unique (task_id, line_id)
);
comment on table plan_milestone is 'Mốc tiến độ của nhiệm vụ.';
create index plan_milestone_line on plan_milestone (line_id);

create table plan_progress (
  id uuid primary key,
  plan_id uuid not null references plan,
  line_kind text not null constraint plan_progress_kind_known check (line_kind in ('task', 'milestone')),
  line_id uuid not null,
  percent smallint not null constraint plan_progress_percent_range check (percent between 0 and 100),
  as_of_date date not null,
  note text not null,
  reported_by uuid not null references person,
  reported_for uuid references person,
  reported_at timestamptz not null,
  constraint plan_progress_milestone_whole check (line_kind = 'task' or percent in (0, 100))
);
comment on table plan_progress is 'Báo cáo tiến độ nhiệm vụ, mốc: chỉ thêm, dòng mới nhất là dòng tính.';
create index plan_progress_line on plan_progress (line_id, reported_at desc, id desc);
create trigger plan_progress_frozen before update or delete on plan_progress for each row execute function refuse_change();

-- What was submitted keeps its words; what was approved keeps its paper too.
create function plan_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage not in ('draft', 'returned') and
     (old.unit_id, old.scheme_code, old.movement_id, old.title, old.objectives, old.first_day, old.last_day, old.edition, old.replaces_id, old.change_reason)
     is distinct from
     (new.unit_id, new.scheme_code, new.movement_id, new.title, new.objectives, new.first_day, new.last_day, new.edition, new.replaces_id, new.change_reason)
  then
    raise exception 'plan: kế hoạch đã trình không được sửa nội dung' using errcode = 'insufficient_privilege';
  end if;
  if old.stage = 'approved' and
     ((old.stage, old.document_number, old.document_date, old.submitted_by, old.decided_by, old.decided_at)
       is distinct from (new.stage, new.document_number, new.document_date, new.submitted_by, new.decided_by, new.decided_at)
     or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at))
  then
    raise exception 'plan: kế hoạch đã phê duyệt không được đổi' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger plan_content_kept before update on plan for each row execute function plan_keep_content();

create function plan_lines_kept() returns trigger
  language plpgsql as $$
begin
  if exists (select from plan p where p.id = coalesce(new.plan_id, old.plan_id) and p.stage not in ('draft', 'returned')) then
    raise exception 'plan: kế hoạch đã trình không được sửa nhiệm vụ' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger plan_task_kept before insert or update or delete on plan_task for each row execute function plan_lines_kept();

create function plan_milestones_kept() returns trigger
  language plpgsql as $$
begin
  if exists (select from plan_task t join plan p on p.id = t.plan_id
    where t.id = coalesce(new.task_id, old.task_id) and p.stage not in ('draft', 'returned'))
  then
    raise exception 'plan: kế hoạch đã trình không được sửa mốc tiến độ' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger plan_milestone_kept before insert or update or delete on plan_milestone
  for each row execute function plan_milestones_kept();

create function plan_movement_open() returns trigger
  language plpgsql as $$
begin
  if new.movement_id is not null and exists (select from movement m where m.id = new.movement_id and m.restricted) then
    raise exception 'restricted_movement: không lập kế hoạch của phong trào hạn chế trên hệ thống' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger plan_not_restricted before insert or update on plan for each row execute function plan_movement_open();

alter table attachment drop constraint attachment_subject_known, add constraint attachment_subject_known
  check (subject_kind in ('actual', 'pledge', 'assigned_target', 'import', 'movement', 'plan', 'plan_progress', 'report'));

grant select, insert, update on plan to thidua_app;
grant select, insert, update, delete on plan_task, plan_milestone to thidua_app;
grant select, insert on plan_progress to thidua_app;
