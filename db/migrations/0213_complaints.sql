-- Complaints and denunciations about commendation: received, accepted or declined, answered; the sender is sealed.

create table complaint (
  id uuid primary key,
  code text not null constraint complaint_code_once unique,
  kind text not null constraint complaint_kind_known check (kind in ('complaint', 'denunciation')),
  handler_id uuid not null references unit,
  holder_id uuid references holder,
  honour_id uuid references honour,
  about text not null constraint complaint_about_given check (length(trim(about)) > 0),
  content text not null constraint complaint_content_given check (length(trim(content)) > 0),
  sender_sealed bytea,
  received_on date not null,
  stage text not null constraint complaint_stage_known check (stage in ('received', 'accepted', 'declined', 'answered', 'withdrawn')),
  stage_since timestamptz not null,
  accepted_on date,
  closed_on date,
  answer text,
  pending_id uuid references holder_pending,
  version integer not null default 1,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  constraint complaint_about_one check (honour_id is null or holder_id is not null),
  constraint complaint_closed_whole check ((stage in ('declined', 'answered', 'withdrawn')) = (closed_on is not null)
    and (closed_on is null) = (answer is null)),
  constraint complaint_accepted_first check (stage <> 'answered' or accepted_on is not null)
);
comment on table complaint is 'Khiếu nại, tố cáo về khen thưởng: tiếp nhận, thụ lý, trả lời. Người gửi được niêm phong (sender_sealed), xem phải có vai trò và bị ghi nhật ký.';
create index complaint_handler on complaint (handler_id, stage);
create index complaint_holder on complaint (holder_id) where holder_id is not null;

-- What was received keeps its words.
create function complaint_keep_content() returns trigger
  language plpgsql as $$
begin
  if (old.code, old.kind, old.handler_id, old.holder_id, old.honour_id, old.about, old.content, old.sender_sealed, old.received_on, old.entered_by)
    is distinct from (new.code, new.kind, new.handler_id, new.holder_id, new.honour_id, new.about, new.content, new.sender_sealed, new.received_on, new.entered_by)
    or old.stage in ('declined', 'answered', 'withdrawn')
  then
    raise exception 'complaint: đơn đã tiếp nhận không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger complaint_content_kept before update on complaint for each row execute function complaint_keep_content();

grant select, insert, update on complaint to thidua_app;
