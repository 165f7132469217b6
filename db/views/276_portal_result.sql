-- What a stranger may read of the yearly judgement of units: frozen results that somebody published and nobody took down since. Places, points and levels of
-- units; who judged, signed or objected is in no column.
create view portal_result as
  select judgement.id, judgement.title, judgement.year, coalesce(block.name, movement.name) as of_name, judgement.minutes_number, judgement.minutes_date,
    judgement.frozen_at, result_publication.published_at
  from judgement
  join result_publication on result_publication.judgement_id = judgement.id and result_publication.withdrawn_at is null
  join criteria_set on criteria_set.id = judgement.set_id
  left join block on block.id = criteria_set.block_id
  left join movement on movement.id = criteria_set.movement_id
  where judgement.stage = 'frozen';
comment on view portal_result is 'Kết quả chấm điểm thi đua đã chốt và đã đăng, đúng những gì người không đăng nhập được xem.';
create view portal_result_unit as
  select judgement_result.judgement_id, unit_now.name as unit_name, judgement_result.place, judgement_result.shown_points, judgement_result.full_points,
    judgement_result.level, judgement_result.is_leader,
    -- What put it before or after another of the same points: a rule laid down with the criteria, or a decision.
    judgement_result.card -> 'partedBy' ->> 'kind' as parted_by, judgement_result.card -> 'partedBy' ->> 'code' as parted_code
  from judgement_result
  join portal_result on portal_result.id = judgement_result.judgement_id
  join unit_now on unit_now.id = judgement_result.unit_id;
comment on view portal_result_unit is 'Hạng, điểm, xếp loại của từng đơn vị trong kết quả đã đăng.';
grant select on portal_result, portal_result_unit to thidua_app;
