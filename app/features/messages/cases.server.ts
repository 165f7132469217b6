/** The cases that moved in a deed, and who waits for each: those who may take the next step, or whoever sent it. */
import type { Database } from '../../platform/db.server.ts';
import type { Recorded } from './audience.server.ts';
import type { Piece } from './gather.ts';
import type { Holders } from './holders.server.ts';

export async function movedValues(
  db: Database,
  entries: readonly Recorded[],
  holders: Holders,
): Promise<readonly Piece[]> {
  const rows = await db
    .selectFrom('actual as a')
    .innerJoin('indicator as i', 'i.code', 'a.indicator_code')
    .innerJoin('unit_now as u', 'u.id', 'a.unit_id')
    .select([
      'a.id',
      'a.stage',
      'a.period',
      'a.unit_id',
      'a.submitted_by',
      'a.return_reason',
      'i.name as indicator',
      'i.owner_unit_id',
      'u.name as unit',
    ])
    .where('a.id', 'in', subjects(entries))
    .execute();
  return piecesOf(entries, rows, async ({ id, stage, period, indicator, unit, return_reason, ...row }) => ({
    facts: { about: 'value', stage, indicator, period, unit: unit ?? '', reason: return_reason },
    link: `/nhap-so-lieu/${id}`,
    people: await waitFor(stage, row, () => verifiersOf(holders, row.unit_id, row.owner_unit_id)),
  }));
}

export async function verifiersOf(holders: Holders, unitId: string, ownerId: string | null) {
  const owners = ownerId === null ? [] : await holders(['indicator_owner'], ownerId);
  return owners.length > 0 ? owners : holders(['appraiser'], unitId);
}

/** Both may receive a pledge: the appraising body and the body that owns its indicator (pledges/procedure.ts). */
export async function movedPledges(
  db: Database,
  entries: readonly Recorded[],
  holders: Holders,
): Promise<readonly Piece[]> {
  const rows = await db
    .selectFrom('pledge as p')
    .innerJoin('unit_now as u', 'u.id', 'p.unit_id')
    .leftJoin('indicator as i', 'i.code', 'p.indicator_code')
    .select(['p.id', 'p.stage', 'p.year', 'p.wording', 'p.unit_id', 'p.submitted_by', 'p.return_reason'])
    .select(['u.name as unit', 'i.owner_unit_id'])
    .where('p.id', 'in', subjects(entries))
    .execute();
  return piecesOf(entries, rows, async ({ id, stage, year, wording, unit, return_reason, ...row }) => ({
    facts: { about: 'pledge', stage, year, what: wording, unit: unit ?? '', reason: return_reason },
    link: `/dang-ky-chi-tieu/${id}`,
    people: await waitFor(stage, row, async () => [
      ...(await holders(['appraiser'], row.unit_id)),
      ...(row.owner_unit_id ? await holders(['indicator_owner'], row.owner_unit_id) : []),
    ]),
  }));
}

export async function assignedTargets(
  db: Database,
  entries: readonly Recorded[],
  holders: Holders,
): Promise<readonly Piece[]> {
  const rows = await db
    .selectFrom('assigned_target as t')
    .innerJoin('indicator as i', 'i.code', 't.indicator_code')
    .innerJoin('unit_now as u', 'u.id', 't.unit_id')
    .select(['t.id', 't.year', 't.unit_id', 'i.name as indicator', 'u.name as unit'])
    .where('t.id', 'in', subjects(entries))
    .execute();
  return piecesOf(entries, rows, async ({ unit_id, indicator, unit, year }) => ({
    facts: { about: 'target', indicator, unit: unit ?? '', year },
    link: '/giao-chi-tieu',
    people: await holders(['officer', 'head'], unit_id, 'there only'),
  }));
}

type Sent = { readonly submitted_by: string | null };

async function waitFor(
  stage: string,
  { submitted_by }: Sent,
  receivers: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  if (stage === 'submitted') return receivers();
  const isDecided = stage === 'returned' || stage === 'verified' || stage === 'accepted';
  return isDecided && submitted_by !== null ? [submitted_by] : [];
}

function subjects(entries: readonly Recorded[]): readonly string[] {
  return entries.map(({ subject_id }) => subject_id);
}

async function piecesOf<Row extends { readonly id: string }>(
  entries: readonly Recorded[],
  rows: readonly Row[],
  pieceOf: (row: Row) => Promise<Omit<Piece, 'entryId'>>,
): Promise<readonly Piece[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pieces: Piece[] = [];
  for (const { id: entryId, subject_id } of entries) {
    const row = byId.get(subject_id);
    if (row) pieces.push({ entryId, ...(await pieceOf(row)) });
  }
  return pieces;
}
