/** Packages that wait for who keeps them: signed off to go up and not sent, or returned by the centre for completion. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { holdsRole } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { CentralDossier } from './list.server.ts';
import { centralDossiers } from './list.server.ts';
import { centreRights } from './rights.ts';

type Waiting = Pick<CentralDossier, 'id' | 'code' | 'title' | 'unitName' | 'isLate'> & {
  readonly dueOn: PlainDate | null;
};
export type CentreWork = { readonly toSend: readonly Waiting[]; readonly toComplete: readonly Waiting[] };

export async function centreWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<CentreWork> {
  if (!holdsRole(person, ...centreRights.send.by)) return { toSend: [], toComplete: [] };
  const there = await centralDossiers(db, person, { today, stages: ['at_centre'] });
  const mine = there.filter(({ mayKeep }) => mayKeep);
  const at = (wanted: CentralDossier['standing']) =>
    mine
      .filter(({ standing }) => standing === wanted)
      .map(({ id, code, title, unitName, isLate, due }) => ({
        id,
        code,
        title,
        unitName,
        isLate,
        dueOn: due?.on ?? null,
      }));
  return { toSend: at('to_send'), toComplete: at('returned') };
}

export const countCentreWork = ({ toSend, toComplete }: CentreWork): number => toSend.length + toComplete.length;
