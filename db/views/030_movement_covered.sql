-- Units that a movement is for, by its kinds, its chosen units and its chosen blocks in the year: today, or on the nearest of its days.
create view movement_covered as
  select m.id as movement_id, u.id as unit_id
  from movement m
  join unit_tree t on t.ancestor_id = m.unit_id and t.depth > 0
  join unit_now u on u.id = t.descendant_id
  where u.is_active and u.takes_part and (
    u.kind = any(m.scope_kinds)
    or exists (select from movement_scope s where s.movement_id = m.id and s.unit_id = u.id)
    or exists (select from movement_scope s join block_member b on b.block_id = s.block_id
      where s.movement_id = m.id and b.unit_id = u.id
        and b.year = extract(year from least(greatest(today_here(), m.first_day), m.last_day))));
comment on view movement_covered is 'Đơn vị thuộc phạm vi của từng phong trào tính theo loại, đơn vị và khối, cụm đã chọn.';
grant select on movement_covered to thidua_app;
