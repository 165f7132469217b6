import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { revocationPaper } from '../decision.text.ts';
import { daysToGiveBack } from '../effect.server.ts';
import { findRevocation } from '../list.server.ts';
import { revocationText } from '../text.ts';
import type { Route } from './+types/revocation-paper.ts';

/** The draft of the decision, for those who work on it. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const one = (await findRevocation(db, person, askedId(args.params.revocationId))) ?? pageNotFound();
  if (!one.revocation.isInside) return pageNotFound();
  const { revocation } = one;
  const today = plainDateIn(clock());
  const [issuer, giveBackDays] = await Promise.all([issuerAt(db, revocation.deciderId), daysToGiveBack(db, today)]);
  const paper = revocationPaper({ revocation, issuer, giveBackDays, today });
  const sent = await sendPaper({ paper, format, name: revocationText.paperFile, made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
