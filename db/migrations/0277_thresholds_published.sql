-- Thresholds that are withdrawn, and frozen results shown to everybody.

alter table classification_rule add column withdrawn_by uuid references person, add column withdrawn_at timestamptz, add column withdrawn_reason text,
  drop constraint classification_rule_confirmed_whole,
  add constraint classification_rule_confirmed_whole check (state = 'withdrawn' or (state = 'confirmed') = (confirmed_at is not null)),
  add constraint classification_rule_withdrawn_whole check ((state = 'withdrawn') = (withdrawn_at is not null and withdrawn_reason is not null));

create table result_publication (
  id uuid primary key,
  judgement_id uuid not null references judgement,
  published_by uuid references person,
  published_at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  constraint result_publication_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table result_publication is 'Kết quả đã chốt được đăng cho mọi người xem, không cần đăng nhập; gỡ xuống có lý do, dòng vẫn giữ.';
create unique index result_publication_live on result_publication (judgement_id) where withdrawn_at is null;
grant select, insert, update on result_publication to thidua_app;
