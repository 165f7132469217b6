-- What a list of values counts is found in an index alone. An open value is never superseded (actual_superseded_only_verified).
drop index actual_by_indicator;
create index actual_by_indicator on actual (indicator_code, period_end, stage, unit_id) where superseded_at is null;
drop index actual_by_stage;
create index actual_by_stage on actual (stage, submitted_at, id desc) include (unit_id, indicator_code)
  where stage in ('entered', 'submitted', 'returned');
