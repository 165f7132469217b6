import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { findLibraryFile } from '../reading.server.ts';
import type { Route } from './+types/library-file.ts';

/** The file of an edition to whoever may read its document. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const found = (await findLibraryFile(services.db, actor, askedId(args.params.attachmentId))) ?? pageNotFound();
  const inline = new URL(args.request.url).searchParams.has('xem');
  return (await fileAnswer(services, found, inline)) ?? pageNotFound();
}
