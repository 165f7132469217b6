-- A backup copies rows and no counters: after a restore a counter would begin again at one. The past is told apart by ids
-- that need none.
alter table indicator_past drop column id, add column id uuid not null default gen_random_uuid() constraint indicator_past_pk primary key;
alter table setting_past drop column id, add column id uuid not null default gen_random_uuid() constraint setting_past_pk primary key;
alter table unit_past drop column id, add column id uuid not null default gen_random_uuid() constraint unit_past_pk primary key;
