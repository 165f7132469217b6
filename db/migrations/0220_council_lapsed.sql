-- What a council said of a dossier that was sent back since is history: the dossier comes before it again as another one.

alter table council_item add column lapsed_at timestamptz;
comment on column council_item.lapsed_at is 'Hồ sơ đã chuyển lại để xem xét thêm sau khi có mục này: kết quả không dùng để quyết định nữa, hội đồng xem xét lại.';
