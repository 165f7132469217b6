import { edgeOf } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { dayOf } from '../../../ui/day.ts';
import { plansAsked } from '../plans-asked.server.ts';
import { plansFile } from '../plans-export.server.ts';
import type { Route } from './+types/plans-file.ts';

const most = 20_000;

/** `/ke-hoach/tai.xlsx` and `.csv`, with the query of the list. */
export async function loader(args: Route.LoaderArgs) {
  const { rows, day } = await plansAsked(edgeOf(args), args.request, { size: most });
  return plansFile(rows, { day: dayOf(day), ending: endingOf(args.request) });
}
