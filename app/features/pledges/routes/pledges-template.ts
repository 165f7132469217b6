import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { readYear } from '../../../ui/address.ts';
import { pledgesTemplate } from '../template.server.ts';
import { pledgeSheetText } from '../text.ts';
import type { Route } from './+types/pledges-template.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const query = new URL(args.request.url).searchParams;
  const asked = { unitCode: query.get('don-vi') || null, year: readYear(query) ?? pageNotFound() };
  const bytes = (await pledgesTemplate(edge.services.db, person, asked)) ?? pageNotFound();
  return fileAnswer(`${pledgeSheetText.fileName}-${asked.year}`, 'xlsx', bytes);
}
