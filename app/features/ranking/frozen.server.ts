/** What was frozen, as it was frozen: read from its rows, never reckoned again with later rules. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Total } from '../scoring/points.ts';
import type { Standing } from '../scoring/card.ts';
import { whyLevel } from './classify.ts';
import type { Level } from './classify.ts';
import type { Inputs } from './outcome.ts';
import type { Place } from './rank.ts';
import type { RankedRow } from './ranked.ts';

export type Frozen = {
  readonly inputs: Inputs;
  readonly frozenAt: Date;
  readonly rows: readonly (RankedRow & { readonly standing: Readonly<Record<string, Standing>> })[];
};
type KeptRow = {
  readonly standing: Readonly<Record<string, Standing>>;
  readonly sums: Omit<Total, 'score' | 'groups'>;
  readonly groups: Readonly<Record<string, { points: number; max: number; missing: number }>>;
  readonly tiedWith: readonly string[];
  readonly partedBy: Place['partedBy'];
};

/** For callers that know that it is frozen and that the asker may know of it. */
export async function frozenOf(db: Kysely<DB>, judgementId: string): Promise<Frozen> {
  const [kept, results] = await Promise.all([
    db
      .selectFrom('judgement')
      .select(['inputs', 'frozen_at'])
      .where('id', '=', judgementId)
      .where('stage', '=', 'frozen')
      .executeTakeFirst(),
    db.selectFrom('judgement_result').selectAll().where('judgement_id', '=', judgementId).execute(),
  ]);
  if (!kept?.frozen_at) throw new Error(`judgement ${judgementId} is not frozen`);
  const inputs = kept.inputs as unknown as Inputs;
  const rows = results.map((row) => {
    const { standing, sums, groups, tiedWith, partedBy } = row.card as unknown as KeptRow;
    const { score_above: above, score_below: below } = row;
    const score = above === null || below === null ? null : { above, below };
    const exact = score && { above: BigInt(score.above), below: BigInt(score.below) };
    const total = { ...sums, score: exact, groups: new Map(Object.entries(groups)) };
    return {
      unitId: row.unit_id,
      place: row.place,
      level: row.level as Level | null,
      isLeader: row.is_leader,
      shown: row.shown_points,
      full: row.full_points,
      score,
      tiedWith,
      partedBy,
      standing,
      ...pick(sums),
      why: whyLevel(total, inputs.thresholds),
    };
  });
  return { inputs, frozenAt: kept.frozen_at, rows };
}

function pick({ points, applicable, bonus, penalty, missing, notApplicable }: KeptRow['sums']) {
  return { points, applicable, bonus, penalty, missing, notApplicable };
}
