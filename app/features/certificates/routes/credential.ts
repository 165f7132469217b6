import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { baseOf } from '../base.server.ts';
import { findByCode } from '../certificate.server.ts';
import { readCode } from '../code.ts';
import { credentialJwt } from '../credential.server.ts';
import { brake } from '../rate.server.ts';
import type { Route } from './+types/credential.ts';

/** None any more for what was revoked. */
export async function loader(args: Route.LoaderArgs) {
  const { services, address } = edgeOf(args);
  if (await brake('look_up', address)) return new Response('', { status: 429 });
  const code = readCode(args.params.code);
  const row = code === undefined ? undefined : await findByCode(services.db, code);
  if (!row || row.revokedOn !== null) return pageNotFound();
  const jwt = await credentialJwt(services, row, baseOf(services.config, args.request));
  return new Response(jwt, {
    headers: {
      'Content-Type': 'application/vc+jwt',
      'Content-Disposition': `attachment; filename="${row.code}.jwt"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
