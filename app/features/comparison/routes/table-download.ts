import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { rankingPage } from '../../ranking/page.server.ts';
import { rankingFile } from '../files.server.ts';
import type { Route } from './+types/table-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const page = await rankingPage(db, person, { id: askedId(args.params.judgementId), today });
  if (!page?.ranking) return pageNotFound();
  const { judgement, ofName, ranking } = page;
  return rankingFile({ judgement, ofName, ranking }, { ending: endingOf(args.request), today });
}
