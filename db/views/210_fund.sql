-- The one place where a ledger is summed: each line with the balance after it, and each year with its sums.
create view fund_line as
  select e.*, case when e.kind in ('bonus', 'items', 'organising') then -e.amount else e.amount end as signed,
    sum(case when e.kind in ('bonus', 'items', 'organising') then -e.amount else e.amount end)
      over (partition by e.fund_id order by e.number)::bigint as balance
  from fund_entry e;
comment on view fund_line is 'Sổ quỹ từng dòng, kèm số dư sau dòng đó.';

create view fund_sum as
  select f.id as fund_id,
    coalesce(sum(l.amount) filter (where l.kind = 'opening'), 0)::bigint as opening,
    coalesce(sum(l.amount) filter (where l.kind in ('allocation', 'other_source', 'bonus_returned')), 0)::bigint as income,
    coalesce(sum(l.amount) filter (where l.kind = 'bonus'), 0)::bigint as bonus,
    coalesce(sum(l.amount) filter (where l.kind = 'items'), 0)::bigint as items,
    coalesce(sum(l.amount) filter (where l.kind = 'organising'), 0)::bigint as organising,
    coalesce(sum(l.signed), 0)::bigint as balance
  from fund_year f left join fund_line l on l.fund_id = f.id
  group by f.id;
comment on view fund_sum is 'Cộng sổ quỹ từng năm: dư đầu năm, thu, chi theo mục, số dư.';
grant select on fund_line, fund_sum to thidua_app;
