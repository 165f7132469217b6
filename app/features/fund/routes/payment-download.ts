import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { endingOf } from '../../../platform/spreadsheet/list-file.server.ts';
import { paymentFile } from '../exports.server.ts';
import { paymentList } from '../payment-view.server.ts';
import type { Route } from './+types/payment-download.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const decisionNumber = new URL(args.request.url).searchParams.get('so') ?? '';
  const asked = { fundId: askedId(args.params.fundId), decisionNumber };
  const view = (await paymentList(edge.services.db, person, asked)) ?? pageNotFound();
  return paymentFile(endingOf(args.request), view);
}
