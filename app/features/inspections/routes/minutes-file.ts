import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { minutesPaper } from '../minutes.text.ts';
import { findInspection } from '../one.server.ts';
import { inspectionsText } from '../text.ts';
import type { Route } from './+types/minutes-file.ts';

/** To whoever reads the minutes, once there are some. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const asked = { id: askedId(args.params.inspectionId), today: plainDateIn(clock()) };
  const one = (await findInspection(db, person, asked)) ?? pageNotFound();
  if (!one.inspection.seesMinutes || one.inspection.heldOn === null) return pageNotFound();
  const paper = minutesPaper({ ...one, issuer: await issuerAt(db, one.inspection.byUnitId) });
  const sent = await sendPaper({ paper, format, name: inspectionsText.minutesFile, made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
