/** Flags that concern nominees, with what was decided of each. For callers that asked whether the reader may know of them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FlagEffect } from './flag.ts';

export type NomineeFlag = {
  readonly nomineeId: string;
  readonly id: string;
  readonly kindName: string;
  readonly body: string;
  readonly what: string;
  readonly number: string;
  readonly date: PlainDate | null;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
  readonly expires: PlainDate | null;
  readonly isStanding: boolean;
  readonly tellsUnit: boolean;
  readonly effect: FlagEffect | null;
  readonly reason: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** Of the decision; 0 where there is none. */
  readonly version: number;
};

/** A holder that was merged into another bears the flags of both. What no longer stands is there only where it was decided on. */
export async function flagsOn(
  db: Kysely<DB>,
  nomineeIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, readonly NomineeFlag[]>> {
  if (nomineeIds.length === 0) return new Map();
  const { rows } = await sql<NomineeFlag>`
    with wanted as (
      select n.id, coalesce(h.merged_into, h.id) as holder_id
      from nominee n join holder h on h.id = n.holder_id where n.id = any(${[...nomineeIds]}::uuid[])),
    concerned as (
      select w.id as nominee_id, f.* from wanted w
      join holder h on h.id = w.holder_id or h.merged_into = w.holder_id
      join flag f on f.holder_id = h.id)
    select f.nominee_id as "nomineeId", f.id, k.name as "kindName", f.body, f.what, f.paper_number as number, f.paper_date as date,
      f.period_from as "from", f.period_until as until, f.expires_on as expires,
      f.withdrawn_at is null and (f.expires_on is null or f.expires_on >= ${today}) as "isStanding",
      k.tells_unit as "tellsUnit", d.effect, d.reason, p.full_name as "decidedBy", d.decided_at as "decidedAt",
      coalesce(d.version, 0) as version
    from concerned f join flag_kind k on k.code = f.kind_code
    left join flag_decision d on d.flag_id = f.id and d.nominee_id = f.nominee_id
    left join person p on p.id = d.decided_by
    where d.effect is not null or f.withdrawn_at is null and (f.expires_on is null or f.expires_on >= ${today})
    order by f.entered_at, f.id`.execute(db);
  return Map.groupBy(rows, ({ nomineeId }) => nomineeId);
}

/** What a unit may know: that something is being verified about some of its nominees, where the kind of flag lets it. */
export async function areBeingVerified(
  db: Kysely<DB>,
  nomineeIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlySet<string>> {
  const flags = await flagsOn(db, nomineeIds, today);
  const told = [...flags].filter(([, some]) =>
    some.some(({ isStanding, tellsUnit, effect }) => isStanding && tellsUnit && effect === null),
  );
  return new Set(told.map(([id]) => id));
}
