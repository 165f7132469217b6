-- Pictures of a hand or a seal hold from a day on; the one before is kept, so that an old paper can be explained.
alter table signing_identity
  drop constraint signing_identity_person_once,
  drop constraint signing_identity_unit_once,
  add column from_day date not null default current_date,
  drop column version;
alter table signing_identity alter column from_day drop default;
create index signing_identity_person on signing_identity (person_id, from_day desc, set_at desc) where person_id is not null;
create index signing_identity_unit on signing_identity (unit_id, from_day desc, set_at desc) where unit_id is not null;
revoke update on signing_identity from thidua_app;
create trigger signing_identity_kept before update or delete on signing_identity for each row execute function refuse_change();
comment on table signing_identity is 'Hình chữ ký (xanh), hình dấu (đỏ) dạng .png nền trong và tên khóa ở dịch vụ ký từ xa của một người hoặc một cơ quan, có hiệu lực từ from_day đến khi có dòng sau. Không sửa: thay bằng dòng mới. Không chứa khóa.';
