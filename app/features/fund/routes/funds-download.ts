import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { readYear } from '../../../ui/address.ts';
import { fundsFile } from '../exports.server.ts';
import { listFunds } from '../list.server.ts';
import type { Route } from './+types/funds-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const year = readYear(new URL(args.request.url).searchParams);
  return fundsFile(endingOf(args.request), await listFunds(edge.services.db, person, { year }));
}
