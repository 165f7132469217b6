/** A plan of the year and pledges of the year, as the directive's movement asks of every unit in its scope (CT II.1.2; features/coverage). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { DB } from '../../../platform/db-types.ts';
import { plansInScope } from '../../coverage/coverage.server.ts';
import { pledgeInForce } from '../../pledges/visible.server.ts';
import { counted } from '../measured.ts';
import type { Behind, Measured } from '../measured.ts';
import type { FactsAsked, Measurement } from './asked.server.ts';
import { among, dayIn } from './asked.server.ts';

type Row = { readonly id: string; readonly unitId: string; readonly label: string; readonly knownAt: PlainDate };

export async function commitments(
  db: Kysely<DB>,
  asked: FactsAsked,
): Promise<{ readonly planned: Measurement; readonly pledged: Measurement }> {
  const { year, known, unitIds } = asked;
  const scope = await plansInScope(db, { year, known, unitIds });
  const plans = await plansOf(
    db,
    [...scope.values()].flatMap((planId) => planId ?? []),
  );
  const pledges = await pledgesOf(db, asked);
  const measured = (behind: readonly Behind[]): Measured => ({
    state: 'known',
    quantity: counted(behind.length),
    behind,
  });
  return {
    planned: new Map(
      [...scope].map(([unitId, planId]) => [unitId, measured((plans.get(planId ?? '') ?? []).map(planBehind))]),
    ),
    pledged: new Map(
      [...scope.keys()].map((unitId) => [unitId, measured((pledges.get(unitId) ?? []).map(pledgeBehind))]),
    ),
  };
}

const planBehind = ({ id, label, knownAt }: Row): Behind => ({
  way: 'plan_in_force',
  label,
  href: `/ke-hoach/${id}`,
  counts: true,
  figure: null,
  goal: null,
  knownAt,
});

const pledgeBehind = ({ id, label, knownAt }: Row): Behind => ({
  way: 'pledge_in_force',
  label,
  href: `/dang-ky-chi-tieu/${id}`,
  counts: true,
  figure: null,
  goal: null,
  knownAt,
});

async function plansOf(db: Kysely<DB>, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { rows } = await sql<Row>`
    select p.id, p.unit_id as "unitId", p.title as label, ${dayIn('p.decided_at')} as "knownAt"
    from plan p where p.id = any(${[...ids]}::uuid[])`.execute(db);
  return Map.groupBy(rows, ({ id }) => id);
}

async function pledgesOf(
  db: Kysely<DB>,
  { year, known, unitIds }: FactsAsked,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { rows } = await sql<Row>`
    select p.id, p.unit_id as "unitId", p.wording as label, ${dayIn('p.decided_at')} as "knownAt"
    from pledge p where p.year = ${year} and ${pledgeInForce('p', known)} and ${among('p.unit_id', unitIds)}
    order by p.decided_at, p.id`.execute(db);
  return Map.groupBy(rows, ({ unitId }) => unitId);
}
