/** The pages on which a person owes something that can be written without a line. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { workOf } from '../work/work.server.ts';

/** No more than a thin line carries beside the work itself. */
const most = 30;

export async function dutyPages(db: Kysely<DB>, person: Person, now: Date): Promise<readonly string[]> {
  const { owed, ownReports, plans } = await workOf(db, person, now);
  const pages = [
    ...ownReports.map(({ roundId, unitCode }) => `/bao-cao/${roundId}/${unitCode}`),
    ...owed.map(({ unitCode, period }) => `/nhap-so-lieu?don-vi=${unitCode}&ky=${period.code}`),
    ...plans.milestones.map(({ planId, taskId }) => `/ke-hoach/${planId}/nhiem-vu/${taskId}`),
  ];
  return ['/viec-cua-toi', ...new Set(pages)].slice(0, most);
}
