/** Duties as an address names them: one by one, as a list was narrowed, or by what they are about and whose they are. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { readViewed } from '../coverage/asked.ts';
import { behind } from '../coverage/coverage.ts';
import { unitCoverage } from '../coverage/coverage.server.ts';
import { commitments } from './duty.ts';
import { dutyQuery, kindAt, mostChosen, narrowed, ofSubject } from './filter.ts';
import { gatherDuties } from './gather.server.ts';
import type { GatheredDuty } from './gathered.ts';
import { stillOwed } from './reminders.server.ts';

export type Chosen = {
  readonly duties: readonly GatheredDuty[];
  /** How many more there are than one deed takes. */
  readonly left: number;
};
type Asked = { readonly query: URLSearchParams; readonly today: PlainDate };

/**
 * `nv=<key>` (many); or `loc=1` with the query of the list; or `viec=<PT-1.2 | address of a kind>`, whatever the state, of the
 * units `don-vi=<code>` (many) or of a group of the coverage as its page names it: so other pages can lead here.
 */
export async function chosenDuties(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<Chosen> {
  const all = await allChosen(db, actor, asked);
  return { duties: all.slice(0, mostChosen), left: Math.max(0, all.length - mostChosen) };
}

async function allChosen(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<readonly GatheredDuty[]> {
  const { query, today } = asked;
  const keys = query.getAll('nv');
  if (keys.length > 0) return stillOwed(db, actor, { keys: keys.slice(0, mostChosen), today });
  const about = query.get('viec');
  if (about === null && !query.has('loc')) return [];
  const { duties } = await gatherDuties(db, actor, { today });
  if (about === null) return narrowed(duties, dutyQuery(query));
  const codes = await codesIn(db, actor, asked);
  const commitment = commitments.find((each) => each.toLowerCase() === about.toLowerCase());
  const kind = kindAt(about);
  return ofSubject(duties, { view: 'tat-ca', subject: query.get('ve') || undefined })
    .filter((duty) => codes === undefined || codes.has(duty.unit.code))
    .filter((duty) => (commitment !== undefined ? duty.commitment === commitment : duty.kind === kind));
}

/** Undefined: whichever unit. A group's units are counted here anew, since more than some hundred codes fit no address. */
async function codesIn(
  db: Kysely<DB>,
  actor: Actor,
  { query, today }: Asked,
): Promise<ReadonlySet<string> | undefined> {
  const codes = query.getAll('don-vi');
  if (codes.length > 0) return new Set(codes);
  const { opened } = readViewed(query);
  if (opened === undefined || opened.group === null) return undefined;
  const units = await unitCoverage(db, actor, { year: Number(today.slice(0, 4)) });
  return new Set(behind(units, opened).map(({ code }) => code));
}
