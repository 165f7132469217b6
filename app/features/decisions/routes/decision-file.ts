import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import type { Paper } from '../../../platform/print/paper.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { annexFileText } from '../annexes.text.ts';
import { annexFile, keptFile, keptNames } from '../kept-file.server.ts';
import { submitterOf } from '../../directive/issuers.server.ts';
import { findDecision } from '../one.server.ts';
import type { DecisionPage } from '../one.server.ts';
import { decisionPaper, submissionPaper } from '../paper.text.ts';
import { decisionFileText } from '../text.ts';
import type { Route } from './+types/decision-file.ts';

/** Drafts are drawn when asked for; what has a number is handed out as it was kept. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const [name = '', ending] = args.params.what.split('.');
  const one = (await findDecision(db, person, askedId(args.params.decisionId), plainDateIn(clock()))) ?? pageNotFound();
  const stored = keptNames.find((each) => each === name);
  if (stored) {
    const kept = { row: one.decision, waiting: one.waiting, name: decisionFileText(stored, one.decision) };
    return (await keptFile(edge.services, stored, kept)) ?? pageNotFound();
  }
  const annex = one.annexes.find(({ id }) => name.endsWith(id));
  if (annex) {
    const isSigned = name === `kem-theo-da-ky-${annex.id}`;
    const hash = isSigned ? annex.signedHash : annex.hash;
    return (await annexFile(edge.services, { hash, name: annexFileText(annex.name, isSigned) })) ?? pageNotFound();
  }
  const format = paperFormat(ending) ?? pageNotFound();
  const today = plainDateIn(clock());
  const paper = await drawn(edge, one, { name, today });
  if (!paper) return pageNotFound();
  const sent = await sendPaper({ paper, format, name: decisionFileText(name, one.decision), made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}

type Edge = ReturnType<typeof edgeOf>;

async function drawn(
  { services: { db } }: Edge,
  { decision, lines, annexes }: DecisionPage,
  { name, today }: { readonly name: string; readonly today: string },
): Promise<Paper | undefined> {
  if (name === 'du-thao') return decisionPaper(decision, lines, annexes);
  if (name !== 'to-trinh') return undefined;
  const submitter = await submitterOf(db, decision);
  const issuer = await issuerAt(db, submitter);
  const isOwn = submitter === decision.unitId;
  return submissionPaper(decision, lines, { issuer, isOwn, to: decision.content.enactedBy, today });
}
