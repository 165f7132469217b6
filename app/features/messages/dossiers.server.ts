/** A dossier moved on: whoever has the next step hears of it, and its unit of every step. A paper that follows it: whoever works on it. */
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;

export async function tellDossier(
  db: Database,
  { id: entryId, subject_id }: { readonly id: string; readonly subject_id: string },
  holders: Holders,
): Heard {
  const row = await db
    .selectFrom('dossier as d')
    .innerJoin('unit_now as u', 'u.id', 'd.unit_id')
    .select([
      'd.id',
      'd.title',
      'd.code',
      'd.stage',
      'd.unit_id',
      'd.to_unit_id',
      'd.via_unit_id',
      'd.return_reason',
      'd.confirmed_at',
      'd.submitted_by',
      'u.name as unit',
    ])
    .where('d.id', '=', subject_id)
    .executeTakeFirst();
  if (!row) return [];
  const entry = await db.selectFrom('record_entry').select('after').where('id', '=', entryId).executeTakeFirst();
  const stage = (entry?.after as { stage?: string } | null)?.stage ?? row.stage;
  const facts = { about: 'dossier', stage, title: row.title, code: row.code, unit: row.unit ?? '' } as const;
  const link = `/khen-thuong/ho-so/${row.id}`;
  const next = (await nextHands({ ...row, stage }, holders)).filter((id) => id !== row.submitted_by);
  const own = stage === 'draft' ? [] : await holders(['officer', 'head'], row.unit_id, 'there only');
  return [
    { facts: { ...facts, isNext: true, reason: null }, link, people: next },
    {
      facts: { ...facts, isNext: false, reason: row.return_reason },
      link,
      people: own.filter((id) => !next.includes(id)),
    },
  ];
}

/** Whoever appraises it and whoever has the next step; it may be past its appraisal when the paper comes. */
export async function tellSupplement(
  db: Database,
  { id: entryId, subject_id }: { readonly id: string; readonly subject_id: string },
  holders: Holders,
): Heard {
  const [row, entry] = await Promise.all([
    db
      .selectFrom('dossier as d')
      .innerJoin('unit_now as u', 'u.id', 'd.unit_id')
      .select(['d.title', 'd.code', 'd.stage', 'd.to_unit_id', 'd.via_unit_id', 'd.confirmed_at', 'u.name as unit'])
      .where('d.id', '=', subject_id)
      .executeTakeFirst(),
    db.selectFrom('record_entry').select('after').where('id', '=', entryId).executeTakeFirstOrThrow(),
  ]);
  if (!row) return [];
  const { paper, name: file } = entry.after as { readonly paper: string; readonly name: string };
  const { title, code, unit } = row;
  const facts = { about: 'dossier_paper', title, code, unit: unit ?? '', paper, file } as const;
  const [next, appraisers] = await Promise.all([
    nextHands(row, holders),
    holders(['appraiser'], row.to_unit_id, 'there only'),
  ]);
  return [{ facts, link: `/khen-thuong/ho-so/${subject_id}/giay-to`, people: [...new Set([...next, ...appraisers])] }];
}

type Moved = {
  readonly stage: string;
  readonly to_unit_id: string;
  readonly via_unit_id: string | null;
  readonly confirmed_at: Date | null;
};

async function nextHands(
  { stage, to_unit_id, via_unit_id, confirmed_at }: Moved,
  holders: Holders,
): Promise<readonly string[]> {
  if (stage === 'submitted' && via_unit_id !== null && confirmed_at === null)
    return holders(['head'], via_unit_id, 'there only');
  if (stage === 'submitted') return holders(['appraiser'], to_unit_id, 'there only');
  if (stage === 'council') return holders(['council_secretary'], to_unit_id, 'there only');
  if (stage === 'deciding') return holders(['deciding_authority', 'head'], to_unit_id, 'there only');
  return [];
}
