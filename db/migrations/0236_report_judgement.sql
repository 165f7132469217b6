-- What a person found of two reports that are alike, and looking through all reports of dossiers at once.

create table report_judgement (
  id uuid primary key,
  first_id uuid not null references nominee on delete cascade,
  second_id uuid not null references nominee on delete cascade,
  verdict text not null constraint report_judgement_verdict_known check (verdict in ('copied', 'common_text', 'same_collective', 'no_matter')),
  reason text not null constraint report_judgement_reason_given check (length(trim(reason)) between 1 and 2000),
  texts_hash text not null constraint report_judgement_hash_shape check (texts_hash ~ '^[0-9a-f]{64}$'),
  judged_by uuid not null references person,
  judged_for uuid references person,
  judged_at timestamptz not null,
  constraint report_judgement_ordered check (first_id < second_id)
);
comment on table report_judgement is 'Người thẩm định kết luận về hai báo cáo thành tích giống nhau: sao chép, cùng văn bản chung, cùng tập thể, không ảnh hưởng. texts_hash: lời của hai báo cáo khi kết luận; lời đổi thì phải xem lại. Chỉ thêm, không sửa.';
create index report_judgement_pair on report_judgement (first_id, second_id, judged_at desc);
create index report_judgement_second on report_judgement (second_id);

create table report_look (
  id uuid primary key,
  dossier_ids uuid[] not null constraint report_look_of_some check (cardinality(dossier_ids) between 1 and 500),
  is_round boolean not null,
  state text not null constraint report_look_state_known check (state in ('queued', 'running', 'done')),
  total integer not null constraint report_look_total_range check (total >= 0),
  done integer not null default 0,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  finished_at timestamptz,
  constraint report_look_finished_whole check ((state = 'done') = (finished_at is not null))
);
comment on table report_look is 'Một lần rà báo cáo thành tích giống nhau của cả hồ sơ hoặc nhiều hồ sơ đang thẩm định; người yêu cầu xem kết quả.';
create index report_look_of on report_look (asked_by, asked_at desc);

create table report_look_pair (
  look_id uuid not null references report_look on delete cascade,
  first_id uuid not null references nominee on delete cascade,
  second_id uuid not null references nominee on delete cascade,
  share real not null constraint report_look_pair_share check (share between 0 and 1),
  constraint report_look_pair_pk primary key (look_id, first_id, second_id)
);
comment on table report_look_pair is 'Hai báo cáo giống nhau mà lần rà tìm thấy; share là phần lời chung lớn hơn của hai bên.';

grant select, insert on report_judgement to thidua_app;
grant select, insert, update on report_look to thidua_app;
grant select, insert, delete on report_look_pair to thidua_app;
