import { data } from 'react-router';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { honoursAt } from '../asked-list.server.ts';
import { honoursPaper } from '../statistics.text.ts';
import { statisticsText } from '../text.ts';
import type { Route } from './+types/honours-paper.ts';

/** More is for a sheet; the paper says what it leaves out. */
const most = 1000;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const now = clock();
  const listed = await honoursAt(db, person, { url: new URL(args.request.url), now, size: most });
  const paper = honoursPaper(listed, { issuer: await issuerAt(db, person.homeUnitId), now });
  const sent = await sendPaper({ paper, format, name: statisticsText.listFile, made: now });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
