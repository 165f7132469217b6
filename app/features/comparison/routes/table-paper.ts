import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { rankingPage } from '../../ranking/page.server.ts';
import { rankingPaper, sheetText } from '../papers.text.ts';
import type { Route } from './+types/table-paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const now = clock();
  const today = plainDateIn(now);
  const page = await rankingPage(db, person, { id: askedId(args.params.judgementId), today });
  if (!page?.ranking) return pageNotFound();
  const { judgement, ofName, ranking } = page;
  const paper = rankingPaper({ judgement, ofName, ranking }, { issuer: await issuerAt(db, judgement.unitId), today });
  const sent = await sendPaper({ paper, format, name: `${sheetText.tableFile}-${judgement.year}`, made: now });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
