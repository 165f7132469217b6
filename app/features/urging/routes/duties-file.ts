import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { dutyQuery } from '../filter.ts';
import { dutyFile } from '../list.server.ts';
import type { Route } from './+types/duties-file.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { searchParams } = new URL(args.request.url);
  const ending = searchParams.get('dang') === 'csv' ? 'csv' : 'xlsx';
  const asked = { today: plainDateIn(edge.services.clock()), query: dutyQuery(searchParams), ending } as const;
  return dutyFile(edge.services.db, person, asked);
}
