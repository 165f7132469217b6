import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat } from '../../../platform/print/send.server.ts';
import { nomineesOf } from '../../dossiers/nominee-rows.server.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { letterPaper, paperNames } from '../papers.text.ts';
import { findRequest } from '../request-case.server.ts';
import { sentPaper } from './sent-paper.ts';
import type { Route } from './+types/letter-file.ts';

/** The letter that asks a body. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const row = (await findRequest(db, person, askedId(args.params.requestId))) ?? pageNotFound();
  if (row.stage === 'waived') return pageNotFound();
  const [issuer, nominees] = await Promise.all([issuerAt(db, row.toUnitId), nomineesOf(db, row.dossierId)]);
  const paper = letterPaper({ row, nominees, issuer, today: plainDateIn(clock()) });
  return sentPaper({ paper, format, name: paperNames.letter, made: clock() });
}
