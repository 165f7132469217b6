import { edgeOf } from '../../../platform/http.server.ts';
import { baseOf } from '../base.server.ts';
import { didDocument } from '../credential.server.ts';
import type { Route } from './+types/did.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  return Response.json(await didDocument(services, baseOf(services.config, args.request)), {
    headers: { 'Content-Type': 'application/did+json', 'Cache-Control': 'public, max-age=3600' },
  });
}
