/** All that pages with figures read, as known on a day: what a person and what the public would see, as plain text. */
import type { Actor } from '../app/kernel/actor.ts';
import type { Database } from '../app/platform/db.server.ts';
import type { Day } from '../app/ui/day.ts';
import { dayOf } from '../app/ui/day.ts';
import { listActuals } from '../app/features/actuals/list.server.ts';
import { rootUnit } from '../app/features/organisation/root.server.ts';
import { readUnitsQuery } from '../app/features/organisation/unit-filter.ts';
import { unitsAll } from '../app/features/organisation/unit-list.server.ts';
import { unitChoices, unitDetail } from '../app/features/organisation/unit-queries.server.ts';
import { factsFor, sheetFor, vintagesOf } from '../app/features/overview/detail.server.ts';
import { listSheet } from '../app/features/overview/exports.server.ts';
import { findScheme, listSchemes } from '../app/features/overview/schemes.server.ts';
import { provinceStandings } from '../app/features/overview/standing.server.ts';
import { unitStandings } from '../app/features/overview/unit-standing.server.ts';
import { unitValues } from '../app/features/overview/unit-values.server.ts';
import { unitsView } from '../app/features/overview/units-view.server.ts';
import { lineOf, provinceLines, viewOf } from '../app/features/overview/view.server.ts';
import { listPledges, pledgeCoverage } from '../app/features/pledges/list.server.ts';
import { listTargets } from '../app/features/targets/list.server.ts';

export type Looking = { readonly actor: Actor; readonly day: Day };
export type Scene = {
  readonly indicatorCode: string;
  readonly schemeCode: string;
  readonly unitCode: string;
  readonly unitId: string;
};

/** By page. */
export async function seenOn(db: Database, looking: Looking, scene: Scene): Promise<Readonly<Record<string, string>>> {
  const { actor, day } = looking;
  const { known: knownOn } = day;
  const { indicatorCode, schemeCode, unitCode, unitId } = scene;
  const year = Number(dayOf(day).slice(0, 4));
  const lines = await provinceLines(db, day);
  const pages = {
    overview: [lines, await listSchemes(db, day), await unitsView(db, actor, day, null)],
    indicators: listSheet(lines, ''),
    indicator: await indicatorPage(db, looking, indicatorCode),
    values: await listActuals(db, actor, { indicatorCode, withSuperseded: true, knownOn, sort: 'period' }),
    schemes: await listSchemes(db, day),
    scheme: [
      await findScheme(db, schemeCode, day),
      pledged(await listPledges(db, actor, { schemeCode, year, knownOn })),
    ],
    unit: [
      { ...(await unitDetail(db, actor, unitCode, knownOn)), day: null },
      (await unitStandings(db, day)).units.find((unit) => unit.unitId === unitId),
      await listActuals(db, actor, { unitId, knownOn, sort: 'period' }),
      pledged(await listPledges(db, actor, { unitId, year, knownOn })),
    ],
    units: await unitsAll(db, actor, readUnitsQuery(knownOn ? `?ngay=${knownOn}` : '', day.today)),
    grid: [await unitChoices(db, actor, ['commune'], knownOn ?? null), await unitStandings(db, day)],
    targets: await listTargets(db, actor, { year, knownOn }),
    pledges: [
      pledged(await listPledges(db, actor, { year, knownOn })),
      await pledgeCoverage(db, actor, { year, knownOn }),
    ],
  };
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, textOf(page)]));
}

async function indicatorPage(db: Database, { actor, day }: Looking, code: string) {
  const root = await rootUnit(db, day.known);
  const standing = (await provinceStandings(db, day)).find(({ definition }) => definition.code === code);
  if (!root || !standing) throw new Error(`no ${code}`);
  const asking = { root, standing, day };
  const facts = await factsFor(db, actor, asking);
  return [
    { ...standing.definition, version: null },
    lineOf(standing),
    viewOf(standing, facts, await vintagesOf(db, asking)),
    await unitValues(db, actor, { indicatorCode: code, rootId: root.id, day }),
    await sheetFor(db, actor, asking),
  ];
}

/** What may be done next is of today. */
function pledged({ rows, total }: Awaited<ReturnType<typeof listPledges>>) {
  return { total, rows: rows.map(({ moves: _moves, ...row }) => row) };
}

function textOf(page: unknown): string {
  return JSON.stringify(page, (_key, value: unknown) => (value instanceof Map ? [...value] : value), 1) ?? '';
}
