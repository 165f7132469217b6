/** The units behind the opened number, or all, taken away: `/do-phu/tai.csv`, `/do-phu/tai.xlsx`, same query. */
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { coverageSeen } from '../coverage-page.server.ts';
import { coverageFile } from '../export.server.ts';
import type { Route } from './+types/coverage-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { units, listed, year, day } = await coverageSeen(edge, args.request);
  return coverageFile(listed ?? units, { year, day: day.known ?? day.today, ending: endingOf(args.request) });
}
