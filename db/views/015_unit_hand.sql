-- Who acts for a unit today: the unit itself, or what alone took it over; nobody where it was divided or simply ended (ADR 0256).
create or replace function unit_hand(of_unit uuid) returns uuid
  language sql stable as $$
  with recursive line as (
    select of_unit as id, 0 as step
    union all
    select s.successor_id, line.step + 1
    from line join unit_now u on u.id = line.id and not u.is_active
      join unit_succession s on s.predecessor_id = line.id
    where line.step < 20 and (select count(*) from unit_succession o where o.predecessor_id = line.id) = 1)
  select line.id from line join unit_now u on u.id = line.id where u.is_active order by line.step desc limit 1
$$;
-- The same for what waits at a unit; where nobody acts for it, it stays where it is. Most units were never taken over, and cost one look at an index.
create or replace function unit_acting(of_unit uuid) returns uuid
  language sql stable as $$
  select case when exists (select from unit_succession s where s.predecessor_id = of_unit) then coalesce(unit_hand(of_unit), of_unit) else of_unit end
$$;
-- Turned round: for which units these act today, themselves among them.
create or replace function units_acted_for(hands uuid[]) returns setof uuid
  language sql stable as $$
  with recursive took as (
    select h as id, 0 as step from unnest(hands) h
    union
    select s.predecessor_id, took.step + 1
    from took join unit_succession s on s.successor_id = took.id join unit u on u.id = s.predecessor_id and u.valid_until <= today_here()
    where took.step < 20 and (select count(*) from unit_succession o where o.predecessor_id = s.predecessor_id) = 1)
  select id from took
$$;
-- What is in whose care: these, and whatever ended and went into them, over however many mergers and divisions. Whoever took over a part reads and owes for the
-- whole, for no register says which part has what. `union` ends a ring.
create or replace function units_in_care(hands uuid[]) returns setof uuid
  language sql stable as $$
  with recursive care as (
    select h as id from unnest(hands) h
    union
    select s.predecessor_id
    from care join unit_succession s on s.successor_id = care.id join unit u on u.id = s.predecessor_id and u.valid_until <= today_here())
  select id from care
$$;
-- Turned round: in whose care a unit is: itself, and what it went into.
create or replace function units_caring(of_unit uuid) returns setof uuid
  language sql stable as $$
  with recursive care as (
    select of_unit as id
    union
    select s.successor_id
    from care join unit u on u.id = care.id and u.valid_until <= today_here() join unit_succession s on s.predecessor_id = care.id)
  select id from care
$$;
