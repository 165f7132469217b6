/** Duties as an address names them: one by one, as a list was narrowed, or by what they are about and whose they are. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { commitments } from './duty.ts';
import { dutyQuery, kindAt, narrowed } from './filter.ts';
import { gatherDuties } from './gather.server.ts';
import type { GatheredDuty } from './gathered.ts';
import { stillOwed } from './reminders.server.ts';

const most = 1000;

/**
 * `nv=<key>` (many); or `loc=1` with the query of the list; or `viec=<PT-1.2 | address of a kind>` with `don-vi=<code>`
 * (many), whatever the state: so other pages can lead here.
 */
export async function chosenDuties(
  db: Kysely<DB>,
  actor: Actor,
  { query, today }: { readonly query: URLSearchParams; readonly today: PlainDate },
): Promise<readonly GatheredDuty[]> {
  const keys = query.getAll('nv');
  if (keys.length > 0) return stillOwed(db, actor, { keys: keys.slice(0, most), today });
  const about = query.get('viec');
  if (about === null && !query.has('loc')) return [];
  const { duties } = await gatherDuties(db, actor, { today });
  if (about === null) return narrowed(duties, dutyQuery(query)).slice(0, most);
  const codes = query.getAll('don-vi');
  const commitment = commitments.find((each) => each.toLowerCase() === about.toLowerCase());
  const kind = kindAt(about);
  return duties
    .filter((duty) => codes.length === 0 || codes.includes(duty.unit.code))
    .filter((duty) => (commitment !== undefined ? duty.commitment === commitment : duty.kind === kind))
    .slice(0, most);
}
