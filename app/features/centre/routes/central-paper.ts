/** `…/to-trinh/docx` and `/pdf`: the submission to the centre, for whoever may know of all that stands in it. */
import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { centralDossiers } from '../list.server.ts';
import { prepare } from '../package.server.ts';
import { centralSubmission } from '../submission.text.ts';
import { centreText } from '../text.ts';
import type { Route } from './+types/central-paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const id = askedId(args.params.dossierId);
  const [dossier] = await centralDossiers(db, person, { today: plainDateIn(clock()), id });
  const prepared = dossier && (await prepare(db, person, id, clock()));
  if (!prepared || prepared.isCut) return pageNotFound();
  const paper = centralSubmission({ ...prepared.printed, ...prepared });
  const sent = await sendPaper({ paper, format, name: `${centreText.fileName}-${dossier.code}`, made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
