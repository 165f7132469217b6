import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { paperFormat } from '../../../platform/print/send.server.ts';
import { issuerAt } from '../../organisation/issuer.server.ts';
import { findList } from '../list-case.server.ts';
import { listPaper, paperNames } from '../papers.text.ts';
import { sentPaper } from './sent-paper.ts';
import type { Route } from './+types/list-file.ts';

/** The list as it is put up. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const format = paperFormat(args.params.format) ?? pageNotFound();
  const row = (await findList(db, person, askedId(args.params.listId))) ?? pageNotFound();
  const paper = listPaper({ row, issuer: await issuerAt(db, row.toUnitId), today: plainDateIn(clock()) });
  return sentPaper({ paper, format, name: paperNames.list, made: clock() });
}
