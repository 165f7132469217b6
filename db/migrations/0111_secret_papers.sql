-- Papers that are handled under the rules on state secrets: number, date, sender, receiver and receipt, and nothing else. A
-- number begins with its figures and ends in letters, so that neither words nor figures fit into it.

create table secret_paper (
  id uuid primary key,
  scheme_code text references scheme,
  movement_id uuid references movement,
  round_id uuid references reporting_round,
  number text not null constraint secret_paper_number_shape
    check (number ~ '^[0-9]{1,5}([/-][A-ZĐ]{1,8}){1,4}$' and length(number) <= 30),
  paper_date date not null,
  sender_id uuid not null references unit,
  receiver_id uuid not null references unit,
  corrects_id uuid references secret_paper constraint secret_paper_corrected_once unique,
  entered_by uuid not null references person,
  entered_for uuid references person,
  entered_at timestamptz not null,
  constraint secret_paper_about_one check (scheme_code is null or movement_id is null),
  constraint secret_paper_between_two check (sender_id <> receiver_id)
);
comment on table secret_paper is 'Sổ theo dõi văn bản xử lý theo chế độ bảo vệ bí mật nhà nước: chỉ số, ngày, nơi gửi, nơi nhận; sai thì ghi dòng đính chính.';
create index secret_paper_sender on secret_paper (sender_id);
create index secret_paper_receiver on secret_paper (receiver_id);
create trigger secret_paper_frozen before update or delete on secret_paper for each row execute function refuse_change();

create table secret_receipt (
  paper_id uuid primary key references secret_paper,
  received_on date not null,
  received_by uuid not null references person,
  received_for uuid references person,
  entered_at timestamptz not null
);
comment on table secret_receipt is 'Việc nhận văn bản xử lý theo chế độ bảo vệ bí mật nhà nước: ngày nhận, ai ghi nhận.';
create trigger secret_receipt_frozen before update or delete on secret_receipt for each row execute function refuse_change();

create function secret_paper_of_secret() returns trigger
  language plpgsql as $$
begin
  if (new.scheme_code is not null and not exists (select from scheme where code = new.scheme_code and is_secret))
    or (new.movement_id is not null and not exists (select from movement where id = new.movement_id and is_secret))
  then
    raise exception 'secret_paper: sổ này chỉ ghi văn bản thực hiện theo quy định về bảo vệ bí mật nhà nước' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger secret_paper_is_secret before insert on secret_paper for each row execute function secret_paper_of_secret();

grant select, insert on secret_paper, secret_receipt to thidua_app;
