import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { csvOf, excelOf } from '../../../platform/spreadsheet/download.server.ts';
import { unitReportsSheet } from '../exports.server.ts';
import { unitReports } from '../list.server.ts';
import { unitReportsText } from '../text.ts';
import { unitAt } from '../unit-at.server.ts';
import type { Route } from './+types/unit-reports-file.ts';

const most = 500;

/** A unit's rounds as they are seen, taken away. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const unit = (await unitAt(db, person, args.params.code)) ?? pageNotFound();
  const asked = { unitId: unit.id, today: plainDateIn(clock()), size: most };
  const { rows } = await unitReports(db, person, asked);
  const sheet = unitReportsSheet(unit.name, rows);
  const name = unitReportsText.exportName;
  const isCsv = new URL(args.request.url).searchParams.get('dang') === 'csv';
  return isCsv ? csvOf(name, sheet) : excelOf(name, { sheets: [sheet] });
}
