import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { findPicture } from '../identities.server.ts';
import type { Route } from './+types/mark-picture.ts';

/** For whoever may set it; never changed under its address. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const picture = (await findPicture(edge.services.db, person, askedId(args.params.identityId))) ?? pageNotFound();
  return new Response(new Uint8Array(picture), {
    headers: { 'Content-Type': 'image/png', 'Cache-Control': 'private, max-age=3600' },
  });
}
