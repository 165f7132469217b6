import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { qualifyingFile } from '../qualifying-file.server.ts';
import { qualifyingQueryIn } from '../qualifying-query.server.ts';
import { findQualifying } from '../qualifying.server.ts';
import type { Route } from './+types/qualifying-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = await qualifyingQueryIn(db, new URL(args.request.url), clock());
  return qualifyingFile(endingOf(args.request), asked, await findQualifying(db, person, asked));
}
