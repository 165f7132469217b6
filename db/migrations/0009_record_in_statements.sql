-- The chain of the record, moved on once a statement instead of once a row. A head that changes with every row of a
-- large import leaves a dead version behind each time, and finding the living one among them made 100,000 entries
-- cost minutes. The state between the rows of one statement is a setting of the transaction; whoever tampers with
-- it is stopped at the end of the statement.
drop trigger record_entry_chain on record_entry;
drop function record_chain();

create function record_chain_begin() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head record_head;
begin
  select * into strict head from record_head where lane = pg_backend_pid() % 16 for update;
  perform set_config('thidua.chain', head.lane || ':' || head.position || ':' || encode(head.hash, 'hex'), true);
  return null;
end
$$;

create function record_chain_link() returns trigger
  language plpgsql as $$
declare
  chain text := current_setting('thidua.chain');
begin
  new.lane := split_part(chain, ':', 1)::smallint;
  new.position := split_part(chain, ':', 2)::bigint + 1;
  new.previous_hash := decode(split_part(chain, ':', 3), 'hex');
  new.hash := sha256(new.previous_hash || convert_to(public.record_canonical(new), 'UTF8'));
  perform set_config('thidua.chain', new.lane || ':' || new.position || ':' || encode(new.hash, 'hex'), true);
  return new;
end
$$;

create function record_chain_end() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  head record_head;
  last record_entry;
begin
  if not exists (select from added_entry) then return null; end if;
  select * into strict head from record_head where lane = pg_backend_pid() % 16;
  if exists (
    select from (
      select lane, position, previous_hash, lag(hash, 1, head.hash) over way as hash_before,
        head.position + row_number() over way as expected
      from added_entry window way as (order by position)) link
    where (lane, position, previous_hash) is distinct from (head.lane, expected, hash_before))
  then
    raise exception 'record: the chain was disturbed' using errcode = 'insufficient_privilege';
  end if;
  select * into strict last from added_entry order by position desc limit 1;
  update record_head set position = last.position, hash = last.hash where lane = head.lane;
  return null;
end
$$;

create trigger record_entry_chain_begin before insert on record_entry
  for each statement execute function record_chain_begin();
create trigger record_entry_chain_link before insert on record_entry
  for each row execute function record_chain_link();
create trigger record_entry_chain_end after insert on record_entry
  referencing new table as added_entry for each statement execute function record_chain_end();
