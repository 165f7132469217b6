-- The past as it was known: each function answers with the rows that stood before the instant. Nothing of the present
-- reads these; a day's end is handed in by the app.

create or replace function indicators_known(before timestamptz) returns setof indicator
  language sql stable as $$
  select i.* from indicator i where i.known_at < before
  union all
  select r.* from indicator_past p join indicator i on i.code = p.indicator_code
    cross join lateral jsonb_populate_record(i, p.facts) r
  where p.known_at < before and p.superseded_at >= before
$$;

-- Units that had begun by the day, as recorded by then: with the name and place of the day, or the last ones if ended.
create or replace function units_on(day date, before timestamptz) returns setof unit_now
  language sql stable as $$
  select u.id, u.code, u.official_code, u.kind, u.commune_type, u.valid_from, u.valid_until, u.former_province, u.source,
         u.version, v.name, v.short_name, v.parent_id, v.name_fold,
         (u.valid_until is null or u.valid_until > day) as is_active, u.takes_part
  from (
    select n.*, null::jsonb as versions from unit n where n.known_at < before
    union all
    select r.*, p.versions from unit_past p join unit n on n.id = p.unit_id
      cross join lateral jsonb_populate_record(n, p.facts) r
    where p.known_at < before and p.superseded_at >= before) u
  cross join lateral (
    select * from (
      select x.* from unit_version x where u.versions is null and x.unit_id = u.id and x.valid_from <= day
      union all
      select x.* from jsonb_populate_recordset(null::unit_version, u.versions) x where x.valid_from <= day) x
    order by x.valid_from desc limit 1) v
  where u.valid_from is null or u.valid_from <= day
$$;

create or replace function unit_tree_on(day date, before timestamptz) returns setof unit_tree
  language sql stable as $$
  with recursive u as materialized (select id, parent_id from units_on(day, before)),
  walk(ancestor_id, descendant_id, depth) as (
    select id, id, 0 from u
    union all
    select u.parent_id, w.descendant_id, w.depth + 1
    from walk w join u on u.id = w.ancestor_id
    where u.parent_id is not null and w.depth < 20)
  select ancestor_id, descendant_id, min(depth)::smallint from walk group by 1, 2
$$;
