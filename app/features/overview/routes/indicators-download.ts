/** The list of indicators as it is seen, taken away: `/chi-tieu/tai.csv`, `/chi-tieu/tai.xlsx`, same query. */
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { readSort } from '../../../ui/address.ts';
import { csvOf, excelOf } from '../../../platform/spreadsheet/download.server.ts';
import { listSheet } from '../exports.server.ts';
import { LIST_SORTS, readListQuery, seenLines } from '../lines.ts';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { provinceLines } from '../view.server.ts';
import { dayText, overviewText } from '../text.ts';
import type { Route } from './+types/indicators-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { search, pathname } = new URL(args.request.url);
  const { day, asked } = askedOf(edge, args.request);
  const all = await provinceLines(edge.services.db, day);
  const sort = readSort(search, LIST_SORTS, { by: 'ma', direction: 'asc' });
  const sheet = listSheet(seenLines(all, readListQuery(search), sort), dayText(asked, day.today));
  const name = `${overviewText.exportName}-${day.known ?? day.today}`;
  if (pathname.endsWith('.csv')) return csvOf(name, sheet);
  if (pathname.endsWith('.xlsx')) return excelOf(name, { sheets: [sheet] });
  return pageNotFound();
}
