import { edgeOf } from '../../../platform/http.server.ts';
import { baseOf } from '../base.server.ts';
import { publicKeys } from '../credential.server.ts';
import type { Route } from './+types/jwks.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  return Response.json(await publicKeys(services, baseOf(services.config, args.request)), {
    headers: { 'Cache-Control': 'public, max-age=3600' },
  });
}
