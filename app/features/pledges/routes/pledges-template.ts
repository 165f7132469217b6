import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { workbookAnswer } from '../../organisation/download.server.ts';
import { pledgesTemplate } from '../template.server.ts';
import { pledgeSheetText } from '../text.ts';
import type { Route } from './+types/pledges-template.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const query = new URL(args.request.url).searchParams;
  const year = Number(query.get('nam'));
  const asked =
    year > 2000 && year < 2100 ? { unitCode: query.get('don-vi') || null, year: Math.trunc(year) } : pageNotFound();
  const bytes = (await pledgesTemplate(edge.services.db, person, asked)) ?? pageNotFound();
  return workbookAnswer(`${pledgeSheetText.fileName}-${asked.year}`, bytes);
}
