/** The pages on which a person owes something that can be written without a line. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { DutyKind } from '../urging/duty.ts';
import { dutiesAtDeskOf } from '../urging/gather.server.ts';

/** No more than a thin line carries beside the work itself. */
const most = 30;
const written: readonly DutyKind[] = ['report', 'values', 'task', 'milestone'];

export async function dutyPages(db: Kysely<DB>, person: Person, now: Date): Promise<readonly string[]> {
  const duties = await dutiesAtDeskOf(db, person, { today: plainDateIn(now) });
  const pages = duties.filter(({ kind }) => written.includes(kind)).map(({ href }) => href);
  return ['/viec-cua-toi', ...new Set(pages)].slice(0, most);
}
