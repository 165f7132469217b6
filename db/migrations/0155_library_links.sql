-- What one document does to another is set by people too, with who and when; it is taken off when it was wrong, never deleted.

alter table library_link
  add column added_by uuid references person,
  add column added_at timestamptz,
  add column removed_by uuid references person,
  add column removed_at timestamptz,
  add constraint library_link_to_another check (from_code <> to_code),
  add constraint library_link_removed_whole check ((removed_by is null) = (removed_at is null));
comment on column library_link.added_by is 'Người ghi quan hệ; để trống là quan hệ có sẵn trong bộ văn bản kèm phần mềm.';

alter table library_edition add column text_from_file boolean not null default false;
comment on column library_edition.text_from_file is 'Nguyên văn do phần mềm lấy từ tệp đính kèm, chưa ai đối chiếu.';

grant update (added_by, added_at, removed_by, removed_at) on library_link to thidua_app;
