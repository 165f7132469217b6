-- What other parts of the system have to say for the register: results of the yearly judgement, levels that a unit gave its people. Where somebody noted something else, a person chooses.

create table holder_offer (
  id uuid primary key,
  holder_id uuid not null references holder,
  note text not null constraint holder_offer_note_known check (note in ('year', 'block')),
  year integer not null constraint holder_offer_year_range check (year between 1945 and 2100),
  content jsonb not null constraint holder_offer_content_object check (jsonb_typeof(content) = 'object'),
  origin text not null constraint holder_offer_origin_known check (origin in ('judgement', 'level_list')),
  origin_id uuid not null,
  state text not null constraint holder_offer_state_known check (state in ('entered', 'same', 'waiting', 'replaced', 'kept')),
  offered_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  reason text,
  version integer not null default 1,
  constraint holder_offer_once unique (origin, origin_id, holder_id, note),
  constraint holder_offer_decided_whole check ((state in ('replaced', 'kept')) = (decided_at is not null and decided_by is not null and reason is not null))
);
comment on table holder_offer is 'Nội dung do phần khác của hệ thống chuyển sang sổ (kết quả chấm điểm đã chốt, xếp loại cá nhân đã xác nhận). entered: đã ghi vào sổ; same: sổ đã ghi đúng như vậy; waiting: sổ đang ghi khác, chờ người có thẩm quyền chọn; replaced: đã lấy nội dung chuyển sang; kept: giữ nội dung đã ghi.';
create index holder_offer_holder on holder_offer (holder_id);
create index holder_offer_waiting on holder_offer (state) where state = 'waiting';

grant select, insert, update on holder_offer to thidua_app;
