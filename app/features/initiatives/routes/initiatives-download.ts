/** The list of initiatives as it is seen, taken away: `/sang-kien/tai.csv`, `/sang-kien/tai.xlsx`, same query. */
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { csvOf, excelOf } from '../../../platform/spreadsheet/download.server.ts';
import { initiativesSheet } from '../exports.server.ts';
import { listQueryIn } from '../list-query.server.ts';
import { listInitiatives } from '../list.server.ts';
import { initiativesText } from '../text.ts';
import type { Route } from './+types/initiatives-download.ts';

const most = 5000;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const url = new URL(args.request.url);
  const query = await listQueryIn(edge.services.db, url);
  const { rows } = await listInitiatives(edge.services.db, person, { ...query, size: most });
  const sheet = initiativesSheet(rows);
  if (url.pathname.endsWith('.csv')) return csvOf(initiativesText.exportName, sheet);
  if (url.pathname.endsWith('.xlsx')) return excelOf(initiativesText.exportName, { sheets: [sheet] });
  return pageNotFound();
}
