import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { findPublished } from '../public.server.ts';
import { publishedFileText } from '../text.ts';
import type { Route } from './+types/published-file.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  const decision = (await findPublished(services.db, askedId(args.params.decisionId))) ?? pageNotFound();
  const file = { hash: decision.sealedPaper, name: publishedFileText(decision.number), mediaType: 'application/pdf' };
  return (await fileAnswer(services, file)) ?? pageNotFound();
}
