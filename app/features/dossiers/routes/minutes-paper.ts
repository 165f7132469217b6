import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { minutesPaper, minutesText } from '../minutes.text.ts';
import { printedDossier } from '../printing.server.ts';
import type { Route } from './+types/minutes-paper.ts';

/** `…/bien-ban/docx` and `/pdf`: minutes to be filled in, for whoever may know of the dossier. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const asked = { id: askedId(args.params.dossierId), today: plainDateIn(clock()) };
  const printed = (await printedDossier(db, person, asked)) ?? pageNotFound();
  const name = `${minutesText.fileName}-${printed.dossier.code}`;
  const sent = await sendPaper({ paper: minutesPaper(printed), format, name, made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
