-- What the council signed, so that nothing else is frozen; decisions on equal scores that were withdrawn; the product's own thresholds.

alter table judgement add column signed_results jsonb constraint judgement_signed_results_array check (jsonb_typeof(signed_results) = 'array');
comment on column judgement.signed_results is 'Thứ hạng, điểm, xếp loại của từng đơn vị lúc Hội đồng thông qua; chỉ chốt khi vẫn đúng như vậy.';

alter table tie_decision add column withdrawn_by uuid references person, add column withdrawn_reason text,
  add constraint tie_decision_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_reason is null));
create index tie_decision_judgement on tie_decision (judgement_id);

-- No paper of the province that lays down thresholds is known: these hold until it confirms its own, and every page that uses them says so.
insert into classification_rule (id, from_year, thresholds, state, source, proposed_at) values (
  '01900000-0000-7000-8000-000000000276', 2000,
  '[{"level": "excellent", "atLeast": 9000, "groups": []}, {"level": "good", "atLeast": 7000, "groups": []}, {"level": "completed", "atLeast": 5000, "groups": []}]',
  'default', 'Mặc định của hệ thống. Chưa biết văn bản nào của tỉnh quy định các ngưỡng này.', '2026-01-01T00:00:00Z');
