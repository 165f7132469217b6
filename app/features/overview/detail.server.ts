/** One indicator of one unit, with all that stands behind it: the full calculation sheet, its facts, what was known before. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isInScope } from '../../kernel/permit.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { unitsForSheet, valuesForSheet } from '../actuals/sheet.server.ts';
import { evaluateSheet } from '../indicators/evaluate.ts';
import type { Fact } from '../indicators/explanation.ts';
import { withNames } from '../indicators/explanation.ts';
import { readSheet } from '../indicators/read-sheet.ts';
import type { Sheet } from '../indicators/read-sheet.ts';
import { rollUp } from '../indicators/series.ts';
import type { Cells } from '../indicators/series.ts';
import type { SheetInput } from '../indicators/sheet.ts';
import { knownOn } from '../indicators/vintage.ts';
import { publicSheet } from './public-sheet.ts';
import { remember } from './remember.server.ts';
import { unitsOn } from '../organisation/unit-rows.server.ts';
import type { Root } from '../organisation/root.server.ts';
import type { Day } from '../../ui/day.ts';
import { dayOf } from '../../ui/day.ts';
import type { Standing } from './standing.ts';
import { sheetText } from './text.ts';
import { vintageDays } from './vintages.ts';

export type Asking = { readonly root: Root; readonly standing: Standing; readonly day: Day };

/** Whether single units' figures may be shown: to whoever is signed in, never to the public. */
export function seesUnits(actor: Actor): boolean {
  return actor.kind !== 'stranger' && isInScope(actor, 'actuals:read');
}

export async function sheetFor(db: Kysely<DB>, actor: Actor, { root, standing, day }: Asking): Promise<SheetInput> {
  if (!seesUnits(actor)) return publicSheet(standing, root, { asOf: dayOf(day), parts: sheetText.parts });
  return fullSheet(db, actor, { root, standing, day });
}

/** Facts for the reader: units by name for those who may know them, the mere calculation for the public. */
export async function factsFor(db: Kysely<DB>, actor: Actor, asking: Asking): Promise<readonly Fact[]> {
  if (!seesUnits(actor)) return asking.standing.evaluation.facts;
  const { facts } = await evaluated(db, asking);
  const rows = await db.selectFrom(unitsOn(asking.day.known).as('u')).select(['u.code', 'u.name']).execute();
  return withNames(facts, new Map(rows.map((row) => [row.code ?? '', row.name ?? ''])));
}

export type VintageLine = { readonly day: PlainDate; readonly cells: Cells };

/** The figures as they were known before they were corrected: the last two times. */
export async function vintagesOf(db: Kysely<DB>, asking: Asking): Promise<readonly VintageLine[]> {
  return (await evaluated(db, asking)).vintages;
}

function evaluated(db: Kysely<DB>, asking: Asking) {
  const { root, standing, day } = asking;
  const key = `sheet ${root.id} ${standing.definition.code} ${day.known ?? `now ${day.today}`}`;
  return remember(db, key, async () => {
    const sheet = expectOk(readSheet(await fullSheet(db, { kind: 'system', name: 'job' }, asking)));
    const vintages = vintageDays(sheet.actuals, sheet.asOf, 2).map((at) => ({ day: at, cells: cellsOn(sheet, at) }));
    return { facts: evaluateSheet(sheet).facts, vintages };
  });
}

function cellsOn({ actuals, tree, lives, unit, indicator }: Sheet, day: PlainDate): Cells {
  return rollUp(knownOn(actuals, day).current, tree, unit, indicator, lives).cells;
}

/** Every value known on the day, of every unit in the tree. */
export async function fullSheet(db: Kysely<DB>, actor: Actor, { root, standing, day }: Asking): Promise<SheetInput> {
  const indicatorCode = standing.definition.code;
  const asOf = dayOf(day);
  const units = await unitsForSheet(db, { indicatorCode, rootId: root.id, ...(day.known && { knownOn: day.known }) });
  const values = await valuesForSheet(db, actor, { indicatorCode, knownOn: asOf });
  const codes = new Set(units.map((unit) => unit.code));
  const inTree = values.filter((value) => codes.has(value.unit));
  return { indicator: standing.written, units: [...units], values: [...inTree], unit: root.code, asOf };
}
