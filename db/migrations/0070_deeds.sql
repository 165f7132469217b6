-- Deeds that a browser kept while there was no line: sent twice, they are done once and answered alike.

create table deed (
  account_id uuid not null references account,
  key uuid not null,
  path text not null,
  outcome jsonb,
  done_at timestamptz not null,
  constraint deed_once primary key (account_id, key, path)
);
comment on table deed is 'Việc gửi kèm khóa chống trùng: gửi lại cùng khóa thì không làm lần hai mà nhận lại cùng kết quả. Tự xóa sau 90 ngày.';
create index deed_age on deed (done_at);
grant select, insert, update, delete on deed to thidua_app;
