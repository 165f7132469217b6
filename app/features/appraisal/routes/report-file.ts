import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat } from '../../../platform/print/send.server.ts';
import { submitterOf } from '../../directive/issuers.server.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { publicOpinionsFor } from '../handling.server.ts';
import { appraisedNominees } from '../appraised.server.ts';
import { appraisalOf } from '../one.server.ts';
import { paperNames, reportPaper } from '../papers.text.ts';
import { sentPaper } from './sent-paper.ts';
import type { Route } from './+types/report-file.ts';

/** The report of appraisal, to whoever reads inside. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const today = plainDateIn(clock());
  const one = await appraisalOf(db, person, askedId(args.params.dossierId), today);
  if (one?.kind !== 'inside') return pageNotFound();
  const { dossier, nominees: all } = one;
  const [nominees, issuer, opinions] = await Promise.all([
    appraisedNominees(db, person, { dossier, all, ids: all.map(({ id }) => id) }, today),
    issuerAt(db, await submitterOf(db, { unitId: dossier.toUnitId })),
    publicOpinionsFor(db, [one.dossier.id]),
  ]);
  const paper = reportPaper({ one, nominees, opinions, issuer, today });
  return sentPaper({ paper, format, name: `${paperNames.report}-${one.dossier.code}`, made: clock() });
}
