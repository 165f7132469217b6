import { data } from 'react-router';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerIn } from '../issuing.server.ts';
import { meetingSeen } from '../meeting-page.server.ts';
import { blockMinutesPaper } from '../papers.text.ts';
import { blocksText } from '../text.ts';
import type { Route } from './+types/minutes-file.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const { meeting, year, minutes } = (await meetingSeen(db, person, args.params.meetingId)) ?? pageNotFound();
  const { closedAt, digest } = meeting;
  const paper = blockMinutesPaper({
    minutes: minutes ?? pageNotFound(),
    issuer: await issuerIn(db, year),
    closedAt,
    digest,
  });
  const name = `${blocksText.minutes} - ${meeting.title}`;
  const sent = await sendPaper({ paper, format, name, made: closedAt ?? clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
