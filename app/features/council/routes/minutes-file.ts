import { data } from 'react-router';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { findSession } from '../case.server.ts';
import { findMinutes } from '../minutes.server.ts';
import type { MinutesKind } from '../minutes.text.ts';
import { sessionPaper } from '../minutes.text.ts';
import { councilText } from '../text.ts';
import type { Route } from './+types/minutes-file.ts';

const kinds: Readonly<Record<string, { readonly kind: MinutesKind; readonly name: string }>> = {
  hop: { kind: 'meeting', name: councilText.minutesMeeting },
  'kiem-phieu': { kind: 'counting', name: councilText.minutesCounting },
};

/** Once they are frozen; to whoever is related to some items, without those. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const { kind, name } = kinds[args.params.kind] ?? pageNotFound();
  const session = (await findSession(db, person, askedId(args.params.sessionId))) ?? pageNotFound();
  const minutes = (await findMinutes(db, person, session)) ?? pageNotFound();
  const sent = await sendPaper({ paper: sessionPaper(kind, minutes), format, name, made: minutes.frozenAt });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
