/** What waits for a person about dossiers: to confirm, receive, appraise, decide; own ones to hand in or mend. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Running } from './clock.ts';
import { clocksOn, runningFor } from './clocks.server.ts';
import type { ListedDossier } from './list.server.ts';
import { listDossiers } from './list.server.ts';
import { writingRoles } from './procedure.ts';

export type DossierLine = Pick<ListedDossier, 'id' | 'title' | 'stage' | 'unitName' | 'code'> & {
  readonly running: Running | undefined;
};
export type DossierWork = {
  /** Of others, whose next step is theirs; those that run out first. */
  readonly waiting: readonly DossierLine[];
  readonly waitingTotal: number;
  /** Own ones that came back. */
  readonly returned: readonly (DossierLine & { readonly reason: string | null })[];
};

const shown = 10;

export async function dossiersWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<DossierWork> {
  const held = [...unitsHeld(person, ...writingRoles)];
  const [waiting, returned] = await Promise.all([
    listDossiers(db, person, { isWaitingFor: true, size: 100 }),
    held.length === 0 ? [] : ownReturned(db, person, held),
  ]);
  // Asked on every page of everybody: the clocks only where something waits.
  const clocks = waiting.rows.length > 0 ? await clocksOn(db, today) : undefined;
  const lines = waiting.rows.map((row) => ({ ...row, running: clocks && runningFor(clocks, row) }));
  const byLeft = lines.toSorted((a, b) => (a.running?.left ?? 999) - (b.running?.left ?? 999));
  return {
    waiting: byLeft.slice(0, shown).map(lineOf),
    waitingTotal: waiting.total,
    returned: returned.map((row) => ({ ...lineOf({ ...row, running: undefined }), reason: row.returnReason })),
  };
}

function lineOf({
  id,
  title,
  stage,
  unitName,
  code,
  running,
}: ListedDossier & { readonly running: Running | undefined }): DossierLine {
  return { id, title, stage, unitName, code, running };
}

async function ownReturned(db: Kysely<DB>, person: Person, held: readonly string[]): Promise<readonly ListedDossier[]> {
  const { rows } = await sql<{ id: string }>`
    select id from dossier where stage = 'returned' and unit_id = any(${[...held]}::uuid[]) limit 50`.execute(db);
  if (rows.length === 0) return [];
  return (await listDossiers(db, person, { ids: rows.map(({ id }) => id), size: 50 })).rows;
}

/** Lines on the page. */
export function countDossierWork({ waiting, returned }: DossierWork): number {
  return waiting.length + returned.length;
}
