import { data } from 'react-router';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { formAt } from '../form.server.ts';
import { formText } from '../form.text.ts';
import { formPaper } from '../statistics.text.ts';
import type { Route } from './+types/form-paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const now = clock();
  const view = await formAt(db, person, { url: new URL(args.request.url), now });
  const paper = formPaper(view, { issuer: await issuerAt(db, person.homeUnitId), now });
  const sent = await sendPaper({ paper, format, name: formText.file, made: now });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
