/** What a plan is printed from: itself, its pledges, and how its unit stands at the head of its papers. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import { findPlan } from './one.server.ts';

export async function printedPlan(
  db: Kysely<DB>,
  person: Person,
  { id, today }: { readonly id: string; readonly today: PlainDate },
) {
  const one = await findPlan(db, person, { id, today });
  if (!one) return undefined;
  const { plan, pledges } = one;
  const issuer = await issuerAt(db, plan.unitId);
  return { plan, pledges, issuer, today };
}
