import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { listHonours } from '../honours-list.server.ts';
import { honoursFile, mostRows } from '../list-files.server.ts';
import { honoursQueryIn } from '../list-query.server.ts';
import type { Route } from './+types/honours-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const query = await honoursQueryIn(db, new URL(args.request.url));
  const { rows } = await listHonours(db, person, { ...query, size: mostRows });
  return honoursFile(endingOf(args.request), rows);
}
