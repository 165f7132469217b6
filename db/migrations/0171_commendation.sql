-- What all parts of commendation stand on: who can be commended, what they hold, and the dossiers that propose them.

create table holder (
  id uuid primary key,
  kind text not null constraint holder_kind_known check (kind in ('person', 'collective', 'household')),
  name text not null constraint holder_name_given check (length(trim(name)) > 0),
  name_fold text generated always as (fold_vi(name)) stored,
  unit_id uuid not null references unit,
  group_code text constraint holder_group_known check (group_code in (
    'official', 'worker', 'farmer', 'labourer', 'entrepreneur', 'scholar', 'overseas', 'body', 'enterprise', 'commune', 'village')),
  gender text constraint holder_gender_known check (gender in ('female', 'male')),
  birth_year integer constraint holder_birth_year_range check (birth_year between 1850 and 2100),
  position_title text,
  is_leader boolean,
  works_directly boolean,
  founded_year integer constraint holder_founded_year_range check (founded_year between 1850 and 2100),
  ended_on date,
  person_id uuid constraint holder_person_once unique references person,
  is_unit_id uuid constraint holder_unit_once unique references unit,
  identity_sealed bytea,
  identity_lookup bytea,
  merged_into uuid references holder,
  version integer not null default 1,
  source text,
  import_id uuid references import_run,
  entered_by uuid references person,
  entered_at timestamptz not null,
  constraint holder_of_person check (kind = 'person' or (
    gender is null and birth_year is null and position_title is null and is_leader is null and works_directly is null
    and person_id is null and identity_sealed is null and identity_lookup is null)),
  constraint holder_of_collective check (kind = 'collective' or (founded_year is null and is_unit_id is null)),
  constraint holder_identity_whole check ((identity_sealed is null) = (identity_lookup is null)),
  constraint holder_not_into_itself check (merged_into is distinct from id)
);
comment on table holder is 'Đối tượng khen thưởng: cá nhân, tập thể, hộ gia đình. Điều không biết để trống, không đoán. merged_into: đã nhập vào dòng khác vì trùng.';
comment on column holder.ended_on is 'Ngày mất (cá nhân) hoặc ngày giải thể (tập thể).';
comment on column holder.identity_sealed is 'Số định danh, niêm phong bằng khóa dữ liệu; identity_lookup để tìm trùng.';
create index holder_unit on holder (unit_id, kind);
create index holder_name on holder using gin (name_fold gin_trgm_ops);
create index holder_identity on holder (identity_lookup) where identity_lookup is not null;
create index holder_merged on holder (merged_into) where merged_into is not null;

create table honour (
  id uuid primary key,
  holder_id uuid not null references holder,
  award_code text not null,
  year integer not null constraint honour_year_range check (year between 1945 and 2100),
  kind text constraint honour_kind_known check (kind in ('merit', 'sudden', 'movement', 'devotion', 'tenure', 'foreign')),
  achievement text,
  decision_number text not null,
  decided_on date not null,
  decided_by text not null,
  golden_book_number text,
  nominee_id uuid constraint honour_of_nominee_once unique,
  revoked_on date,
  revoked_by_number text,
  source text,
  import_id uuid references import_run,
  entered_by uuid references person,
  entered_at timestamptz not null,
  version integer not null default 1,
  constraint honour_from_somewhere check (nominee_id is not null or source is not null),
  constraint honour_revoked_whole check ((revoked_on is null) = (revoked_by_number is null))
);
comment on table honour is 'Danh hiệu, hình thức khen thưởng đã có quyết định; year là năm thành tích. Đã hủy bỏ (Luật Điều 93) thì ghi ngày và số quyết định hủy bỏ, dòng vẫn còn.';
create index honour_holder on honour (holder_id, year);
create unique index honour_once on honour (holder_id, award_code, year, decision_number);
create index honour_number on honour (decision_number);
create index honour_award on honour (award_code, year);

create table dossier (
  id uuid primary key,
  code text not null constraint dossier_code_once unique,
  unit_id uuid not null references unit,
  to_unit_id uuid not null references unit,
  route text not null constraint dossier_route_known check (route in ('territory', 'sector')),
  via_unit_id uuid references unit,
  kind text not null constraint dossier_kind_known check (kind in ('merit', 'sudden', 'movement', 'devotion', 'tenure', 'foreign')),
  simplified text constraint dossier_simplified_ground check (simplified in ('a', 'b', 'c', 'd')),
  year integer not null constraint dossier_year_range check (year between 2000 and 2100),
  movement_id uuid references movement,
  title text not null,
  paper_number text,
  paper_date date,
  stage text not null constraint dossier_stage_known check (stage in (
    'draft', 'submitted', 'returned', 'appraising', 'consulting', 'council', 'deciding', 'at_centre', 'decided', 'issued', 'refused',
    'withdrawn')),
  stage_since timestamptz not null,
  received_on date,
  version integer not null default 1,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  submitted_by uuid references person,
  submitted_for uuid references person,
  submitted_at timestamptz,
  return_reason text,
  return_ground text,
  constraint dossier_received_when_on_its_way check (
    stage in ('draft', 'submitted', 'returned', 'withdrawn') or received_on is not null),
  constraint dossier_submitted_by_somebody check (stage in ('draft', 'withdrawn') or submitted_by is not null),
  constraint dossier_returned_with_reason check (stage not in ('returned', 'refused') or length(return_reason) > 0),
  constraint dossier_sector_via_somebody check ((route = 'sector') = (via_unit_id is not null)),
  constraint dossier_movement_of_kind check (movement_id is null or kind = 'movement')
);
comment on table dossier is 'Hồ sơ đề nghị khen thưởng: một tờ trình, một hoặc nhiều đối tượng. to_unit_id: nơi thẩm định và quyết định. received_on: ngày tiếp nhận, theo đó chọn quy định áp dụng. simplified: điểm của Luật Điều 85 khi theo thủ tục đơn giản.';
create index dossier_unit on dossier (unit_id, year);
create index dossier_to on dossier (to_unit_id, stage);
create index dossier_stage on dossier (stage, stage_since);

create table nominee (
  id uuid primary key,
  dossier_id uuid not null references dossier,
  holder_id uuid not null references holder,
  award_code text not null,
  position integer not null,
  achievement text not null default '',
  outcome text not null default 'open' constraint nominee_outcome_known check (outcome in ('open', 'granted', 'refused', 'removed')),
  outcome_reason text,
  outcome_by uuid references person,
  outcome_at timestamptz,
  version integer not null default 1,
  constraint nominee_once_in_dossier unique (dossier_id, holder_id, award_code),
  constraint nominee_refused_with_reason check (outcome not in ('refused', 'removed') or length(outcome_reason) > 0),
  constraint nominee_decided_whole check ((outcome = 'open') = (outcome_at is null))
);
comment on table nominee is 'Đối tượng đề nghị trong một hồ sơ: đề nghị tặng gì, tóm tắt thành tích, kết quả. removed: đưa ra khỏi danh sách, có lý do.';
create index nominee_dossier on nominee (dossier_id, position);
create index nominee_holder on nominee (holder_id, award_code);
alter table honour add constraint honour_nominee foreign key (nominee_id) references nominee;

grant select, insert, update on holder, honour, dossier, nominee to thidua_app;
grant delete on nominee to thidua_app;
