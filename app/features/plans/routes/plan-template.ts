import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { workbookForNew } from '../workbook.server.ts';
import type { Route } from './+types/plan-template.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const query = new URL(args.request.url).searchParams;
  const { db, clock } = edge.services;
  const asked = { unitCode: query.get('don-vi') ?? '', about: query.get('ve') ?? '', today: plainDateIn(clock()) };
  const { name, bytes } = (await workbookForNew(db, person, asked)) ?? pageNotFound();
  return fileAnswer(name, 'xlsx', bytes);
}
