-- The yearly judgement of units: criteria sets, judgements of a block's year, score cards, objections, frozen results.

create table criteria_set (
  id uuid primary key,
  block_id uuid references block,
  movement_id uuid references movement,
  year smallint not null constraint criteria_set_year check (year between 2000 and 2100),
  review text constraint criteria_set_review_known check (review in ('yearly', 'mid_term', 'final')),
  edition smallint not null default 1 constraint criteria_set_edition_positive check (edition > 0),
  title text not null constraint criteria_set_titled check (length(trim(title)) > 0),
  stage text not null constraint criteria_set_stage_known check (stage in ('draft', 'published', 'superseded', 'withdrawn')),
  is_proposal boolean not null,
  source text not null default '',
  based_on uuid references criteria_set,
  reason text,
  bonus_cap integer constraint criteria_set_bonus_cap check (bonus_cap >= 0),
  penalty_cap integer constraint criteria_set_penalty_cap check (penalty_cap >= 0),
  tie_rules jsonb not null default '[]' constraint criteria_set_ties check (jsonb_typeof(tie_rules) = 'array'),
  document_number text,
  document_date date,
  published_at timestamptz,
  published_by uuid references person,
  made_by uuid references person,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint criteria_set_of_movement check ((movement_id is null) = (review is null)),
  constraint criteria_set_of_something check (block_id is not null or movement_id is not null),
  constraint criteria_set_published_whole check ((stage in ('published', 'superseded')) = (published_at is not null))
);
comment on table criteria_set is 'Bộ tiêu chí chấm điểm thi đua của một khối, cụm trong một năm, hoặc của một phong trào chuyên đề; mỗi lần sửa sau khi ban hành là một bản mới. is_proposal: bản gợi ý của hệ thống, tỉnh chưa xác nhận.';
comment on column criteria_set.tie_rules is 'Thứ tự ưu tiên khi bằng điểm, ban hành cùng bộ tiêu chí.';
create unique index criteria_set_once on criteria_set (block_id, movement_id, review, year, edition) nulls not distinct where stage <> 'withdrawn';
create unique index criteria_set_in_force on criteria_set (block_id, movement_id, review, year) nulls not distinct where stage = 'published';

create table criterion (
  set_id uuid not null references criteria_set,
  code text not null constraint criterion_coded check (length(trim(code)) between 1 and 20),
  parent text,
  place smallint not null,
  kind text not null constraint criterion_kind_known check (kind in ('group', 'criterion', 'bonus', 'penalty')),
  title text not null constraint criterion_titled check (length(trim(title)) > 0),
  guidance text not null default '',
  max_points integer not null constraint criterion_max check (max_points between 0 and 10000000),
  way text constraint criterion_way_known check (way in ('data', 'hand', 'expert')),
  rule jsonb constraint criterion_rule_object check (jsonb_typeof(rule) = 'object'),
  expert_unit_id uuid references unit,
  needs_evidence boolean not null default false,
  constraint criterion_pk primary key (set_id, code),
  constraint criterion_group_bare check ((kind = 'group') = (way is null)),
  constraint criterion_rule_of_data check (rule is null or way = 'data'),
  constraint criterion_expert_of_expert check (expert_unit_id is null or way = 'expert')
);
comment on table criterion is 'Tiêu chí: nhóm, tiêu chí, điểm thưởng, điểm trừ; điểm là số nguyên phần trăm điểm (1250 = 12,5 điểm).';

create table classification_rule (
  id uuid primary key,
  from_year smallint not null constraint classification_rule_year check (from_year between 2000 and 2100),
  thresholds jsonb not null constraint classification_rule_thresholds check (jsonb_typeof(thresholds) = 'array'),
  state text not null constraint classification_rule_state_known check (state in ('default', 'proposed', 'confirmed', 'withdrawn')),
  source text not null default '',
  proposed_by uuid references person,
  proposed_at timestamptz not null,
  confirmed_by uuid references person,
  confirmed_at timestamptz,
  version integer not null default 1,
  constraint classification_rule_second_person check (confirmed_by is null or confirmed_by is distinct from proposed_by),
  constraint classification_rule_confirmed_whole check ((state = 'confirmed') = (confirmed_at is not null))
);
comment on table classification_rule is 'Ngưỡng xếp loại theo điểm, áp dụng từ năm; người khác xác nhận mới có hiệu lực; default: mặc định của hệ thống, tỉnh chưa xác nhận.';

create table judgement (
  id uuid primary key,
  set_id uuid not null references criteria_set,
  unit_id uuid not null references unit,
  year smallint not null constraint judgement_year check (year between 2000 and 2100),
  title text not null constraint judgement_titled check (length(trim(title)) > 0),
  stage text not null constraint judgement_stage_known check (stage in ('prepared', 'scoring', 'announced', 'settled', 'signed_off', 'frozen', 'cancelled')),
  self_until date,
  cross_until date,
  appraise_until date,
  objection_days smallint not null constraint judgement_objection_days check (objection_days between 1 and 60),
  announced_at timestamptz,
  objections_until date,
  submitted_by uuid references person,
  submitted_for uuid references person,
  settled_at timestamptz,
  minutes_number text,
  minutes_date date,
  signed_off_by uuid references person,
  signed_off_at timestamptz,
  frozen_at timestamptz,
  frozen_by uuid references person,
  digest text,
  inputs jsonb,
  made_by uuid references person,
  made_at timestamptz not null,
  version integer not null default 1,
  constraint judgement_frozen_whole check ((stage = 'frozen') = (frozen_at is not null and digest is not null and inputs is not null)),
  constraint judgement_order check (cross_until is null or self_until is null or cross_until >= self_until)
);
comment on table judgement is 'Đợt chấm điểm của một khối, cụm trong một năm (hoặc xếp hạng theo chuyên đề). inputs: toàn bộ đầu vào khi chốt (tiêu chí, điểm từng bước, số liệu), digest: mã băm của chúng.';
comment on column judgement.submitted_by is 'Người trình kết quả (chốt điểm); không tự phê duyệt.';
create unique index judgement_of_set on judgement (set_id) where stage <> 'cancelled';
create index judgement_year_unit on judgement (year, unit_id);

create table score_card (
  id uuid primary key,
  judgement_id uuid not null references judgement,
  unit_id uuid not null references unit,
  stage text not null constraint score_card_stage_known check (stage in ('self', 'cross', 'appraisal', 'appraised')),
  cross_unit_id uuid references unit,
  standing_note text not null default '',
  submitted_by uuid references person,
  submitted_for uuid references person,
  submitted_at timestamptz,
  is_late boolean not null default false,
  version integer not null default 1,
  constraint score_card_once unique (judgement_id, unit_id),
  constraint score_card_not_itself check (cross_unit_id is distinct from unit_id)
);
comment on table score_card is 'Phiếu chấm điểm của một đơn vị trong một đợt; cross_unit_id: đơn vị chấm chéo.';
create index score_card_unit on score_card (unit_id);
create index score_card_cross on score_card (cross_unit_id);

create table card_score (
  card_id uuid not null references score_card,
  code text not null,
  step text not null constraint card_score_step_known check (step in ('self', 'cross', 'expert', 'appraisal', 'objection')),
  state text not null constraint card_score_state_known check (state in ('points', 'not_applicable', 'missing')),
  points integer constraint card_score_points check (points >= 0),
  reason text not null default '',
  entered_by uuid references person,
  entered_for uuid references person,
  for_unit_id uuid references unit,
  entered_at timestamptz not null,
  version integer not null default 1,
  constraint card_score_pk primary key (card_id, code, step),
  constraint card_score_points_where_given check ((state = 'points') = (points is not null))
);
comment on table card_score is 'Điểm từng bước chấm cho từng tiêu chí (điểm từ số liệu không ghi ở đây: luôn được tính). Bước sau không xóa bước trước.';

create table card_evidence (
  attachment_id uuid constraint card_evidence_pk primary key references attachment,
  card_id uuid not null references score_card,
  code text not null,
  step text not null constraint card_evidence_step_known check (step in ('self', 'cross', 'expert', 'appraisal', 'objection'))
);
comment on table card_evidence is 'Minh chứng kèm theo điểm: tệp đính kèm nào, của tiêu chí nào, ở bước chấm nào.';
create index card_evidence_card on card_evidence (card_id);

create table objection (
  id uuid primary key,
  card_id uuid not null references score_card,
  code text,
  text text not null constraint objection_said check (length(trim(text)) > 0),
  stage text not null constraint objection_stage_known check (stage in ('filed', 'upheld', 'dismissed', 'withdrawn')),
  filed_by uuid references person,
  filed_for uuid references person,
  filed_at timestamptz not null,
  answer text,
  answered_by uuid references person,
  answered_at timestamptz,
  version integer not null default 1,
  constraint objection_answered_whole check ((stage in ('upheld', 'dismissed')) = (answered_at is not null and answer is not null))
);
comment on table objection is 'Ý kiến đề nghị xem lại điểm trong thời hạn sau khi thông báo; code trống: về cả phiếu.';
create index objection_card on objection (card_id);

create table tie_decision (
  id uuid primary key,
  judgement_id uuid not null references judgement,
  unit_order uuid[] not null constraint tie_decision_of_two check (cardinality(unit_order) >= 2),
  reason text not null constraint tie_decision_reasoned check (length(trim(reason)) > 0),
  document_number text,
  decided_by uuid references person,
  decided_at timestamptz not null,
  withdrawn_at timestamptz
);
comment on table tie_decision is 'Quyết định thứ tự khi bằng điểm và quy tắc đã ban hành không phân định được.';

create table judgement_result (
  judgement_id uuid not null references judgement,
  unit_id uuid not null references unit,
  place smallint,
  score_above numeric,
  score_below numeric,
  shown_points integer,
  full_points integer not null,
  level text constraint judgement_result_level_known check (level in ('failed', 'completed', 'good', 'excellent')),
  is_leader boolean not null default false,
  is_proposed boolean not null default false,
  card jsonb not null,
  constraint judgement_result_pk primary key (judgement_id, unit_id),
  constraint judgement_result_score_whole check ((score_above is null) = (score_below is null) and (score_below is null or score_below > 0))
);
comment on table judgement_result is 'Kết quả đã chốt của từng đơn vị: điểm (phân số chính xác), thứ hạng, xếp loại, phiếu đầy đủ. Không sửa; sửa số liệu sau khi chốt chỉ hiện bên cạnh.';
create index judgement_result_unit on judgement_result (unit_id);

create table result_appeal (
  id uuid primary key,
  judgement_id uuid not null references judgement,
  unit_id uuid not null references unit,
  text text not null constraint result_appeal_said check (length(trim(text)) > 0),
  stage text not null constraint result_appeal_stage_known check (stage in ('filed', 'accepted', 'upheld', 'dismissed', 'withdrawn')),
  filed_by uuid references person,
  filed_for uuid references person,
  filed_at timestamptz not null,
  stage_entered_on date not null,
  answer text,
  document_number text,
  answered_by uuid references person,
  answered_at timestamptz,
  version integer not null default 1
);
comment on table result_appeal is 'Kiến nghị về kết quả sau khi chốt, có thời hạn giải quyết; kết quả đã chốt không sửa, kết luận ghi bên cạnh.';

-- What was frozen stays; not even its owner changes it.
create function judgement_kept() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.stage = 'frozen' then
    raise exception 'judgement: kết quả đã chốt, không sửa, không xóa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger judgement_frozen_kept before update or delete on judgement for each row execute function judgement_kept();

create function judgement_result_kept() returns trigger
  language plpgsql as $$
begin
  raise exception 'judgement_result: kết quả đã chốt, không sửa, không xóa' using errcode = 'insufficient_privilege';
end
$$;
create trigger judgement_result_kept before update or delete on judgement_result for each row execute function judgement_result_kept();

-- An edition that was published keeps its criteria.
create function criterion_kept() returns trigger
  language plpgsql as $$
declare
  at_stage text;
begin
  select stage into at_stage from criteria_set where id = coalesce(new.set_id, old.set_id);
  if at_stage <> 'draft' then
    raise exception 'criterion: bộ tiêu chí đã ban hành, không sửa; lập bản mới' using errcode = 'insufficient_privilege';
  end if;
  return coalesce(new, old);
end
$$;
create trigger criterion_published_kept before insert or update or delete on criterion for each row execute function criterion_kept();

-- Whatever lists of kinds stand there by now, and these.
do $$
declare
  one record;
begin
  for one in
    select c.conname, c.conrelid::regclass as place, pg_get_constraintdef(c.oid) as said, k.kind
    from pg_constraint c join (values ('attachment_subject_known', 'score_card')) k(name, kind) on c.conname = k.name
  loop
    execute format('alter table %s drop constraint %I, add constraint %I %s', one.place, one.conname, one.conname,
      replace(one.said, 'ARRAY[', format('ARRAY[%L::text, ', one.kind)));
  end loop;
end
$$;

grant select, insert, update on criteria_set, classification_rule, judgement, score_card, card_score, objection, tie_decision, result_appeal, card_evidence to thidua_app;
grant select, insert, update, delete on criterion to thidua_app;
grant select, insert on judgement_result to thidua_app;
