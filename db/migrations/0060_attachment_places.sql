-- A case may have several places for files: a report has one for each of its sections that take some.
alter table attachment add column place smallint;
comment on column attachment.place is 'Mục của hồ sơ mà tệp thuộc về, khi hồ sơ có nhiều mục nhận tệp.';
