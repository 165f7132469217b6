import { data } from 'react-router';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { paymentPaper } from '../fund-papers.text.ts';
import { paymentList } from '../payment-view.server.ts';
import { fundText } from '../text.ts';
import type { Route } from './+types/payment-paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const decisionNumber = new URL(args.request.url).searchParams.get('so') ?? '';
  const asked = { fundId: askedId(args.params.fundId), decisionNumber };
  const view = (await paymentList(db, person, asked)) ?? pageNotFound();
  const paper = paymentPaper(view, { issuer: await issuerAt(db, view.fund.unitId), now: clock() });
  const sent = await sendPaper({ paper, format, name: fundText.paymentFile, made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
