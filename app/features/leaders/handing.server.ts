/**
 * What a frozen judgement of a block's year says goes into the register: the place in the block and the level of each unit, as notes of the holder that is the unit. Run twice it is
 * once; a sweep finds a judgement that was frozen and not handed on. Themed judgements give places in a movement and no note of the year.
 */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import { permitSystem } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { unitYears } from '../pledges/unit-year.server.ts';
import type { Level } from '../ranking/classify.ts';
import { offerNote } from '../register/offering.server.ts';
import { hasExceeded } from './exceeded.ts';
import { handText } from './text.ts';

type Judged = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly minutesNumber: string | null;
  readonly minutesDate: PlainDate | null;
  readonly frozenAt: Date;
  readonly isOfProvince: boolean;
  readonly isOfMovement: boolean;
};
type UnitResult = {
  readonly unitId: string;
  readonly place: number | null;
  readonly level: Level | null;
};

/** Nothing where it is not frozen. Of a movement only the holders are made, so that whoever leads can be proposed. */
export async function handOn(context: Context, judgementId: string): Promise<void> {
  const { tx } = context;
  const judged = await frozenOne(tx, judgementId);
  if (!judged) return;
  const permit = permitSystem('results.hand_on', context.actor);
  const results = await tx
    .selectFrom('judgement_result')
    .where('judgement_id', '=', judgementId)
    .orderBy('unit_id')
    .select(['unit_id as unitId', 'place', sql<Level | null>`level`.as('level')])
    .execute();
  if (judged.isOfMovement) {
    for (const { unitId } of results) await holderOfUnit(context, permit, unitId);
    return;
  }
  const exceeded = await exceededBy(tx, judged, results);
  for (const result of results) {
    const holderId = await holderOfUnit(context, permit, result.unitId);
    await offerBoth(context, { permit, holderId, judged, result, exceeded: exceeded.has(result.unitId) });
  }
}

type Given = {
  readonly permit: Permit;
  readonly holderId: string;
  readonly judged: Judged;
  readonly result: UnitResult;
  readonly exceeded: boolean;
};

async function offerBoth(context: Context, { permit, holderId, judged, result, exceeded }: Given): Promise<void> {
  const { year } = judged;
  const shared = { permit, holderId, origin: 'judgement', originId: judged.id } as const;
  const source = handText.source(judged.title, judged.minutesNumber, judged.minutesDate);
  const block = {
    year,
    in_block: true,
    organised_by: judged.isOfProvince ? 'province' : null,
    rank: result.place,
    // What the figures do not say is unknown, never no.
    exceeded: exceeded ? true : null,
    source,
  };
  await offerNote(context, { ...shared, kind: 'block', row: block });
  if (result.level !== null)
    await offerNote(context, { ...shared, kind: 'year', row: { year, level: result.level, source } });
}

async function frozenOne(tx: Transaction<DB>, id: string): Promise<Judged | undefined> {
  const { rows } = await sql<Judged>`
    select j.id, j.title, j.year, j.minutes_number as "minutesNumber", j.minutes_date as "minutesDate", j.frozen_at as "frozenAt",
      u.kind = 'province' as "isOfProvince", s.movement_id is not null as "isOfMovement"
    from judgement j join criteria_set s on s.id = j.set_id join unit u on u.id = j.unit_id
    where j.id = ${id} and j.stage = 'frozen' for share of j`.execute(tx);
  return rows[0];
}

/** As the figures were known on the day of the freeze, whenever this runs. */
async function exceededBy(
  tx: Transaction<DB>,
  { year, frozenAt }: Judged,
  results: readonly UnitResult[],
): Promise<ReadonlySet<string>> {
  const today = plainDateIn(frozenAt);
  const found = await unitYears(tx, { year, day: { today, known: today, through: `${year}-12-31` } });
  const byUnit = Map.groupBy(found, ({ unitId }) => unitId);
  return new Set(
    results
      .map(({ unitId }) => unitId)
      .filter((unitId) =>
        hasExceeded(
          (byUnit.get(unitId) ?? []).flatMap(({ judged }) =>
            judged
              ? [
                  {
                    demanded: judged.demanded,
                    value: judged.evaluation.value,
                    isAttained: judged.evaluation.status === 'achieved',
                  },
                ]
              : [],
          ),
        ),
      ),
  );
}

/** The holder that is the unit; entered when there is none. */
async function holderOfUnit(context: Context, permit: Permit, unitId: string): Promise<string> {
  const { tx, now, record } = context;
  const unit = await tx
    .selectFrom('unit_now')
    .where('id', '=', unitId)
    .select(['name', 'kind'])
    .executeTakeFirstOrThrow();
  const id = newId();
  const columns = {
    kind: 'collective',
    name: unit.name ?? unitId,
    unit_id: unitId,
    is_unit_id: unitId,
    group_code: unit.kind === 'commune' ? 'commune' : null,
    source: handText.holderSource,
  };
  const added = await tx
    .insertInto('holder')
    .values({ id, ...columns, entered_by: null, entered_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) {
    await record({ permit, kind: 'holder.entered', subject: { kind: 'holder', id }, unitId, after: columns });
    return id;
  }
  const there = await tx.selectFrom('holder').where('is_unit_id', '=', unitId).select('id').executeTakeFirstOrThrow();
  return there.id;
}

/** Frozen judgements of which nothing was handed on: whoever should have done it died. */
export async function handOnWhatWasMissed(context: Context): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select j.id from judgement j join criteria_set s on s.id = j.set_id
    where j.stage = 'frozen' and case when s.movement_id is null
      then exists (select from judgement_result r where r.judgement_id = j.id)
        and not exists (select from holder_offer o where o.origin = 'judgement' and o.origin_id = j.id)
      else exists (select from judgement_result r where r.judgement_id = j.id and not exists (select from holder h where h.is_unit_id = r.unit_id)) end
    order by j.frozen_at, j.id limit 20`.execute(context.tx);
  for (const { id } of rows) await handOn(context, id);
}
