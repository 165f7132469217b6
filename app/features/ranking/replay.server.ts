/** Frozen judgements of a year, each reckoned again (`replay.ts`). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { judgementVisibleTo } from '../scoring/visible.server.ts';
import { frozenOf } from './frozen.server.ts';
import { digestOf } from './inputs.server.ts';
import type { DifferingUnit, Replayed } from './replay.ts';
import { replayOf } from './replay.ts';

type Kept = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly frozenAt: Date;
  readonly digest: string | null;
  readonly recorded: string | null;
};
export type ReplayedJudgement = Omit<Kept, 'recorded'> &
  Omit<Replayed, 'differing'> & { readonly differing: readonly (DifferingUnit & { readonly name: string })[] };

/** Among those the asker may know of; the latest first. All years where none is asked for. */
export async function replayEvaluation(
  db: Kysely<DB>,
  actor: Actor,
  year?: number,
): Promise<readonly ReplayedJudgement[]> {
  const found: ReplayedJudgement[] = [];
  for (const { recorded, ...kept } of await frozenJudgements(db, actor, year)) {
    const frozen = await frozenOf(db, kept.id);
    const again = replayOf(frozen, { now: digestOf(frozen.inputs), stored: kept.digest, recorded });
    const names = await namesOf(db, again.differing);
    const differing = again.differing.map((one) => ({ ...one, name: names.get(one.unitId) ?? one.unitId }));
    found.push({ ...kept, ...again, differing });
  }
  return found;
}

/** Years with something frozen, the latest first. */
export async function frozenYears(db: Kysely<DB>, actor: Actor): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct judgement.year from judgement where judgement.stage = 'frozen' and ${judgementVisibleTo(actor)} order by year desc`.execute(
    db,
  );
  return rows.map(({ year }) => year);
}

async function frozenJudgements(db: Kysely<DB>, actor: Actor, year: number | undefined): Promise<readonly Kept[]> {
  const { rows } = await sql<Kept>`
    select judgement.id, judgement.title, judgement.year, judgement.frozen_at as "frozenAt", judgement.digest,
      (select e.after ->> 'digest' from record_entry e where e.subject_kind = 'judgement' and e.subject_id = judgement.id::text
        and e.kind = 'judgement.frozen' order by e.at desc limit 1) as recorded
    from judgement where judgement.stage = 'frozen' and ${judgementVisibleTo(actor)} and ${year === undefined ? sql`true` : sql`judgement.year = ${year}`}
    order by judgement.year desc, judgement.title, judgement.id`.execute(db);
  return rows;
}

async function namesOf(db: Kysely<DB>, units: readonly DifferingUnit[]): Promise<ReadonlyMap<string, string>> {
  if (units.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from unit_now where id::text = any(${units.map(({ unitId }) => unitId)}::text[])`.execute(db);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
