-- Evidence, messages, mail going out, imports.

create table stored_file (
  hash text primary key constraint stored_file_hash_shape check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null,
  media_type text not null,
  stored_at timestamptz not null
);
comment on table stored_file is 'Tệp lưu theo mã băm nội dung.';

create table attachment (
  id uuid primary key,
  hash text not null references stored_file,
  name text not null,
  subject_kind text not null constraint attachment_subject_known check (subject_kind in ('actual', 'pledge', 'assigned_target', 'import')),
  subject_id uuid not null,
  unit_id uuid not null references unit,
  attached_by uuid not null references person,
  attached_at timestamptz not null,
  detached_at timestamptz
);
comment on table attachment is 'Minh chứng gắn với hồ sơ, số liệu.';
create index attachment_subject on attachment (subject_kind, subject_id) where detached_at is null;
create index attachment_hash on attachment (hash);

create table message (
  id uuid primary key,
  person_id uuid not null references person,
  entry_id uuid not null,
  kind text not null,
  facts jsonb not null,
  link text,
  created_at timestamptz not null,
  read_at timestamptz,
  constraint message_once unique (entry_id, person_id)
);
comment on table message is 'Tin nhắn trong hệ thống.';
create index message_person on message (person_id, created_at desc);
create index message_unread on message (person_id) where read_at is null;

create table outgoing_mail (
  id uuid primary key,
  person_id uuid references person,
  address_sealed bytea not null,
  subject text not null,
  body_sealed bytea not null,
  state text not null constraint outgoing_mail_state_known check (state in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz
);
comment on table outgoing_mail is 'Thư điện tử chờ gửi và đã gửi.';
create index outgoing_mail_queued on outgoing_mail (created_at) where state = 'queued';

create table import_run (
  id uuid primary key,
  kind text not null constraint import_run_kind_known check (kind in ('actuals', 'units', 'accounts', 'targets', 'pledges')),
  hash text not null references stored_file,
  file_name text not null,
  facts jsonb not null default '{}',
  unit_id uuid references unit,
  stage text not null constraint import_run_stage_known check (stage in ('checking', 'checked', 'queued', 'running', 'done', 'failed', 'discarded')),
  total integer not null default 0,
  done integer not null default 0,
  summary jsonb not null default '{}',
  version integer not null default 1,
  uploaded_by uuid not null references person,
  created_at timestamptz not null,
  finished_at timestamptz
);
comment on table import_run is 'Lần nạp tệp: xem trước, lỗi theo ô, tiến độ, kết quả.';
create index import_run_person on import_run (uploaded_by, created_at desc);

grant select, insert on stored_file to thidua_app;
grant select, insert, update on attachment, message, outgoing_mail, import_run to thidua_app;
