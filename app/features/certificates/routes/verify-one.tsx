import { data } from 'react-router';
import { edgeOf } from '../../../platform/http.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { findByCode } from '../certificate.server.ts';
import { readCode, shownCode } from '../code.ts';
import { brake } from '../rate.server.ts';
import { certificatesText, verifyText as said } from '../text.ts';
import { CertificateFacts } from './CertificateFacts.tsx';
import type { Route } from './+types/verify-one.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services, address } = edgeOf(args);
  const braked = await brake('look_up', address);
  if (braked) return data({ row: undefined, shown: '', minutes: braked.minutes }, { status: 429 });
  const code = readCode(args.params.code);
  const row = code === undefined ? undefined : await findByCode(services.db, code);
  const shown = code === undefined ? '' : shownCode(code);
  return data({ row, shown, minutes: undefined }, { status: row ? 200 : 404 });
}

export default function VerifyOne({ loaderData }: Route.ComponentProps) {
  const { row, shown, minutes } = loaderData;
  return (
    <Page
      title={said.title}
      lead={row && `${certificatesText.code}: ${shown}`}
      trail={[{ label: said.title, href: '/xac-minh' }]}
    >
      <title>{said.title}</title>
      {/* Names stand here for whoever has the paper, not for search engines. */}
      <meta name="robots" content="noindex" />
      {minutes !== undefined && <Notice kind="refusal">{said.tooMany(minutes)}</Notice>}
      {minutes === undefined && !row && (
        <Notice kind="warning" title={said.unknownTitle}>
          {said.unknown}
        </Notice>
      )}
      {row && <CertificateFacts row={row} />}
      {row && row.revokedOn === null && (
        <section>
          <h2>{said.carry}</h2>
          <p>{said.carryWhat}</p>
          <p>
            <a href={`/xac-minh/${row.code}/chung-chi.jwt`}>{said.carryJwt}</a>
          </p>
        </section>
      )}
    </Page>
  );
}
