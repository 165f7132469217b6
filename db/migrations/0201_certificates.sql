-- Certificates: a code by which anybody checks one, and how they look.

alter table decision add column file_id text;
comment on column decision.file_id is 'Mã nhận dạng ghi trong bản cuối cùng: để biết một tệp bị sửa là bản sao của quyết định nào.';
create index decision_file on decision (file_id) where file_id is not null;

create table certificate (
  id uuid primary key,
  honour_id uuid not null constraint certificate_of_honour_once unique references honour,
  decision_id uuid not null references decision,
  code text not null constraint certificate_code_once unique constraint certificate_code_formed check (code ~ '^[A-Z2-9]{10}$'),
  made_at timestamptz not null
);
comment on table certificate is 'Bằng, giấy chứng nhận của một khen thưởng theo quyết định ban hành trong hệ thống; code để bất kỳ ai kiểm tra. Hủy bỏ hay chưa đọc ở honour.';
create index certificate_decision on certificate (decision_id);

create table certificate_layout (
  id uuid primary key,
  award_code text,
  edition integer not null constraint certificate_layout_counts check (edition > 0),
  layout jsonb not null,
  note text not null default '',
  made_by uuid not null references person,
  made_at timestamptz not null
);
comment on table certificate_layout is 'Mẫu bằng do người quản trị đặt, cho một danh hiệu, hình thức hoặc chung (award_code trống). Không có thì dùng mẫu mặc định của phần mềm. Bản mới thêm vào, bản cũ giữ nguyên.';
create unique index certificate_layout_edition on certificate_layout (award_code, edition) nulls not distinct;

create table certificate_print (
  sha256 text not null constraint certificate_print_hash check (sha256 ~ '^[0-9a-f]{64}$'),
  certificate_id uuid not null references certificate,
  printed_at timestamptz not null,
  printed_by uuid references person,
  constraint certificate_print_pk primary key (sha256, certificate_id)
);
comment on table certificate_print is 'Tệp bằng đã in ra: để nhận lại đúng tệp khi có người gửi kiểm tra.';

create function certificate_refuse_change() returns trigger
  language plpgsql as $$
begin
  raise exception '%: chỉ thêm, không sửa, không xóa', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger certificate_kept before update or delete on certificate for each row execute function certificate_refuse_change();
create trigger certificate_layout_kept before update or delete on certificate_layout for each row execute function certificate_refuse_change();
create trigger certificate_print_kept before update or delete on certificate_print for each row execute function certificate_refuse_change();

grant select, insert on certificate, certificate_layout, certificate_print to thidua_app;
