/** A round takes reports: whoever works in a unit it expects hears of it. A report moved on: whoever waits for it. */
import { z } from 'zod';
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Subject = { readonly id: string; readonly subject_id: string };
type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;

export async function tellRound(db: Database, { subject_id }: Subject, holders: Holders): Heard {
  const round = await db
    .selectFrom('reporting_round')
    .select(['id', 'name', 'due_on as due'])
    .where('id', '=', subject_id)
    .where('stage', '=', 'open')
    .executeTakeFirst();
  if (!round) return [];
  const expected = await expectedIn(db, subject_id);
  const people = await Promise.all(expected.map((unitId) => holders(['officer', 'head'], unitId, 'there only')));
  const facts = { about: 'round', name: round.name, due: round.due } as const;
  return [{ facts, link: `/ky-bao-cao/${round.id}`, people: people.flat() }];
}

const amendment = z.object({
  what: z.enum(['due', 'form', 'unit_added', 'unit_out']),
  was: z.string(),
  became: z.string(),
  unit: z.string().optional(),
});

/** A due day or a form changed: all that are expected. A unit added or taken out: that unit. */
export async function tellAmended(db: Database, { id, subject_id }: Subject, holders: Holders): Heard {
  const entry = await db.selectFrom('record_entry').select(['after', 'reason']).where('id', '=', id).executeTakeFirst();
  const round = await db
    .selectFrom('reporting_round')
    .select(['name', 'due_on as due'])
    .where('id', '=', subject_id)
    .executeTakeFirst();
  const read = amendment.safeParse(entry?.after);
  if (!round || !read.success) return [];
  const { what, was, became, unit } = read.data;
  const units = unit === undefined ? await expectedIn(db, subject_id) : [unit];
  const people = await Promise.all(units.map((unitId) => holders(['officer', 'head'], unitId, 'there only')));
  const reason = entry?.reason ?? null;
  const facts =
    what === 'unit_added'
      ? ({ about: 'round', ...round } as const)
      : ({ about: 'round_amended', what, was, became, name: round.name, reason } as const);
  return [{ facts, link: `/ky-bao-cao/${subject_id}`, people: people.flat() }];
}

async function expectedIn(db: Database, roundId: string): Promise<readonly string[]> {
  const expected = await db
    .selectFrom('round_unit')
    .select('unit_id')
    .where('round_id', '=', roundId)
    .where('exempt_reason', 'is', null)
    .execute();
  return expected.map(({ unit_id }) => unit_id);
}

/** Presented: the head. Signed: those who receive. Decided on: whoever signed, and the officers. */
export async function tellReport(db: Database, { subject_id }: Subject, holders: Holders): Heard {
  const report = await db
    .selectFrom('report as r')
    .innerJoin('reporting_round as o', 'o.id', 'r.round_id')
    .innerJoin('unit_now as u', 'u.id', 'r.unit_id')
    .select(['r.stage', 'r.unit_id', 'r.submitted_by', 'r.return_reason as reason', 'o.id', 'o.name as round'])
    .select(['u.name as unit', 'u.code'])
    .where('r.id', '=', subject_id)
    .executeTakeFirst();
  if (!report) return [];
  const { stage, round, reason, unit } = report;
  const people = await waitFor(report, holders);
  const facts = { about: 'report', stage, round, unit: unit ?? '', reason } as const;
  return people.length === 0 ? [] : [{ facts, link: `/bao-cao/${report.id}/${report.code ?? ''}`, people }];
}

type Waiting = { readonly stage: string; readonly unit_id: string; readonly submitted_by: string | null };

async function waitFor({ stage, unit_id, submitted_by }: Waiting, holders: Holders): Promise<readonly string[]> {
  if (stage === 'presented') return holders(['head'], unit_id, 'there only');
  if (stage === 'signed') return holders(['appraiser'], unit_id);
  if (stage !== 'received' && stage !== 'returned') return [];
  const officers = await holders(['officer'], unit_id, 'there only');
  return submitted_by === null ? officers : [submitted_by, ...officers];
}
