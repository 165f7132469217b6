/** The list of units as it is seen, taken away: same address, same query. */
import { edgeOf } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { unitsFile } from '../download.server.ts';
import { unitsToTake } from '../units-page.server.ts';
import type { Route } from './+types/units-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const { rows } = await unitsToTake(edgeOf(args), args.request);
  return unitsFile(rows, endingOf(args.request));
}
