-- Who leads a block in a year as of today: whoever acts for the lead's seat, and whoever acts for the deputy's that stands in (ADR 0223). The one answer for permits, lists and messages.
create view block_leading as
  select m.block_id, m.year, 'lead' as place, unit_hand(m.unit_id) as unit_id
  from block_member m where m.part = 'lead'
  union all
  select s.block_id, s.year, 'deputy', unit_hand(s.deputy_unit_id)
  from block_stand_in s
  join block_member m on m.block_id = s.block_id and m.year = s.year and m.unit_id = s.deputy_unit_id and m.part = 'deputy'
  where s.ended_at is null and today_here() between s.from_day and s.until_day;
comment on view block_leading is 'Đơn vị làm việc của trưởng khối, cụm trong năm: trưởng (hoặc đơn vị tiếp nhận) và phó đang làm thay.';
grant select on block_leading to thidua_app;
