-- The list of titles and forms of award is data like every other provision: a line of it is a dated version that a second person confirms.

alter table provision drop constraint provision_kind_known;
alter table provision add constraint provision_kind_known check (kind in (
  'award', 'rule_set', 'rule', 'deciders', 'vote', 'council', 'quorum', 'public_list', 'bonus', 'payment', 'rounding', 'base_salary', 'quota',
  'papers', 'terms', 'clock'));
alter table provision add constraint provision_award_listed check (kind <> 'award' or (
  award_code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and award_code is not null and item = '' and for_years_from is null
  and content ?& array['name', 'type', 'level', 'holders', 'given']));
comment on column provision.award_code is 'Mã danh hiệu, hình thức trong danh mục (dòng kind = award đặt mã, tên, loại, cấp, đối tượng); để trống: áp dụng cho mọi danh hiệu, hình thức.';
