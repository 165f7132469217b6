import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { csvOf, excelOf } from '../../../platform/spreadsheet/download.server.ts';
import { narrowed, unitsAsked } from '../asked.ts';
import { roundSheet } from '../exports.server.ts';
import { findRound } from '../list.server.ts';
import { roundText } from '../text.ts';
import type { Route } from './+types/round-file.ts';

/** The units of a round as they are seen, taken away: `?dang=csv` or a workbook, same query. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const { searchParams } = new URL(args.request.url);
  const asked = { id: askedId(args.params.roundId), today: plainDateIn(clock()) };
  const round = (await findRound(db, person, asked)) ?? pageNotFound();
  const sheet = roundSheet(round, narrowed(round.units, unitsAsked(searchParams)));
  const name = roundText.exportName;
  return searchParams.get('dang') === 'csv' ? csvOf(name, sheet) : excelOf(name, { sheets: [sheet] });
}
