import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { paperText, submissionPaper } from '../paper.text.ts';
import { printedDossier } from '../printing.server.ts';
import type { Route } from './+types/submission-paper.ts';

/** `…/to-trinh/docx` and `/pdf`: the submission with its list, for whoever may know of the dossier. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const asked = { id: askedId(args.params.dossierId), today: plainDateIn(clock()) };
  const printed = (await printedDossier(db, person, asked)) ?? pageNotFound();
  const name = `${paperText.submission}-${printed.dossier.code}`;
  const sent = await sendPaper({ paper: submissionPaper(printed), format, name, made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
