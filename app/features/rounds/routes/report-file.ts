import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { findPaper } from '../papers.server.ts';
import type { Route } from './+types/report-file.ts';

/** A paper of a report goes out to whoever may read the report; to anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const found = (await findPaper(edge.services.db, edge.actor, askedId(args.params.attachmentId))) ?? pageNotFound();
  return (await fileAnswer(edge.services, found)) ?? pageNotFound();
}
