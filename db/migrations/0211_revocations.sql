-- Awards taken back (Luật Điều 93; Nghị định 152/2025/NĐ-CP, Điều 56 to 58): proposed, appraised, decided by who granted them; what is recalled, and by when.

create table revocation (
  id uuid primary key,
  honour_id uuid not null references honour,
  unit_id uuid not null references unit,
  decider_id uuid not null references unit,
  ground text not null constraint revocation_ground_known check (ground in ('a', 'b', 'c', 'd')),
  statement text not null,
  stage text not null constraint revocation_stage_known check (stage in (
    'draft', 'proposed', 'appraised', 'decided', 'refused', 'withdrawn', 'restored')),
  stage_since timestamptz not null,
  opinion text,
  refusal text,
  decision_number text,
  decided_on date,
  decided_by_words text,
  restored_number text,
  restored_on date,
  restored_reason text,
  version integer not null default 1,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  submitted_by uuid references person,
  submitted_for uuid references person,
  submitted_at timestamptz,
  constraint revocation_statement_given check (stage in ('draft', 'withdrawn') or length(trim(statement)) > 0),
  constraint revocation_proposed_by_somebody check (stage in ('draft', 'withdrawn') or submitted_by is not null),
  constraint revocation_decided_whole check ((decision_number is null) = (decided_on is null) and (decided_on is null) = (decided_by_words is null)
    and (stage in ('decided', 'restored')) = (decided_on is not null)),
  constraint revocation_restored_whole check ((stage = 'restored') = (restored_number is not null) and (stage = 'restored') = (restored_on is not null)
    and (stage = 'restored') = (restored_reason is not null)),
  constraint revocation_restored_later check (restored_on >= decided_on),
  constraint revocation_refused_with_reason check (stage <> 'refused' or length(refusal) > 0)
);
comment on table revocation is 'Hủy bỏ quyết định khen thưởng (Luật Điều 93): căn cứ theo điểm a đến d khoản 2, đề nghị, thẩm định, quyết định, phục hồi nếu có quyết định hoặc bản án sau đó.';
create unique index revocation_one_open on revocation (honour_id) where stage in ('draft', 'proposed', 'appraised', 'decided');
create index revocation_decider on revocation (decider_id, stage);
create index revocation_unit on revocation (unit_id, stage);

create table recall_item (
  id uuid primary key,
  revocation_id uuid not null references revocation,
  position integer not null,
  kind text not null constraint recall_item_kind_known check (kind in ('item', 'money')),
  what text not null constraint recall_item_what_given check (length(trim(what)) > 0),
  amount bigint constraint recall_item_amount_positive check (amount > 0),
  payment_id uuid references bonus_payment,
  due_on date not null,
  returned_on date,
  note text,
  entry_id uuid references fund_entry,
  recorded_by uuid references person,
  version integer not null default 1,
  constraint recall_item_once unique (revocation_id, position),
  constraint recall_item_money_whole check ((kind = 'money') = (amount is not null) and (kind = 'money') = (payment_id is not null)),
  constraint recall_item_returned_whole check ((returned_on is null) = (recorded_by is null))
);
comment on table recall_item is 'Hiện vật, tiền thưởng phải thu hồi sau khi hủy bỏ, hạn nộp (Nghị định 152/2025, Điều 58), đã nộp hay chưa.';

-- What was proposed keeps its words.
create function revocation_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.stage <> 'draft' and
     (old.honour_id, old.unit_id, old.decider_id, old.ground, old.statement)
     is distinct from (new.honour_id, new.unit_id, new.decider_id, new.ground, new.statement)
  then
    raise exception 'revocation: nội dung đã đề nghị không được sửa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger revocation_content_kept before update on revocation for each row execute function revocation_keep_content();

-- A day of revocation stands, but that a later decision may restore what was revoked here.
create or replace function honour_keep_content() returns trigger
  language plpgsql as $$
begin
  if old.nominee_id is not null and
     (old.award_code, old.year, old.kind, old.decision_number, old.decided_on, old.decided_by, old.nominee_id)
     is distinct from (new.award_code, new.year, new.kind, new.decision_number, new.decided_on, new.decided_by, new.nominee_id)
  then
    raise exception 'honour: khen thưởng theo quyết định ban hành trong hệ thống không được sửa nội dung' using errcode = 'insufficient_privilege';
  end if;
  if old.revoked_on is not null and new.revoked_on is distinct from old.revoked_on and not (
    new.revoked_on is null and exists (select from revocation r where r.honour_id = old.id and r.stage = 'decided'))
  then
    raise exception 'honour: đã hủy bỏ, không sửa ngày hủy bỏ' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

do $$
declare kinds text;
begin
  select string_agg(distinct quote_literal(m[1]), ', ') into kinds
  from pg_constraint c, regexp_matches(pg_get_constraintdef(c.oid), '''([a-z_]+)''', 'g') m
  where c.conname = 'attachment_subject_known';
  execute format('alter table attachment drop constraint attachment_subject_known, add constraint attachment_subject_known
    check (subject_kind in (%s, ''revocation''))', kinds);
end
$$;

grant select, insert, update on revocation, recall_item to thidua_app;
