/**
 * The calculation sheet of one indicator: as JSON exactly what `./thidua evaluate` reads, as Excel the same for people.
 */
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { sheetFor } from '../detail.server.ts';
import { excelOf, jsonOf } from '../../../platform/spreadsheet/download.server.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { sheetWorkbook } from '../sheet-workbook.server.ts';
import { rootUnit } from '../../organisation/root.server.ts';
import { dayOf } from '../../../ui/day.ts';
import { provinceStandings } from '../standing.server.ts';
import type { Route } from './+types/sheet.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const { db } = services;
  const { day } = askedOf(edgeOf(args), args.request);
  const root = await rootUnit(db, day.known);
  const standing = (await provinceStandings(db, day)).find(({ definition }) => definition.code === args.params.code);
  if (!root || !standing) return pageNotFound();
  const sheet = await sheetFor(db, actor, { root, standing, day });
  const name = `${args.params.code}-${dayOf(day)}`;
  if (new URL(args.request.url).pathname.endsWith('.json')) return jsonOf(name, sheet);
  return excelOf(name, sheetWorkbook(sheet, standing));
}
