import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { readYear } from '../../../ui/address.ts';
import { targetsTemplate } from '../template.server.ts';
import { targetSheetText } from '../text.ts';
import type { Route } from './+types/targets-template.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const query = new URL(args.request.url).searchParams;
  const indicatorCode = query.get('chi-tieu') ?? '';
  const asked = { indicatorCode, year: readYear(query) ?? pageNotFound() };
  const bytes = (await targetsTemplate(edge.services.db, person, asked)) ?? pageNotFound();
  return fileAnswer(`${targetSheetText.fileName}-${indicatorCode}-${asked.year}`, 'xlsx', bytes);
}
