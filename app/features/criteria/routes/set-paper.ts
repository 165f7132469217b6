import { data } from 'react-router';
import { pageNotFound, statusOf } from '../../../platform/http.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { setPaper } from '../paper.text.ts';
import { setPlaces } from '../places.server.ts';
import { sheetText } from '../sheet.text.ts';
import { askedSet } from './asked-set.ts';
import type { Route } from './+types/set-paper.ts';

export async function loader(args: Route.LoaderArgs) {
  const { edge, ...one } = await askedSet(args);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const { unit } = await setPlaces(db);
  const issuer = await issuerAt(db, unit[0] ?? pageNotFound());
  const paper = setPaper(one, { issuer, now: clock() });
  const sent = await sendPaper({ paper, format, name: `${sheetText.file}-${one.set.year}`, made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
