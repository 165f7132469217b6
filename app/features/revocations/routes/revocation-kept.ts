import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { keptFile, keptNames } from '../../decisions/kept-file.server.ts';
import { findRevocation } from '../list.server.ts';
import { revocationText } from '../text.ts';
import type { Route } from './+types/revocation-kept.ts';

/** The numbered, signed, sealed paper, for those who work on it. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const which = keptNames.find((each) => `${each}.pdf` === args.params.what) ?? pageNotFound();
  const one = (await findRevocation(edge.services.db, person, askedId(args.params.revocationId))) ?? pageNotFound();
  if (!one.revocation.isInside) return pageNotFound();
  const kept = { row: one.revocation, waiting: one.waiting, name: `${revocationText.paperFile}-${which}` };
  return (await keptFile(edge.services, which, kept)) ?? pageNotFound();
}
