-- Urging: who answers for which duty, what was sent to whom and when, and what was passed upwards. Duties themselves are
-- not kept: they are read from rounds, values, plans, pledges and movements each time.

create table duty_owner (
  unit_id uuid not null references unit,
  kind text not null constraint duty_owner_kind_known check (
    kind in ('report', 'values', 'plan', 'pledge', 'task', 'milestone', 'receipt', 'finding', 'initiative')),
  duty_key text not null default '',
  person_id uuid references person,
  version integer not null default 1,
  named_by uuid not null references person,
  named_at timestamptz not null,
  constraint duty_owner_pk primary key (unit_id, kind, duty_key)
);
comment on table duty_owner is 'Người phụ trách được phân công cho một loại nhiệm vụ của đơn vị (duty_key để trống) hoặc cho một nhiệm vụ; person_id trống là đã bỏ phân công.';

create table reminder (
  id uuid primary key,
  day date not null,
  sent_by uuid not null references person,
  sent_for uuid references person,
  sent_at timestamptz not null
);
comment on table reminder is 'Lần nhắc do người có thẩm quyền gửi.';

create table reminder_line (
  duty_key text not null,
  day date not null,
  reminder_id uuid not null references reminder,
  unit_id uuid not null references unit,
  constraint reminder_line_once_a_day primary key (duty_key, day)
);
comment on table reminder_line is 'Nhiệm vụ đã nhắc trong ngày; mỗi nhiệm vụ mỗi ngày chỉ nhắc một lần.';
create index reminder_line_of_reminder on reminder_line (reminder_id);
create index reminder_line_of_unit on reminder_line (unit_id, day desc);

create table digest_day (
  day date primary key,
  finished_at timestamptz not null
);
comment on table digest_day is 'Ngày đã gửi xong bản tổng hợp nhắc việc.';

create table digest (
  id uuid primary key,
  person_id uuid not null references person,
  day date not null,
  made_at timestamptz not null,
  constraint digest_once_a_day unique (person_id, day)
);
comment on table digest is 'Bản tổng hợp nhắc việc của một người trong một ngày: mỗi người mỗi ngày một bản.';

create table digest_choice (
  person_id uuid primary key references person,
  by_mail boolean not null,
  changed_at timestamptz not null
);
comment on table digest_choice is 'Người không nhận bản tổng hợp nhắc việc qua thư điện tử; tin trong hệ thống vẫn có.';

create table escalation (
  duty_key text not null,
  level text not null constraint escalation_level_known check (level in ('head', 'appraiser')),
  batch_id uuid not null,
  unit_id uuid not null references unit,
  due_on date not null,
  at timestamptz not null,
  closed_at timestamptz,
  constraint escalation_once primary key (duty_key, level)
);
comment on table escalation is 'Nhiệm vụ quá hạn đã báo lên thủ trưởng, rồi lên cơ quan thẩm định: mỗi nhiệm vụ mỗi cấp một lần.';
create index escalation_batch on escalation (batch_id);
create index escalation_open on escalation (level, unit_id) where closed_at is null;

grant select, insert, update on duty_owner, digest_choice, escalation to thidua_app;
grant select, insert on reminder, reminder_line, digest, digest_day to thidua_app;
