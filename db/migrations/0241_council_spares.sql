-- A sheet of a secret vote kept so that another browser can go on with the very same ballots (ADR 0208).

create table council_ballot_spare (
  poll_id uuid not null references council_poll,
  person_id uuid not null references person,
  sealed bytea not null constraint council_ballot_spare_one_length check (octet_length(sealed) = 1564),
  constraint council_ballot_spare_once primary key (poll_id, person_id)
);
comment on table council_ballot_spare is 'Bản dự phòng của phiếu kín đang bỏ dở, niêm phong trong trình duyệt bằng mã chỉ thành viên có; mọi bản dài như nhau. Mất đi khi bỏ xong, khi kiểm phiếu hoặc hủy lần biểu quyết. Máy chủ không mở được.';
grant select, insert, update, delete on council_ballot_spare to thidua_app;
