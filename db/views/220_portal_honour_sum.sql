-- What a stranger may read of the statistics of commendation: of issued decisions, which are published with their names, sums by award, kind
-- of holder and year. What the register has besides (past awards, answers of the centre) was not published here and is not counted.
create view portal_honour_sum as
  select honour.award_code, holder.kind as holder_kind, honour.year, count(*)::integer as n
  from honour
  join holder on holder.id = honour.holder_id
  join decision_line line on line.nominee_id = honour.nominee_id and line.is_live and line.verdict = 'grant'
  join decision on decision.id = line.decision_id and decision.stage = 'issued'
  where honour.revoked_on is null
  group by honour.award_code, holder.kind, honour.year;
comment on view portal_honour_sum is 'Tổng số lượt khen thưởng theo các quyết định đã công bố, theo danh hiệu, hình thức, đối tượng, năm: đúng những gì người không đăng nhập được xem.';
grant select on portal_honour_sum to thidua_app;
