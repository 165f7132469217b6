-- A card whose unit left the block in the year, or was merged, is taken out of the judgement and kept.
alter table score_card drop constraint score_card_stage_known,
  add constraint score_card_stage_known check (stage in ('self', 'cross', 'appraisal', 'appraised', 'dropped'));
comment on column score_card.stage is 'self: đơn vị tự chấm; cross: chấm chéo; appraisal: thẩm định; appraised: đã thẩm định; dropped: đưa ra khỏi đợt (đơn vị sáp nhập, chuyển khối).';
alter table objection add constraint objection_code_coded check (length(trim(code)) between 1 and 20);
create unique index objection_open_once on objection (card_id, code) nulls not distinct where stage = 'filed';
create unique index card_evidence_once on card_evidence (card_id, code, step, attachment_id);
