/** Opinions asked of a body: the unit that is asked hears of it and is reminded; whoever asked hears the answer, and of silence. */
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;
type Entry = { readonly kind: string; readonly subject_id: string };

export async function tellOpinion(db: Database, { kind, subject_id }: Entry, holders: Holders): Heard {
  const row = await db
    .selectFrom('opinion_request as q')
    .innerJoin('dossier as d', 'd.id', 'q.dossier_id')
    .innerJoin('unit_now as r', 'r.id', 'd.to_unit_id')
    .select(['q.id', 'q.body', 'q.unit_id', 'q.due_on', 'd.title', 'd.to_unit_id', 'r.name as by'])
    .where('q.id', '=', subject_id)
    .executeTakeFirst();
  if (!row) return [];
  const why = whyOf(kind);
  const facts = {
    about: 'opinion',
    why,
    title: row.title,
    body: row.body,
    by: row.by ?? '',
    due: row.due_on ?? '',
  } as const;
  const isForAsked = why === 'asked' || (why === 'reminded' && row.unit_id !== null);
  if (isForAsked && row.unit_id === null) return [];
  const people =
    isForAsked && row.unit_id !== null
      ? await holders(['officer', 'head'], row.unit_id, 'there only')
      : await holders(['appraiser'], row.to_unit_id);
  return [{ facts, link: `/khen-thuong/tham-dinh/y-kien/${row.id}`, people }];
}

function whyOf(kind: string) {
  if (kind === 'opinion.asked') return 'asked';
  if (kind === 'opinion.reminded') return 'reminded';
  return kind === 'opinion.silent' ? 'silent' : 'answered';
}
