-- What is changed about a round after it was opened: kept, with the reason, for all to read.
create table round_change (
  id uuid primary key,
  round_id uuid not null references reporting_round,
  kind text not null constraint round_change_kind_known check (kind in ('due', 'form', 'unit_added', 'unit_out')),
  unit_id uuid references unit,
  was text not null,
  became text not null,
  reason text not null constraint round_change_with_reason check (length(reason) > 0),
  by_person uuid not null references person,
  at timestamptz not null,
  constraint round_change_of_unit check ((kind in ('unit_added', 'unit_out')) = (unit_id is not null))
);
comment on table round_change is 'Thay đổi của kỳ báo cáo sau khi mở: lùi hạn, đổi bản mẫu, thêm bớt đơn vị; chỉ thêm, có lý do.';
create index round_change_of_round on round_change (round_id, at);
create trigger round_change_frozen before update or delete on round_change for each row execute function refuse_change();
grant select, insert on round_change to thidua_app;

-- A unit is taken out of a round only while it has written nothing in it.
grant delete on round_unit to thidua_app;
