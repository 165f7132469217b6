import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { fileAnswer } from '../../../platform/spreadsheet/download.server.ts';
import { workbookOfPlan } from '../workbook.server.ts';
import type { Route } from './+types/plan-workbook.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const asked = { id: askedId(args.params.planId), today: plainDateIn(clock()) };
  const { name, bytes } = (await workbookOfPlan(db, person, asked)) ?? pageNotFound();
  return fileAnswer(name, 'xlsx', bytes);
}
