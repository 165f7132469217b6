-- What lists of values are asked for most: one indicator, one year, the largest first. Without these each page reads
-- all there are, twice (60 to 70 ms of one core among 100,000 values; with them about 20).
create index actual_by_indicator on actual (indicator_code, period_end);
create index actual_by_period on actual (period_end, period, id desc);
create index actual_by_value on actual (value desc, id desc);
