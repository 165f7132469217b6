/** An initiative moved on: whoever reviews, or whoever sent it, hears of it; a member of a panel that they were seated. */
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;

export async function tellInitiative(
  db: Database,
  { subject_id }: { readonly subject_id: string },
  holders: Holders,
): Heard {
  const row = await db
    .selectFrom('initiative as i')
    .innerJoin('unit_now as u', 'u.id', 'i.unit_id')
    .select(['i.id', 'i.title', 'i.stage', 'i.unit_id', 'i.submitted_by', 'i.return_reason', 'u.name as unit'])
    .where('i.id', '=', subject_id)
    .executeTakeFirst();
  if (!row) return [];
  const facts = {
    about: 'initiative',
    stage: row.stage,
    title: row.title,
    unit: row.unit ?? '',
    reason: row.return_reason,
  } as const;
  return [{ facts, link: `/sang-kien/${row.id}`, people: await waitingFor(row, holders) }];
}

type Moved = { readonly stage: string; readonly unit_id: string; readonly submitted_by: string | null };

async function waitingFor({ stage, unit_id, submitted_by }: Moved, holders: Holders): Promise<readonly string[]> {
  if (stage === 'submitted' || stage === 'raised') {
    const reviewers = await holders(['head', 'appraiser'], unit_id);
    return reviewers.filter((id) => id !== submitted_by);
  }
  const isTold = ['returned', 'recognised', 'refused', 'unit_review', 'province_review'].includes(stage);
  return isTold ? holders(['officer', 'head'], unit_id, 'there only') : [];
}
