/**
 * The scope of a running movement follows the organisation: whoever comes to be and is covered joins and is told, whoever
 * took over a unit of the scope joins in its place, and whoever is no more leaves. A receipt goes on to the successor when
 * every unit that went into it had received; else the successor receives for itself.
 */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { followRights } from './procedure.ts';

type Change = { readonly movementId: string; readonly unitId: string; readonly way: 'joined' | 'left' | 'back' };

/** How many movements changed. Run twice, or at once, it changes nothing the second time. */
export async function followUnits(context: Context): Promise<Result<number, PermitRefusal>> {
  const { tx, actor, now, record } = context;
  const allowed = permitTo(followRights, 'movement.follow', actor, []);
  if (!allowed.ok) return allowed;
  await sql`select pg_advisory_xact_lock(hashtext('movement.follow'))`.execute(tx);
  const changes = [...(await leave(context)), ...(await join(context))];
  const byMovement = Map.groupBy(changes, ({ movementId }) => movementId);
  for (const [id, own] of byMovement) {
    const of = (way: Change['way']) => own.filter((one) => one.way === way).map(({ unitId }) => unitId);
    const { unit_id: unitId } = await tx
      .selectFrom('movement')
      .select('unit_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const after = { on: plainDateIn(now), joined: of('joined'), back: of('back'), left: of('left') };
    const subject = { kind: 'movement', id };
    await record({ permit: allowed.value, kind: 'movement.followed', subject, unitId, after });
  }
  return ok(byMovement.size);
}

/** A unit that has ended leaves; one whose ending was a mistake is back. */
async function leave({ tx, now }: Context): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    update movement_unit s set left_at = case when u.is_active then null else ${now}::timestamptz end
    from unit_now u, movement m
    where u.id = s.unit_id and m.id = s.movement_id and m.stage = 'launched' and u.is_active = (s.left_at is not null)
    returning s.movement_id as "movementId", s.unit_id as "unitId", case when s.left_at is null then 'back' else 'left' end as way`.execute(
    tx,
  );
  return rows;
}

/** `heir`: who stands today where a unit of the scope has ended, over however many mergers. */
async function join({ tx, now }: Context): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`
    with recursive running as (select m.id, m.unit_id from movement m where m.stage = 'launched' and m.last_day >= today_here()),
    heir(movement_id, from_id, unit_id, depth) as (
      select s.movement_id, s.unit_id, x.successor_id, 1 from running r join movement_unit s on s.movement_id = r.id and s.left_at is not null
        join unit_succession x on x.predecessor_id = s.unit_id
      union
      select h.movement_id, h.from_id, x.successor_id, h.depth + 1 from heir h join unit_now u on u.id = h.unit_id and not u.is_active
        join unit_succession x on x.predecessor_id = h.unit_id where h.depth < 20),
    heirs as (
      select distinct h.movement_id, h.from_id, h.unit_id from heir h join running r on r.id = h.movement_id
        join unit_now u on u.id = h.unit_id and u.is_active and u.takes_part
        join unit_tree t on t.descendant_id = u.id and t.ancestor_id = r.unit_id and t.depth > 0),
    due as (
      select c.movement_id, c.unit_id from running r join movement_covered c on c.movement_id = r.id
      union select movement_id, unit_id from heirs),
    receipt as (
      select h.movement_id, h.unit_id, bool_and(s.received_at is not null) as whole,
        (array_agg(s.unit_id order by s.received_at desc, s.unit_id))[1] as from_id
      from heirs h join movement_unit s on s.movement_id = h.movement_id and s.unit_id = h.from_id group by 1, 2)
    insert into movement_unit (movement_id, unit_id, joined_at, received_at, received_by, received_for, received_as)
    select d.movement_id, d.unit_id, ${now}, s.received_at, s.received_by, s.received_for, case when s.unit_id is not null then coalesce(s.received_as, s.unit_id) end
    from due d left join receipt r on r.movement_id = d.movement_id and r.unit_id = d.unit_id and r.whole
      left join movement_unit s on s.movement_id = r.movement_id and s.unit_id = r.from_id
    where not exists (select from movement_unit n where n.movement_id = d.movement_id and n.unit_id = d.unit_id)
    returning movement_id as "movementId", unit_id as "unitId", 'joined' as way`.execute(tx);
  return rows;
}
