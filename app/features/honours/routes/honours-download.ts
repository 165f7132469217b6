import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { honoursAt } from '../asked-list.server.ts';
import { honoursFile } from '../exports.server.ts';
import type { Route } from './+types/honours-download.ts';

const most = 100_000;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const now = clock();
  const listed = await honoursAt(db, person, { url: new URL(args.request.url), now, size: most });
  return honoursFile({ ...listed, ending: endingOf(args.request), now });
}
