import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { findAnswerFile } from '../answer-files.server.ts';
import type { Route } from './+types/answer-file.ts';

/** To whoever may know of the request; to anybody else it is not there. */
export async function loader(args: Route.LoaderArgs) {
  const { services, actor } = edgeOf(args);
  const found = (await findAnswerFile(services.db, actor, askedId(args.params.attachmentId))) ?? pageNotFound();
  const inline = new URL(args.request.url).searchParams.has('xem');
  return (await fileAnswer(services, found, inline)) ?? pageNotFound();
}
