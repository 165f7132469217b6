/** What a plan is printed from: itself, its pledges, and how its unit stands at the head of its papers. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { issuerOf } from '../organisation/issuer.text.ts';
import { unitChoices } from '../organisation/unit-queries.server.ts';
import { findPlan } from './one.server.ts';

export async function printedPlan(
  db: Kysely<DB>,
  person: Person,
  { id, today }: { readonly id: string; readonly today: PlainDate },
) {
  const one = await findPlan(db, person, { id, today });
  if (!one) return undefined;
  const units = await unitChoices(db, person);
  const root = units.find(({ kind }) => kind === 'province');
  const { plan, pledges } = one;
  const unit = units.find(({ code }) => code === plan.unitCode);
  const named = unit ?? { kind: 'other' as const, name: plan.unitName, shortName: plan.unitName };
  const issuer = issuerOf(named, root ?? { name: '', shortName: '' });
  return { plan, pledges, issuer, today };
}
