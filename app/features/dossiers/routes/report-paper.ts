import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { paperText, reportPaper } from '../paper.text.ts';
import { printedReport } from '../printing.server.ts';
import type { Route } from './+types/report-paper.ts';

/** `…/van-ban/docx` and `/pdf`: the report of one nominee, for whoever may know of the dossier. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const ids = { id: askedId(args.params.dossierId), nomineeId: askedId(args.params.nomineeId) };
  const printed = (await printedReport(db, person, { ...ids, today: plainDateIn(clock()) })) ?? pageNotFound();
  const name = `${paperText.report}-${printed.dossier.code}-${printed.nominee.position}`;
  const sent = await sendPaper({ paper: reportPaper(printed), format, name, made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
