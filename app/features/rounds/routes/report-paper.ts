/** A unit's report, as it was signed, as Word or PDF. */
import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { reportFileName, reportPaper } from '../report-paper.text.ts';
import { reportPage } from '../report-page.server.ts';
import type { Route } from './+types/report-paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const asked = { roundId: askedId(args.params.roundId), unitCode: args.params.code, today: plainDateIn(clock()) };
  const report = (await reportPage(db, person, asked)) ?? pageNotFound();
  const sending = report.sendings.find(({ number }) => String(number) === args.params.number) ?? pageNotFound();
  const paper = reportPaper({ sending, issuer: await issuerAt(db, report.unit.unitId) });
  const sent = await sendPaper({ paper, format, name: reportFileName(sending), made: sending.signedAt });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: 503 });
  return sent.value;
}
