import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { holdersFile, mostRows } from '../list-files.server.ts';
import { holdersQueryIn } from '../list-query.server.ts';
import { listHolders } from '../list.server.ts';
import type { Route } from './+types/holders-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const query = await holdersQueryIn(db, new URL(args.request.url));
  const { rows } = await listHolders(db, person, { ...query, size: mostRows });
  return holdersFile(endingOf(args.request), rows);
}
