-- Money of commendation (Luật Điều 11; Nghị định 152/2025/NĐ-CP, Chương VII): the fund of a body by year as a ledger, and what was paid for which honour.

create table fund_year (
  id uuid primary key,
  unit_id uuid not null references unit,
  year integer not null constraint fund_year_range check (year between 2000 and 2100),
  stage text not null default 'open' constraint fund_year_stage_known check (stage in ('open', 'closed')),
  entries integer not null default 0,
  last_by uuid references person,
  last_for uuid references person,
  version integer not null default 1,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  closing_balance bigint constraint fund_year_closing_not_below_zero check (closing_balance >= 0),
  constraint fund_year_once unique (unit_id, year),
  constraint fund_year_closed_whole check ((stage = 'closed') = (closed_by is not null) and (stage = 'closed') = (closed_at is not null)
    and (stage = 'closed') = (closing_balance is not null)),
  constraint fund_year_four_eyes check (closed_by is null or closed_by is distinct from last_by)
);
comment on table fund_year is 'Quỹ thi đua, khen thưởng của một cơ quan trong một năm. entries: số dòng đã ghi; last_by: người ghi dòng cuối, không tự khóa sổ.';

create table fund_entry (
  id uuid primary key,
  fund_id uuid not null references fund_year,
  number integer not null constraint fund_entry_number_positive check (number > 0),
  kind text not null constraint fund_entry_kind_known check (kind in (
    'opening', 'allocation', 'other_source', 'bonus_returned', 'bonus', 'items', 'organising')),
  amount bigint not null constraint fund_entry_amount_some check (amount <> 0),
  on_date date not null,
  what text not null constraint fund_entry_what_given check (length(trim(what)) > 0),
  voucher text not null default '',
  corrects uuid constraint fund_entry_corrected_once unique references fund_entry,
  entered_by uuid not null references person,
  entered_at timestamptz not null,
  constraint fund_entry_number_once unique (fund_id, number),
  constraint fund_entry_against check ((corrects is not null) = (amount < 0)),
  constraint fund_entry_spent_with_voucher check (kind not in ('bonus', 'items', 'organising') or corrects is not null or length(voucher) > 0)
);
comment on table fund_entry is 'Sổ quỹ: từng khoản thu, chi bằng đồng. Không sửa, không xóa; ghi sai thì ghi dòng điều chỉnh (corrects, số âm).';
create trigger fund_entry_kept before update or delete on fund_entry for each row execute function refuse_change();
create trigger fund_entry_no_truncate before truncate on fund_entry for each statement execute function refuse_change();

create table bonus_payment (
  id uuid primary key,
  honour_id uuid not null references honour,
  entry_id uuid not null references fund_entry,
  amount bigint not null constraint bonus_payment_positive check (amount > 0),
  payee text not null constraint bonus_payment_payee_known check (payee in ('holder', 'family')),
  explained jsonb not null,
  reason text,
  undone_by uuid references fund_entry
);
comment on table bonus_payment is 'Tiền thưởng đã chi cho từng quyết định khen thưởng. explained: mức lương cơ sở, hệ số, cách làm tròn đã dùng. undone_by: dòng sổ quỹ đã hủy hoặc thu hồi khoản chi.';
create unique index bonus_payment_once on bonus_payment (honour_id) where undone_by is null;
create index bonus_payment_entry on bonus_payment (entry_id);

-- A year's ledger is numbered without gaps, of its own year, open, and never below nothing.
create function fund_entry_fits() returns trigger
  language plpgsql as $$
declare
  fund fund_year;
begin
  select * into fund from fund_year f where f.id = new.fund_id for update;
  if fund.stage <> 'open' then
    raise exception 'fund_year: sổ quỹ đã khóa' using errcode = 'insufficient_privilege';
  end if;
  if extract(year from new.on_date) <> fund.year then
    raise exception 'fund_entry: ngày không thuộc năm của sổ' using errcode = 'check_violation';
  end if;
  if new.number <> fund.entries + 1 then
    raise exception 'fund_entry: số thứ tự không liền' using errcode = 'check_violation';
  end if;
  update fund_year set entries = new.number, last_by = new.entered_by where id = new.fund_id;
  return new;
end
$$;
create trigger fund_entry_fits before insert on fund_entry for each row execute function fund_entry_fits();

create function fund_not_below_zero() returns trigger
  language plpgsql as $$
begin
  if (select sum(case when e.kind in ('bonus', 'items', 'organising') then -e.amount else e.amount end)
      from fund_entry e where e.fund_id = new.fund_id) < 0 then
    raise exception 'fund_entry: chi vượt số dư quỹ' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger fund_not_below_zero after insert on fund_entry for each row execute function fund_not_below_zero();

-- Of a payment nothing changes but that it was taken back, once.
create function bonus_payment_kept() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.undone_by is not null or new.undone_by is null
    or (to_jsonb(new) - 'undone_by') <> (to_jsonb(old) - 'undone_by')
  then
    raise exception 'append_only: bonus_payment không được sửa hoặc xóa' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger bonus_payment_kept before update or delete on bonus_payment for each row execute function bonus_payment_kept();

-- Lists behind figures begin with the newest decision.
create index honour_decided on honour (decided_on desc, id);

grant select, insert, update on fund_year, bonus_payment to thidua_app;
grant select, insert on fund_entry to thidua_app;
