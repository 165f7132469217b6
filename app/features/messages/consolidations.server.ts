/** A consolidated report moved on. Frozen: whoever signs it off. Returned or issued: whoever froze it. */
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Subject = { readonly subject_id: string };

export async function tellConsolidation(
  db: Database,
  { subject_id }: Subject,
  holders: Holders,
): Promise<readonly Omit<Told, 'entryId'>[]> {
  const found = await db
    .selectFrom('consolidation')
    .select(['stage', 'title', 'unit_id', 'submitted_by', 'return_reason as reason'])
    .where('id', '=', subject_id)
    .executeTakeFirst();
  if (!found || found.stage === 'withdrawn') return [];
  const { stage, title, reason, submitted_by } = found;
  const people = stage === 'frozen' ? await holders(['head'], found.unit_id, 'there only') : [submitted_by];
  const facts = { about: 'consolidation', stage, title, reason } as const;
  return [{ facts, link: `/bao-cao-tong-hop/${subject_id}`, people: people.filter((id) => id !== null) }];
}
