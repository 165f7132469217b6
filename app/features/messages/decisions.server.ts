/** A decision moved on: whoever has the next step hears of it; issued, the units whose people and collectives are in it. */
import { sql } from 'kysely';
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;

export async function tellDecision(
  db: Database,
  { subject_id, kind }: { readonly subject_id: string; readonly kind: string },
  holders: Holders,
): Heard {
  const row = await db
    .selectFrom('decision as d')
    .where('d.id', '=', subject_id)
    .select(['d.id', 'd.stage', 'd.unit_id as unitId', 'd.number', 'd.return_reason as reason', 'd.submitted_by as by'])
    .select(sql<string>`d.content ->> 'about'`.as('title'))
    .executeTakeFirst();
  if (!row) return [];
  const { id, stage, unitId, title, number, reason } = row;
  if (kind === 'decision.issued') {
    const facts = { about: 'decision', stage: 'issued', title, number, reason: null } as const;
    return [{ facts, link: `/khen-thuong/quyet-dinh/cong-bo/${id}`, people: await concerned(db, id, holders) }];
  }
  const facts = { about: 'decision', stage, title, number, reason } as const;
  return [{ facts, link: `/khen-thuong/quyet-dinh/${id}`, people: await waitingFor(stage, unitId, holders) }];
}

async function waitingFor(stage: string, unitId: string, holders: Holders): Promise<readonly string[]> {
  if (stage === 'submitted' || stage === 'numbered')
    return holders(['deciding_authority', 'head'], unitId, 'there only');
  if (stage === 'signed') return holders(['officer'], unitId, 'there only');
  return stage === 'draft' || stage === 'sealed' ? holders(['appraiser'], unitId) : [];
}

/** Those who proposed, and those of the units of the holders. */
async function concerned(db: Database, decisionId: string, holders: Holders): Promise<readonly string[]> {
  const { rows } = await sql<{ unitId: string }>`
    select distinct x.unit_id as "unitId" from decision_line l join nominee n on n.id = l.nominee_id join dossier d on d.id = n.dossier_id
      join holder h on h.id = n.holder_id cross join lateral (values (d.unit_id), (h.unit_id)) as x(unit_id)
    where l.decision_id = ${decisionId}`.execute(db);
  const people = await Promise.all(rows.map(({ unitId }) => holders(['officer', 'head'], unitId, 'there only')));
  return [...new Set(people.flat())];
}
