/** The form as it is seen, taken away: same query. */
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { formFile } from '../exports.server.ts';
import { formAt } from '../form.server.ts';
import type { Route } from './+types/form-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const now = clock();
  const view = await formAt(db, person, { url: new URL(args.request.url), now });
  return formFile(view, { ending: endingOf(args.request), now });
}
