-- Tasks of a plan name the units that join, an owner and the criteria they serve; pledges belong to a plan; a unit that
-- joins reports its own part.

alter table plan_task add column owner text not null default '';
comment on column plan_task.owner is 'Người phụ trách: họ tên, chức vụ.';
create index plan_task_lead on plan_task (lead_unit_id) where lead_unit_id is not null;

create table plan_task_unit (
  task_id uuid not null references plan_task on delete cascade,
  unit_id uuid not null references unit,
  constraint plan_task_unit_pk primary key (task_id, unit_id)
);
comment on table plan_task_unit is 'Đơn vị phối hợp thực hiện nhiệm vụ của kế hoạch.';
create index plan_task_unit_unit on plan_task_unit (unit_id);
create trigger plan_task_unit_kept before insert or update or delete on plan_task_unit
  for each row execute function plan_milestones_kept();

create table plan_task_criterion (
  task_id uuid not null references plan_task on delete cascade,
  criterion_code text not null references scheme_criterion,
  constraint plan_task_criterion_pk primary key (task_id, criterion_code)
);
comment on table plan_task_criterion is 'Nội dung thi đua của đề án mà nhiệm vụ thực hiện.';
create trigger plan_task_criterion_kept before insert or update or delete on plan_task_criterion
  for each row execute function plan_milestones_kept();

create table plan_pledge (
  plan_id uuid not null references plan,
  pledge_id uuid not null references pledge,
  constraint plan_pledge_pk primary key (plan_id, pledge_id)
);
comment on table plan_pledge is 'Đăng ký chỉ tiêu thi đua của đơn vị được đưa vào kế hoạch.';
create trigger plan_pledge_kept before insert or update or delete on plan_pledge
  for each row execute function plan_lines_kept();

alter table plan_progress
  add column part_unit_id uuid references unit,
  add constraint plan_progress_part_of_task check (part_unit_id is null or line_kind = 'task');
comment on column plan_progress.part_unit_id is 'Đơn vị chủ trì, phối hợp báo cáo phần việc của mình; trống là báo cáo chung của đơn vị lập kế hoạch.';
drop index plan_progress_line;
create index plan_progress_line on plan_progress (line_id, reported_at desc, id desc) where part_unit_id is null;
create index plan_progress_part on plan_progress (line_id, part_unit_id, reported_at desc, id desc) where part_unit_id is not null;

grant select, insert, update, delete on plan_task_unit, plan_task_criterion, plan_pledge to thidua_app;
