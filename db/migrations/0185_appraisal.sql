-- Appraisal: what is checked of each nominee and concluded, flags of other bodies, opinions asked of bodies and of the people.

-- Which bodies are asked about whom: data with a source, never code. Public lists, terms and the council's part are provisions (0172).
create table asked_body (
  id uuid primary key,
  body text not null constraint asked_body_named check (length(trim(body)) > 0),
  unit_id uuid references unit,
  award_code text,
  award_level text constraint asked_body_level_known check (award_level in ('centre', 'province', 'base')),
  dossier_kind text constraint asked_body_kind_known check (
    dossier_kind in ('merit', 'sudden', 'movement', 'devotion', 'tenure', 'foreign')),
  holder_group text,
  silence_agrees boolean not null default false,
  basis text not null constraint asked_body_basis_given check (length(trim(basis)) > 0),
  state text not null constraint asked_body_state_known check (state in ('read', 'second_hand', 'default', 'not_read')),
  valid_from date not null,
  valid_until date,
  proposed_by uuid references person,
  proposed_at timestamptz,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  ended_by uuid references person,
  version integer not null default 1,
  constraint asked_body_period check (valid_until is null or valid_until >= valid_from),
  constraint asked_body_proposed_whole check ((proposed_by is null) = (proposed_at is null)),
  constraint asked_body_confirmed_whole check ((confirmed_by is null) = (confirmed_at is null)),
  constraint asked_body_four_eyes check (confirmed_by is distinct from proposed_by or confirmed_by is null)
);
comment on table asked_body is 'Cơ quan phải lấy ý kiến khi thẩm định, với danh hiệu, hình thức, loại hồ sơ, đối tượng nào (trống: bất kỳ); có căn cứ, mức độ xác minh. Dòng do người đề xuất chỉ áp dụng khi người khác đã xác nhận; dòng không có người đề xuất là của phần mềm.';

insert into asked_body (id, body, dossier_kind, award_level, holder_group, basis, state, valid_from) values
  ('01850000-0000-7000-8000-000000000001', 'Bộ Công an', 'foreign', null, null, 'Nghị định 152/2025/NĐ-CP, Điều 34', 'second_hand', '2025-07-01'),
  ('01850000-0000-7000-8000-000000000002', 'Bộ Ngoại giao', 'foreign', null, null, 'Nghị định 152/2025/NĐ-CP, Điều 34', 'second_hand', '2025-07-01'),
  ('01850000-0000-7000-8000-000000000003', 'Cơ quan thuế', null, 'centre', 'enterprise', 'Nghị định 152/2025/NĐ-CP, Điều 34', 'second_hand', '2025-07-01'),
  ('01850000-0000-7000-8000-000000000004', 'Cơ quan quản lý nhà nước về môi trường', null, 'centre', 'enterprise', 'Nghị định 152/2025/NĐ-CP, Điều 34', 'second_hand', '2025-07-01'),
  ('01850000-0000-7000-8000-000000000005', 'Cơ quan bảo hiểm xã hội', null, 'centre', 'enterprise', 'Nghị định 152/2025/NĐ-CP, Điều 34', 'second_hand', '2025-07-01');

create table nominee_appraisal (
  nominee_id uuid primary key references nominee on delete cascade,
  conclusion text constraint nominee_appraisal_conclusion_known check (conclusion in ('qualified', 'lacking', 'removed')),
  reason text not null default '',
  checks jsonb not null default '{}',
  facts jsonb,
  concluded_by uuid references person,
  concluded_for uuid references person,
  concluded_at timestamptz,
  version integer not null default 1,
  constraint nominee_appraisal_concluded_whole check (
    (conclusion is null) = (concluded_at is null) and (conclusion is null) = (concluded_by is null)),
  constraint nominee_appraisal_reason check (conclusion is null or conclusion = 'qualified' or length(trim(reason)) > 0),
  constraint nominee_appraisal_facts check (conclusion is null or facts is not null)
);
comment on table nominee_appraisal is 'Thẩm định từng đối tượng: checks là nhận xét từng điều kiện (đạt, không đạt, cần bổ sung, lý do); facts là dữ liệu sổ khen thưởng khi kết luận, để biết có thay đổi sau thẩm định.';

create table dossier_appraisal (
  dossier_id uuid primary key references dossier,
  summary text not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  version integer not null default 1
);
comment on table dossier_appraisal is 'Nhận xét chung của cơ quan thẩm định về cả hồ sơ.';

create table flag_kind (
  code text primary key,
  position integer not null,
  name text not null,
  body text not null,
  tells_unit boolean not null default false,
  basis text not null,
  state text not null constraint flag_kind_state_known check (state in ('read', 'second_hand', 'default', 'not_read')),
  is_active boolean not null default true,
  changed_by uuid references person,
  version integer not null default 1
);
comment on table flag_kind is 'Loại cảnh báo do cơ quan khác gửi đến. Danh mục ban đầu theo thông lệ của một tỉnh (Quyết định 86/2025/QĐ-UBND tỉnh Bắc Ninh, Điều 10), chưa được tỉnh xác nhận. tells_unit: đơn vị trình được biết là có nội dung đang xác minh (không biết nội dung).';

insert into flag_kind (code, position, name, body, basis, state) select code, position, name, body,
  'Mặc định theo Quyết định 86/2025/QĐ-UBND tỉnh Bắc Ninh, Điều 10; tỉnh chưa xác nhận', 'default'
from (values
  ('te-nan-xa-hoi', 1, 'Tệ nạn xã hội', 'Công an tỉnh'),
  ('phong-chay', 2, 'Phòng cháy, chữa cháy', 'Công an tỉnh'),
  ('giao-thong', 3, 'An toàn giao thông', 'Công an tỉnh'),
  ('ky-luat', 4, 'Kỷ luật', 'Sở Nội vụ'),
  ('cai-cach-hanh-chinh', 5, 'Cải cách hành chính', 'Sở Nội vụ'),
  ('an-toan-lao-dong', 6, 'An toàn, vệ sinh lao động', 'Sở Nội vụ'),
  ('moi-truong', 7, 'Bảo vệ môi trường', 'Sở Nông nghiệp và Môi trường'),
  ('thue', 8, 'Nghĩa vụ thuế', 'Cơ quan thuế'),
  ('bao-hiem', 9, 'Đóng bảo hiểm xã hội', 'Bảo hiểm xã hội'),
  ('thanh-tra', 10, 'Thanh tra, kiểm tra', 'Thanh tra tỉnh'),
  ('khieu-nai-to-cao', 11, 'Khiếu nại, tố cáo', 'Thanh tra tỉnh'),
  ('an-toan-thuc-pham', 12, 'An toàn thực phẩm', 'Sở Y tế'),
  ('sang-kien', 13, 'Sáng kiến', 'Sở Khoa học và Công nghệ'),
  ('chuyen-doi-so', 14, 'Chuyển đổi số', 'Sở Khoa học và Công nghệ'),
  ('khac', 15, 'Nội dung khác', 'Cơ quan khác')) as k(code, position, name, body);

create table flag (
  id uuid primary key,
  at_unit_id uuid not null references unit,
  kind_code text not null references flag_kind,
  body text not null constraint flag_body_given check (length(trim(body)) > 0),
  stated_name text not null constraint flag_name_given check (length(trim(stated_name)) > 0),
  stated_unit text not null,
  identity_sealed bytea,
  identity_lookup bytea,
  holder_id uuid references holder,
  matched_by text constraint flag_matched_how check (matched_by in ('identity', 'name', 'person')),
  period_from date,
  period_until date,
  paper_number text not null,
  paper_date date,
  what text not null constraint flag_what_given check (length(trim(what)) > 0),
  expires_on date,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdraw_reason text,
  import_id uuid references import_run,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  version integer not null default 1,
  constraint flag_identity_whole check ((identity_sealed is null) = (identity_lookup is null)),
  constraint flag_matched_whole check ((holder_id is null) = (matched_by is null)),
  constraint flag_period check (period_until is null or period_from is null or period_until >= period_from),
  constraint flag_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null)
    and (withdrawn_at is null) = (withdraw_reason is null))
);
comment on table flag is 'Cảnh báo do cơ quan khác cung cấp về một đối tượng (thuế, công an, môi trường, thanh tra …). Không tự loại ai: người thẩm định xem xét với từng đối tượng đề nghị. Chưa khớp với đối tượng nào thì holder_id để trống.';
create index flag_holder on flag (holder_id) where holder_id is not null;
create index flag_unmatched on flag (at_unit_id, entered_at) where holder_id is null;
create index flag_import on flag (import_id) where import_id is not null;

create table flag_decision (
  flag_id uuid not null references flag,
  nominee_id uuid not null references nominee on delete cascade,
  effect text not null constraint flag_decision_effect_known check (effect in ('affects', 'no_effect')),
  reason text not null constraint flag_decision_reason_given check (length(trim(reason)) > 0),
  decided_by uuid not null references person,
  decided_for uuid references person,
  decided_at timestamptz not null,
  version integer not null default 1,
  constraint flag_decision_pk primary key (flag_id, nominee_id)
);
comment on table flag_decision is 'Người thẩm định kết luận một cảnh báo ảnh hưởng hay không ảnh hưởng đến việc đề nghị khen thưởng một đối tượng, có lý do.';
create index flag_decision_nominee on flag_decision (nominee_id);

create table opinion_request (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  body text not null constraint opinion_request_body_given check (length(trim(body)) > 0),
  unit_id uuid references unit,
  rule_id uuid references asked_body,
  basis text not null,
  working_days integer not null constraint opinion_request_days_positive check (working_days between 1 and 200),
  silence_agrees boolean not null default false,
  state text not null constraint opinion_request_state_known check (state in ('waiting', 'answered', 'silent', 'waived', 'withdrawn')),
  sent_on date,
  due_on date,
  letter_number text,
  letter_date date,
  answer text constraint opinion_request_answer_known check (answer in ('agree', 'disagree', 'other')),
  answer_text text,
  answer_number text,
  answer_date date,
  answered_by uuid references person,
  answered_for uuid references person,
  answered_at timestamptz,
  waive_reason text,
  reminded_on date,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  version integer not null default 1,
  constraint opinion_request_sent_whole check ((state = 'waived') = (sent_on is null) and (sent_on is null) = (due_on is null)),
  constraint opinion_request_waived_with_reason check ((state = 'waived') = (waive_reason is not null)),
  constraint opinion_request_answered_whole check ((state = 'answered') = (answer is not null)
    and (answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  constraint opinion_request_why check (answer is null or answer = 'agree' or length(trim(answer_text)) > 0),
  constraint opinion_request_outside_with_paper check (answer is null or unit_id is not null
    or (length(trim(answer_number)) > 0 and answer_date is not null))
);
comment on table opinion_request is 'Lấy ý kiến (hiệp y) một cơ quan về một hồ sơ: hạn trả lời tính bằng ngày làm việc. silent: không có ý kiến trả lời trong thời hạn, không coi là đồng ý trừ khi quy định nói vậy (silence_agrees). waived: không lấy, có lý do. withdrawn: hồ sơ đã trả lại, ý kiến của lần gửi trước.';
create index opinion_request_dossier on opinion_request (dossier_id);
create index opinion_request_unit on opinion_request (unit_id, state) where unit_id is not null;
create index opinion_request_waiting on opinion_request (due_on) where state = 'waiting';
create unique index opinion_request_once on opinion_request (dossier_id, lower(body)) where state = 'waiting';

create table public_list (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  working_days integer not null constraint public_list_days_positive check (working_days between 1 and 200),
  basis text not null,
  opened_on date not null,
  closes_on date not null,
  state text not null constraint public_list_state_known check (state in ('open', 'closed', 'withdrawn')),
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  close_reason text,
  version integer not null default 1,
  constraint public_list_period check (closes_on > opened_on),
  constraint public_list_closed_whole check ((state = 'open') = (closed_at is null) and (closed_at is null) = (closed_by is null)),
  constraint public_list_withdrawn_with_reason check (state <> 'withdrawn' or length(trim(close_reason)) > 0)
);
comment on table public_list is 'Danh sách đề nghị khen thưởng công khai lấy ý kiến Nhân dân (Nghị định 152/2025/NĐ-CP, Điều 44): từ ngày, hết ngày (đủ số ngày làm việc).';
create unique index public_list_one_open on public_list (dossier_id) where state <> 'withdrawn';

create table public_list_item (
  list_id uuid not null references public_list,
  nominee_id uuid not null references nominee on delete cascade,
  position integer not null,
  name text not null,
  unit_name text not null,
  award_code text not null,
  achievement text not null,
  withdrawn_at timestamptz,
  constraint public_list_item_pk primary key (list_id, nominee_id)
);
comment on table public_list_item is 'Đúng những gì được công khai về từng đối tượng, không gì khác.';

create table public_list_change (
  id uuid primary key,
  list_id uuid not null references public_list,
  at timestamptz not null,
  by_id uuid not null references person,
  what text not null constraint public_list_change_known check (what in ('extended', 'added', 'removed', 'reworded')),
  reason text not null constraint public_list_change_reason check (length(trim(reason)) > 0),
  closed_on_before date not null,
  closes_on date not null
);
comment on table public_list_change is 'Danh sách công khai thay đổi: thêm, bớt, sửa lời, kéo dài; lý do, thời hạn trước và sau.';
create index public_list_change_of on public_list_change (list_id, at);
create trigger public_list_change_kept before update or delete on public_list_change for each row execute function refuse_change();

create table public_opinion (
  id uuid primary key,
  list_id uuid not null references public_list,
  nominee_id uuid references nominee on delete set null,
  text_sealed bytea not null,
  sender_sealed bytea,
  receipt_lookup bytea not null constraint public_opinion_receipt_unique unique,
  received_at timestamptz not null,
  outcome text constraint public_opinion_outcome_known check (outcome in ('accepted', 'not_accepted', 'passed_on')),
  outcome_reason text,
  passed_to text,
  handled_by uuid references person,
  handled_for uuid references person,
  handled_at timestamptz,
  version integer not null default 1,
  constraint public_opinion_handled_whole check ((outcome is null) = (handled_at is null)
    and (outcome is null) = (handled_by is null) and (outcome is null) = (outcome_reason is null)),
  constraint public_opinion_passed_to_somebody check ((outcome = 'passed_on') = (passed_to is not null) or outcome is null)
);
comment on table public_opinion is 'Ý kiến của người dân về danh sách công khai: nội dung và người gửi niêm phong, chỉ người thẩm định mở. receipt_lookup để tra mã nhận.';
create index public_opinion_list on public_opinion (list_id, received_at);

-- Whatever lists of kinds stand there by now, and these.
do $$
declare
  one record;
begin
  for one in
    select c.conname, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as said, k.kind
    from pg_constraint c join (values ('attachment_subject_known', 'opinion_request'), ('import_run_kind_known', 'flags')) k(name, kind)
      on c.conname = k.name
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.place, one.conname, one.conname,
      replace(one.said, 'ARRAY[', format('ARRAY[%L::text, ', one.kind)));
  end loop;
end
$$;

grant select, insert, update on asked_body, nominee_appraisal, dossier_appraisal, flag_kind, flag, flag_decision, opinion_request,
  public_list, public_list_item, public_opinion to thidua_app;
grant select, insert on public_list_change to thidua_app;
grant delete on nominee_appraisal, flag_decision to thidua_app;
