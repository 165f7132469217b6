-- One row per unit: the version in force today, else the nearest one before, else the first to come.
create view unit_now as
  select u.id, u.code, u.official_code, u.kind, u.commune_type, u.valid_from, u.valid_until, u.former_province, u.source,
         u.version, v.name, v.short_name, v.parent_id, v.name_fold,
         (u.valid_until is null or u.valid_until > today_here()) and (u.valid_from is null or u.valid_from <= today_here()) as is_active, u.takes_part
  from unit u
  cross join lateral (
    select * from unit_version x where x.unit_id = u.id
    order by (x.valid_from <= today_here()) desc,
             case when x.valid_from <= today_here() then x.valid_from end desc, x.valid_from
    limit 1) v;
comment on view unit_now is 'Đơn vị với tên và cấp trên hiện hành.';
grant select on unit_now to thidua_app;
