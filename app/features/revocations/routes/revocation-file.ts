import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { findRevocationFile } from '../files.server.ts';
import type { Route } from './+types/revocation-file.ts';

/** Evidence to those who work on the case; to anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const found = (await findRevocationFile(services.db, actor, askedId(args.params.attachmentId))) ?? pageNotFound();
  return (await fileAnswer(services, found)) ?? pageNotFound();
}
