import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { ledgerFile } from '../exports.server.ts';
import { findFund } from '../list.server.ts';
import type { Route } from './+types/ledger-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = (await findFund(edge.services.db, person, askedId(args.params.fundId))) ?? pageNotFound();
  return ledgerFile(endingOf(args.request), one);
}
