import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { findDossierFile } from '../files.server.ts';
import type { Route } from './+types/dossier-file.ts';

/** A paper to whoever may know of its dossier; to anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const found = (await findDossierFile(services.db, actor, askedId(args.params.attachmentId))) ?? pageNotFound();
  const inline = new URL(args.request.url).searchParams.has('xem');
  return (await fileAnswer(services, found, inline)) ?? pageNotFound();
}
