import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { findEvidence } from '../evidence.server.ts';
import type { Route } from './+types/evidence-file.ts';

/** Evidence goes out as a file, to those inside; to anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const found = (await findEvidence(edge.services.db, edge.actor, args.params.attachmentId)) ?? pageNotFound();
  const inline = new URL(args.request.url).searchParams.has('xem');
  return (await fileAnswer(edge.services, found, inline)) ?? pageNotFound();
}
