-- Notes of the register are edited by version too.
alter table holder_post add column version integer not null default 1;
alter table holder_discipline add column version integer not null default 1;
alter table holder_pending add column version integer not null default 1;
alter table holder_checked add column version integer not null default 1;
