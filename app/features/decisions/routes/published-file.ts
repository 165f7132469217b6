import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { fileAnswer } from '../../../platform/files/attachments.server.ts';
import { annexFileText } from '../annexes.text.ts';
import { annexFile } from '../kept-file.server.ts';
import { attachedTo, findPublished } from '../public.server.ts';
import { publishedFileText } from '../text.ts';
import type { Route } from './+types/published-file.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  const decision = (await findPublished(services.db, askedId(args.params.decisionId))) ?? pageNotFound();
  const wanted = new URL(args.request.url).searchParams.get('tep');
  if (wanted !== null) {
    const annex = (await attachedTo(services.db, decision.id)).find(({ id }) => id === wanted) ?? pageNotFound();
    return (await annexFile(services, { hash: annex.hash, name: annexFileText(annex.name, true) })) ?? pageNotFound();
  }
  const file = { hash: decision.sealedPaper, name: publishedFileText(decision.number), mediaType: 'application/pdf' };
  return (await fileAnswer(services, file)) ?? pageNotFound();
}
