/** `/khen-thuong/danh-muc/tai.csv`, `/khen-thuong/danh-muc/tai.xlsx`: the same query as the page. */
import { edgeOf } from '../../../platform/http.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { awardsFile } from '../awards-file.server.ts';
import { awardsOn } from '../law/award-list.ts';
import { ruleBook } from '../law/law-book.server.ts';
import { queryIn } from './awards-query.ts';
import type { Route } from './+types/awards-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const { db, clock } = edgeOf(args).services;
  const query = queryIn(args.request, clock());
  return awardsFile(awardsOn(await ruleBook(db), query), query.on, endingOf(args.request));
}
