/**
 * Where every indicator stands for one unit, on a day, as known then. One calculation for everybody: the figures of a
 * whole tree added up are public (docs/adr/0006), so nobody's rights take part. Kept in memory until the record says
 * that something moved.
 */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Day, Reach } from '../../ui/day.ts';
import { dayOf } from '../../ui/day.ts';
import { rollUpAll } from '../actuals/rollup.server.ts';
import { indicatorOf, sheetIndicatorOf } from '../indicators/definition.ts';
import { listDefinitions, marginSet } from '../indicators/definitions.server.ts';
import { rootUnit } from '../organisation/root.server.ts';
import type { Standing } from './standing.ts';
import { NO_CELLS, standingOf, standingThrough } from './standing.ts';
import { remember } from './remember.server.ts';

/** Every indicator in the directive's order; without figures where nobody reported. */
export async function standingsOf(db: Kysely<DB>, unitId: string, day: Reach): Promise<readonly Standing[]> {
  const { today, known, through } = day;
  const all = await remember(db, `standings ${unitId} ${known ?? `now ${today}`}`, () =>
    computeStandings(db, unitId, { today, known }),
  );
  return through === undefined ? all : all.map((one) => standingThrough(one, through, dayOf(day)));
}

export async function provinceStandings(db: Kysely<DB>, day: Reach): Promise<readonly Standing[]> {
  const root = await rootUnit(db, day.known);
  return root ? standingsOf(db, root.id, day) : [];
}

async function computeStandings(db: Kysely<DB>, rootId: string, day: Day): Promise<readonly Standing[]> {
  const { known } = day;
  const [definitions, margin, cells] = await Promise.all([
    listDefinitions(db, known),
    marginSet(db, known),
    rollUpAll(db, { rootId, ...(known && { knownOn: known }) }),
  ]);
  return definitions.map((definition) => {
    const written = sheetIndicatorOf(definition, margin);
    const made = {
      definition,
      written,
      indicator: indicatorOf(written),
      cells: cells.get(definition.code) ?? NO_CELLS,
    };
    return standingOf(made, dayOf(day));
  });
}
