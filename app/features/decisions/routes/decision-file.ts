import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import type { Paper } from '../../../platform/print/paper.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { findDecision } from '../one.server.ts';
import type { DecisionPage } from '../one.server.ts';
import { decisionPaper, submissionPaper } from '../paper.text.ts';
import { decisionFileText } from '../text.ts';
import type { Route } from './+types/decision-file.ts';

const kept = ['cuoi-cung', 'da-ky', 'dong-dau', 'cho-ky'] as const;

/** Drafts are drawn when asked for; what has a number is handed out as it was kept. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const [name = '', ending] = args.params.what.split('.');
  const one = (await findDecision(db, person, askedId(args.params.decisionId))) ?? pageNotFound();
  const stored = kept.find((each) => each === name);
  if (stored) return keptPaper(edge, one, stored);
  const format = paperFormat(ending) ?? pageNotFound();
  const today = plainDateIn(clock());
  const paper = await drawn(edge, one, { name, today });
  if (!paper) return pageNotFound();
  const sent = await sendPaper({ paper, format, name: decisionFileText(name, one.decision), made: clock() });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}

type Edge = ReturnType<typeof edgeOf>;

async function keptPaper({ services }: Edge, { decision, waiting }: DecisionPage, which: (typeof kept)[number]) {
  const hash = {
    'cuoi-cung': decision.paper,
    'da-ky': decision.signedPaper,
    'dong-dau': decision.sealedPaper,
    'cho-ky': waiting?.basePaper ?? null,
  }[which];
  if (hash === null) return pageNotFound();
  const name = `${decisionFileText(which, decision)}.pdf`;
  return (await fileAnswer(services, { hash, name, mediaType: 'application/pdf' })) ?? pageNotFound();
}

async function drawn(
  { services: { db } }: Edge,
  { decision, lines }: DecisionPage,
  { name, today }: { readonly name: string; readonly today: string },
): Promise<Paper | undefined> {
  if (name === 'du-thao') return decisionPaper(decision, lines);
  if (name !== 'to-trinh') return undefined;
  const issuer = await issuerAt(db, decision.unitId);
  return submissionPaper(decision, lines, { issuer, to: decision.content.enactedBy, today });
}
