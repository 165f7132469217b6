import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { findPaper } from '../files.server.ts';
import type { Route } from './+types/inspection-file.ts';

/** To whoever may read the minutes or the finding; to anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const found = (await findPaper(edge.services.db, edge.actor, args.params.attachmentId)) ?? pageNotFound();
  const inline = new URL(args.request.url).searchParams.has('xem');
  return (await fileAnswer(edge.services, found, inline)) ?? pageNotFound();
}
