/** Where duties come from. Each source asks the feature that judges it, for units that the actor may know of. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Settings } from '../../platform/settings.ts';
import { owedByUnits } from '../actuals/due.server.ts';
import { remediesOwed } from '../inspections/waiting.server.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import { openRounds } from '../rounds/list.server.ts';
import type { Duty } from './duty.ts';
import { dutyKey } from './duty.ts';
import { visibleTo } from './visible.server.ts';

export type Asked = {
  readonly today: PlainDate;
  readonly settings: Settings;
  /** Only these units; all that the actor may know of when absent. */
  readonly unitIds?: readonly string[] | undefined;
  /** Tasks and milestones due after this day are left out. */
  readonly until: PlainDate;
};

/** As a condition on a column that holds a unit's id. */
export function among(actor: Actor, unit: string, unitIds: readonly string[] | undefined) {
  const seen = visibleTo(actor, unit);
  return unitIds === undefined ? seen : sql<boolean>`(${seen} and ${sql.ref(unit)} = any(${[...unitIds]}::uuid[]))`;
}

/** A report that came back has no day of its own: its first sending settled whether it was on time. */
export async function reportDuties(db: Kysely<DB>, actor: Actor, { today, unitIds }: Asked): Promise<readonly Duty[]> {
  const rounds = await openRounds(db, actor, { today, unitIds });
  const owing = ['waiting', 'overdue', 'returned'];
  return rounds.flatMap(({ id, name, dueOn, units }) =>
    units
      .filter(({ standing }) => owing.includes(standing))
      .map(({ unitId, code, standing }) => ({
        key: dutyKey('report', id, unitId),
        kind: 'report' as const,
        unitId,
        about: name,
        dueOn: standing === 'returned' ? null : dueOn,
        href: `/bao-cao/${id}/${code}`,
      })),
  );
}

export async function valueDuties(db: Kysely<DB>, actor: Actor, { today, unitIds }: Asked): Promise<readonly Duty[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from unit_now u join unit n on n.id = u.id
    where u.is_active and ${among(actor, 'u.id', unitIds)} and (n.takes_part or u.parent_id is null
      or exists (select from indicator i where i.owner_unit_id = u.id))`.execute(db);
  const owed = await owedByUnits(
    db,
    rows.map(({ id }) => id),
    today,
  );
  return owed.map(({ byUnitId, unitCode, period, deadline, missing, begun, returned }) => ({
    key: dutyKey('values', `${unitCode}.${period.code}`, byUnitId),
    kind: 'values',
    unitId: byUnitId,
    about: period.code,
    dueOn: deadline,
    href: `/nhap-so-lieu?don-vi=${unitCode}&ky=${period.code}`,
    values: { missing: missing.length, begun: begun.length, returned: returned.length },
  }));
}

/** What an inspection found and the unit has yet to put right. */
export async function findingDuties(db: Kysely<DB>, actor: Actor, { unitIds }: Asked): Promise<readonly Duty[]> {
  const owed = await remediesOwed(db, actor);
  return owed
    .filter(({ unitId }) => !unitIds || unitIds.includes(unitId))
    .map(({ id, inspectionId, unitId, statement, dueOn, ownerId, isReturned }) => ({
      key: dutyKey('finding', id, unitId),
      kind: 'finding',
      unitId,
      about: statement,
      dueOn,
      href: `/kiem-tra/${inspectionId}/ton-tai/${id}`,
      ownerId,
      isReturned,
    }));
}

type Receipt = { readonly id: string; readonly name: string; readonly unitId: string; readonly since: Date | null };

/** No rule gives a day for receiving. The directive's own movement is there from the start of the product, which is no day of its launch. */
export async function receiptDuties(db: Kysely<DB>, actor: Actor, { unitIds }: Asked): Promise<readonly Duty[]> {
  const { rows } = await sql<Receipt>`
    select movement.id, movement.name, s.unit_id as "unitId", coalesce(s.joined_at, case when movement.pack_code is null then movement.launched_at end) as since
    from movement_unit s join movement on movement.id = s.movement_id join unit_now u on u.id = s.unit_id and u.is_active
    where s.received_at is null and s.left_at is null and movement.stage = 'launched' and ${movementVisibleTo(actor)}
      and ${among(actor, 's.unit_id', unitIds)}`.execute(db);
  return rows.map(({ id, name, unitId, since }) => ({
    key: dutyKey('receipt', id, unitId),
    kind: 'receipt',
    unitId,
    about: name,
    dueOn: null,
    href: `/phong-trao/${id}`,
    ...(since !== null && { since: plainDateIn(since) }),
  }));
}
