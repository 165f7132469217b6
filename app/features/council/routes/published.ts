import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { findSession } from '../case.server.ts';
import { publishedOf } from '../published.server.ts';
import type { Route } from './+types/published.ts';

/** All that was counted, for whoever may follow the session: each item with its key, ballots and sums. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const session = (await findSession(db, person, askedId(args.params.sessionId))) ?? pageNotFound();
  const published = await publishedOf(db, person, session);
  const name = `attachment; filename="danh-sach-phieu-${session.id}.json"`;
  return new Response(JSON.stringify(published, null, 1), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': name,
      'Cache-Control': 'private, no-store',
    },
  });
}
