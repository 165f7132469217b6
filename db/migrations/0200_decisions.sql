-- Decisions: which dossiers and nominees, what was decided on each, number, signatures. The papers themselves lie in the files.

create table number_book (
  id uuid primary key,
  unit_id uuid not null references unit,
  kind text not null constraint number_book_kind_known check (kind in ('decision', 'golden')),
  year integer not null constraint number_book_year_range check (year between 2000 and 2100),
  mode text not null default 'own' constraint number_book_mode_known check (mode in ('own', 'hand')),
  last_number integer not null default 0 constraint number_book_counts check (last_number >= 0),
  version integer not null default 1,
  constraint number_book_once unique (unit_id, kind, year)
);
comment on table number_book is 'Sổ số của một cơ quan trong một năm (Nghị định 30/2020, Điều 15): số quyết định, số sổ vàng. own: hệ thống cấp liên tiếp; hand: văn thư ghi số theo sổ chung của cơ quan.';

create table decision (
  id uuid primary key,
  unit_id uuid not null references unit,
  year integer not null constraint decision_year_range check (year between 2000 and 2100),
  stage text not null constraint decision_stage_known check (stage in (
    'draft', 'submitted', 'numbered', 'signed', 'sealed', 'issued', 'withdrawn')),
  stage_since timestamptz not null,
  version integer not null default 1,
  content jsonb not null,
  drafted_by uuid not null references person,
  drafted_at timestamptz not null,
  submitted_by uuid references person,
  submitted_for uuid references person,
  submitted_at timestamptz,
  number integer constraint decision_number_positive check (number > 0),
  decided_on date,
  approved_by uuid references person,
  approved_at timestamptz,
  paper text,
  sign_place jsonb,
  signed_paper text,
  sealed_paper text,
  issued_by uuid references person,
  issued_at timestamptz,
  return_reason text,
  withdraw_reason text,
  constraint decision_submitted_by_somebody check (stage in ('draft', 'withdrawn') or submitted_by is not null),
  constraint decision_numbered_whole check (
    stage in ('draft', 'submitted', 'withdrawn')
    or (number is not null and decided_on is not null and approved_by is not null and paper is not null)),
  constraint decision_signed_whole check (stage not in ('signed', 'sealed', 'issued') or signed_paper is not null),
  constraint decision_sealed_whole check (stage not in ('sealed', 'issued') or sealed_paper is not null),
  constraint decision_issued_whole check ((stage = 'issued') = (issued_at is not null)),
  constraint decision_withdrawn_with_reason check (stage <> 'withdrawn' or length(withdraw_reason) > 0)
);
comment on table decision is 'Quyết định khen thưởng: dự thảo, số, ngày, bản cuối cùng và các bản đã ký (địa chỉ theo nội dung trong kho tệp). Đã ký mà thu hồi thì số vẫn thuộc về nó; chưa ký thì số trả về sổ.';
create index decision_unit on decision (unit_id, year desc, number desc);
create index decision_stage on decision (stage, stage_since);
create index decision_papers on decision (sealed_paper) where sealed_paper is not null;

create table book_number (
  book_id uuid not null references number_book,
  number integer not null constraint book_number_positive check (number > 0),
  decision_id uuid references decision,
  taken_at timestamptz not null,
  constraint book_number_pk primary key (book_id, number)
);
comment on table book_number is 'Số đã lấy trong sổ; decision_id trống: đã trả về (chưa ký), sẽ cấp lại trước khi lấy số mới.';
create unique index book_number_of_decision on book_number (decision_id) where decision_id is not null;

create table decision_line (
  id uuid primary key,
  decision_id uuid not null references decision,
  nominee_id uuid not null references nominee,
  position integer not null,
  verdict text not null constraint decision_line_verdict_known check (verdict in ('grant', 'refuse')),
  reason text,
  posthumous boolean not null default false,
  answer text,
  initiative_id uuid references initiative,
  is_live boolean not null default true,
  version integer not null default 1,
  constraint decision_line_once unique (decision_id, nominee_id),
  constraint decision_line_refused_with_reason check (verdict = 'grant' or length(reason) > 0)
);
comment on table decision_line is 'Từng đối tượng trong một quyết định: tặng hay không, lý do, truy tặng, trả lời điều hệ thống hỏi (đã mất, bị kỷ luật), sáng kiến làm căn cứ. is_live: quyết định chưa thu hồi.';
create unique index decision_line_live on decision_line (nominee_id) where is_live;
create index decision_line_decision on decision_line (decision_id, position);

create table decision_signing (
  id uuid primary key,
  decision_id uuid not null references decision,
  part text not null constraint decision_signing_part_known check (part in ('person', 'seal')),
  state text not null constraint decision_signing_state_known check (state in ('prepared', 'done', 'dropped')),
  base_paper text not null,
  prepared_paper text not null,
  range integer[] not null constraint decision_signing_range_whole check (cardinality(range) = 4),
  digest text not null,
  person_id uuid not null references person,
  on_behalf_of_id uuid references person,
  prepared_at timestamptz not null,
  signed_paper text,
  done_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  constraint decision_signing_done_whole check ((state = 'done') = (signed_paper is not null and done_at is not null))
);
comment on table decision_signing is 'Ký số một quyết định, hai nửa: bản chờ ký (giữ nguyên để ký lại đúng bản đó khi dịch vụ ký gián đoạn) và bản đã gắn chữ ký. person: người có thẩm quyền; seal: cơ quan.';
create unique index decision_signing_once on decision_signing (decision_id, part) where state <> 'dropped';
create index decision_signing_waiting on decision_signing (prepared_at) where state = 'prepared';

create table signing_identity (
  id uuid primary key,
  person_id uuid references person,
  unit_id uuid references unit,
  credential_id text,
  picture bytea,
  picture_width_mm integer constraint signing_identity_width check (picture_width_mm between 5 and 90),
  picture_height_mm integer constraint signing_identity_height check (picture_height_mm between 5 and 90),
  version integer not null default 1,
  set_by uuid references person,
  set_at timestamptz not null,
  constraint signing_identity_of_one check ((person_id is null) <> (unit_id is null)),
  constraint signing_identity_person_once unique (person_id),
  constraint signing_identity_unit_once unique (unit_id),
  constraint signing_identity_picture_small check (picture is null or octet_length(picture) <= 262144),
  constraint signing_identity_picture_sized check ((picture is null) = (picture_width_mm is null) and (picture is null) = (picture_height_mm is null))
);
comment on table signing_identity is 'Hình chữ ký (xanh), hình dấu (đỏ) dạng .png nền trong và tên khóa ở dịch vụ ký từ xa của một người hoặc một cơ quan. Không chứa khóa.';

-- What was issued stays as it was.
create function decision_keep_issued() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.stage = 'issued' then
    raise exception 'decision: quyết định đã ban hành không sửa, không xóa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger decision_issued_kept before update or delete on decision for each row execute function decision_keep_issued();

create function decision_line_keep_issued() returns trigger
  language plpgsql as $$
begin
  if exists (select from decision d where d.id = old.decision_id and d.stage = 'issued') then
    raise exception 'decision_line: quyết định đã ban hành không sửa danh sách' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger decision_line_issued_kept before update or delete on decision_line for each row execute function decision_line_keep_issued();

grant select, insert, update on number_book, decision, decision_line, decision_signing, signing_identity, book_number to thidua_app;
grant delete on decision_line to thidua_app;
