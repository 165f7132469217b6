/** Inspections: who is to be inspected, what was found, and what became of it reaches those who must act. */
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Subject = { readonly subject_id: string };
type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;

/** An approved programme: whoever works in a unit of it. */
export async function tellProgramme(db: Database, { subject_id }: Subject, holders: Holders): Heard {
  const programme = await db
    .selectFrom('inspection_programme as p')
    .innerJoin('unit_now as b', 'b.id', 'p.unit_id')
    .select(['p.id', 'p.title', 'b.name as by'])
    .where('p.id', '=', subject_id)
    .executeTakeFirst();
  if (!programme) return [];
  const seats = await db
    .selectFrom('inspection')
    .select('unit_id')
    .distinct()
    .where('programme_id', '=', subject_id)
    .where('stage', '=', 'planned')
    .execute();
  const people = await Promise.all(seats.map(({ unit_id }) => holders(['officer', 'head'], unit_id, 'there only')));
  const facts = { about: 'programme', title: programme.title, by: programme.by ?? '' } as const;
  return [{ facts, link: `/kiem-tra/chuong-trinh/${programme.id}`, people: people.flat() }];
}

/** Planned outside a programme, held, called off: the unit inspected hears of it. */
export async function tellInspection(db: Database, { subject_id }: Subject, holders: Holders): Heard {
  const one = await db
    .selectFrom('inspection as i')
    .innerJoin('unit_now as u', 'u.id', 'i.unit_id')
    .innerJoin('unit_now as b', 'b.id', 'i.by_unit_id')
    .leftJoin('inspection_programme as p', 'p.id', 'i.programme_id')
    .select(['i.id', 'i.title', 'i.stage', 'i.unit_id', 'i.first_day as day', 'i.cancel_reason as reason'])
    .select(['u.name as unit', 'b.name as by', 'p.stage as programme'])
    .where('i.id', '=', subject_id)
    .executeTakeFirst();
  if (!one || one.programme === 'draft' || (one.stage === 'planned' && one.programme !== null)) return [];
  const { id, title, stage, day, reason, unit, by } = one;
  const people = await holders(['officer', 'head'], one.unit_id, 'there only');
  const facts = { about: 'inspection', stage, title, unit: unit ?? '', by: by ?? '', day, reason } as const;
  return [{ facts, link: `/kiem-tra/${id}`, people }];
}

/** Answered: whoever inspects for the body. Decided: whoever answered, and the unit's officers. */
export async function tellFinding(db: Database, { subject_id }: Subject, holders: Holders): Heard {
  const one = await db
    .selectFrom('finding as f')
    .innerJoin('unit_now as u', 'u.id', 'f.unit_id')
    .select(['f.id', 'f.inspection_id', 'f.unit_id', 'f.by_unit_id', 'f.stage', 'f.submitted_by', 'f.position'])
    .select(['f.return_reason as reason', 'u.name as unit'])
    .where('f.id', '=', subject_id)
    .executeTakeFirst();
  if (!one) return [];
  const { stage, unit, position, reason } = one;
  const people =
    stage === 'answered'
      ? await holders(['officer', 'head', 'appraiser', 'inspector'], one.by_unit_id, 'there only')
      : [...(one.submitted_by ? [one.submitted_by] : []), ...(await holders(['officer'], one.unit_id, 'there only'))];
  const facts = { about: 'finding', stage, unit: unit ?? '', position, reason } as const;
  return [{ facts, link: `/kiem-tra/${one.inspection_id}/ton-tai/${one.id}`, people }];
}
