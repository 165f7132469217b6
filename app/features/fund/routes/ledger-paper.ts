import { data } from 'react-router';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { ledgerPaper } from '../fund-papers.text.ts';
import { findFund } from '../list.server.ts';
import { fundText } from '../text.ts';
import type { Route } from './+types/ledger-paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const one = (await findFund(db, person, askedId(args.params.fundId))) ?? pageNotFound();
  const paper = ledgerPaper(one, { issuer: await issuerAt(db, one.fund.unitId), now: clock() });
  const sent = await sendPaper({ paper, format, name: fundText.ledgerFile, made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
