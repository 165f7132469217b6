import { data } from 'react-router';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt, statusOf } from '../../../platform/http.server.ts';
import { paperFormat, sendPaper } from '../../../platform/print/send.server.ts';
import { printText } from '../../../platform/print/text.ts';
import { issuerIn } from '../issuing.server.ts';
import { pactSeen } from '../pact-page.server.ts';
import { pactPaper } from '../papers.text.ts';
import type { Route } from './+types/pact-file.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const { pact, year, signatures } =
    (await pactSeen(db, person, { id: args.params.pactId, today: plainDateIn(clock()) })) ?? pageNotFound();
  const paper = pactPaper({
    pact,
    block: year.block,
    seats: year.seats,
    signatures,
    issuer: await issuerIn(db, year),
  });
  const sent = await sendPaper({
    paper,
    format,
    name: `${pact.title} - ${year.block.name}`,
    made: pact.closedAt ?? clock(),
  });
  if (!sent.ok) throw data({ sentence: printText(sent.refusal) }, { status: statusOf(sent.refusal) });
  return sent.value;
}
