/** The table as it is seen, taken away: same query. */
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { statisticsFile } from '../exports.server.ts';
import { statisticsAt } from '../view.server.ts';
import type { Route } from './+types/statistics-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const now = clock();
  const view = await statisticsAt(db, person, { url: new URL(args.request.url), now });
  return statisticsFile(view, { ending: endingOf(args.request), now });
}
