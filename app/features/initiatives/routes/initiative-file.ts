import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { findInitiativeFile } from '../files.server.ts';
import type { Route } from './+types/initiative-file.ts';

/** Evidence to whoever may know of its initiative; to anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const found = (await findInitiativeFile(services.db, actor, askedId(args.params.attachmentId))) ?? pageNotFound();
  const inline = new URL(args.request.url).searchParams.has('xem');
  return (await fileAnswer(services, found, inline)) ?? pageNotFound();
}
