/** What the data said of each unit when the result was frozen. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { KeptMeasure } from './kept-measure.ts';
import { measuredOf } from './kept-measure.ts';
import type { Facts } from './measured.ts';

type Row = { readonly unitId: string; readonly facts: Readonly<Record<string, KeptMeasure>> };

/** By unit; only `unitId`'s where one is named. */
export async function frozenFacts(
  db: Kysely<DB>,
  judgementId: string,
  unitId?: string,
): Promise<ReadonlyMap<string, Facts>> {
  const { rows } = await sql<Row>`
    select card ->> 'unitId' as "unitId", card -> 'facts' as facts from judgement j, jsonb_array_elements(j.inputs -> 'cards') card
    where j.id = ${judgementId} and j.stage = 'frozen' and ${unitId === undefined ? sql`true` : sql`card ->> 'unitId' = ${unitId}`}`.execute(
    db,
  );
  return new Map(
    rows.map(({ unitId: own, facts }) => [
      own,
      new Map(Object.entries(facts).map(([key, kept]) => [key, measuredOf(kept)])),
    ]),
  );
}
