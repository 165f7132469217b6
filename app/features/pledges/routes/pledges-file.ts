import { edgeOf } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { dayOf } from '../../../ui/day.ts';
import { pledgesAsked } from '../pledges-asked.server.ts';
import { pledgesFile } from '../pledges-export.server.ts';
import type { Route } from './+types/pledges-file.ts';

const most = 20_000;

/** `/dang-ky-chi-tieu/tai.xlsx` and `.csv`, with the query of the list. */
export async function loader(args: Route.LoaderArgs) {
  const { rows, day, year } = await pledgesAsked(edgeOf(args), args.request, { size: most });
  return pledgesFile(rows, { day: dayOf(day), year, ending: endingOf(args.request) });
}
