import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Page } from '../../../ui/Page.tsx';
import { listVersions, mayProposeProvisions } from '../law/versions.server.ts';
import { awardsText as said } from '../text.ts';
import { Versions } from './Versions.tsx';
import type { Route } from './+types/waiting.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const [versions, mayPropose] = await Promise.all([
    listVersions(db, person, { stage: 'proposed' }),
    mayProposeProvisions(db, person),
  ]);
  return { versions, mayPropose };
}

export default function Waiting({ loaderData: { versions, mayPropose } }: Route.ComponentProps) {
  return (
    <Page
      title={said.waitingTitle(versions.length)}
      trail={[{ label: said.title, href: '/khen-thuong/danh-muc' }]}
      action={mayPropose && <LinkButton href="/khen-thuong/danh-muc/quy-dinh/moi">{said.propose}</LinkButton>}
    >
      <title>{said.waitingTitle(versions.length)}</title>
      {versions.length === 0 ? (
        <p className="muted">{said.noneWaiting}</p>
      ) : (
        <Versions versions={versions} caption={said.waitingRules} />
      )}
    </Page>
  );
}
