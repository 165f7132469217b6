/** The result of a block's year moves on: whoever has the next step hears of it, frozen every unit of it. An appeal: who handles it, and what became of it the unit. */
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Subject = { readonly subject_id: string };
type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;

export async function tellResult(db: Database, { subject_id: id }: Subject, holders: Holders): Heard {
  const row = await db
    .selectFrom('judgement')
    .select(['stage', 'title', 'unit_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return [];
  const { stage, title } = row;
  const people = await heardOf(db, { id, stage, unitId: row.unit_id }, holders);
  return people.length === 0
    ? []
    : [{ facts: { about: 'result', stage, title }, link: `/cham-diem/${id}/xep-hang`, people }];
}

type Moved = { readonly id: string; readonly stage: string; readonly unitId: string };

async function heardOf(db: Database, { id, stage, unitId }: Moved, holders: Holders): Promise<readonly string[]> {
  if (stage === 'settled') return holders(['council_secretary'], unitId);
  if (stage === 'signed_off') return holders(['deciding_authority'], unitId);
  if (stage !== 'frozen') return [];
  const units = await db.selectFrom('judgement_result').select('unit_id').where('judgement_id', '=', id).execute();
  const people = await Promise.all(units.map((one) => holders(['officer', 'head'], one.unit_id, 'there only')));
  return people.flat();
}

export async function tellAppeal(db: Database, { subject_id: id }: Subject, holders: Holders): Heard {
  const row = await db
    .selectFrom('result_appeal as a')
    .innerJoin('judgement as j', 'j.id', 'a.judgement_id')
    .innerJoin('unit_now as u', 'u.id', 'a.unit_id')
    .select(['a.stage', 'a.unit_id', 'j.title', 'j.unit_id as rootId', 'u.name as unit'])
    .where('a.id', '=', id)
    .executeTakeFirst();
  if (!row) return [];
  const { stage, title } = row;
  const isForHandlers = stage === 'filed' || stage === 'withdrawn';
  const people = isForHandlers
    ? await holders(['appraiser', 'council_secretary'], row.rootId)
    : await holders(['officer', 'head'], row.unit_id, 'there only');
  const facts = { about: 'result_appeal', stage, title, unit: row.unit ?? '' } as const;
  return [{ facts, link: `/cham-diem/kien-nghi/${id}`, people }];
}
