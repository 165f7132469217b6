import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { dayOf } from '../../../ui/day.ts';
import { attentionFile } from '../attention-export.server.ts';
import { attentionAsked } from '../attention-page.server.ts';
import type { Route } from './+types/attention-file.ts';

/** `/ke-hoach/tien-do/tai.xlsx` and `.csv`, with the query of the page. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { lines, day } = await attentionAsked(edge, args.request);
  return attentionFile(lines, { day: dayOf(day), ending: endingOf(args.request) });
}
