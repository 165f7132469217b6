import { pageOf } from '../../../kernel/deed.ts';
import { edgeOf } from '../../../platform/http.server.ts';
import { dutyPages } from '../duties.server.ts';
import type { Route } from './+types/pages.ts';

/** The pages on which this person owes something, for the browser to keep ahead. */
export async function loader(args: Route.LoaderArgs) {
  const { actor, services } = edgeOf(args);
  if (actor.kind !== 'person') return Response.json({ pages: [] }, { status: 401 });
  const pages = await dutyPages(services.db, actor, services.clock());
  return Response.json({ pages }, { headers: { [pageOf.header]: actor.accountId, 'Cache-Control': 'no-store' } });
}
