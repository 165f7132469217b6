import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { momentText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Timeline } from '../../../ui/Timeline.tsx';
import { historyOf, unitNamesIn } from '../history.server.ts';
import { historyLine, historyText as said } from '../history.text.ts';
import { findHolder } from '../one.server.ts';
import { registerText } from '../text.ts';
import type { Route } from './+types/holder-history.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = await findHolder(db, person, askedId(args.params.holderId));
  if (!one?.may.history) return pageNotFound();
  const entries = await historyOf(db, one.holder.id);
  const unitNames = await unitNamesIn(db, entries);
  const lines = entries.map((entry) => ({ id: entry.id, at: entry.at, ...historyLine(entry, unitNames) }));
  return { holder: one.holder, lines };
}

export default function HolderHistory({ loaderData: { holder, lines } }: Route.ComponentProps) {
  return (
    <Page
      title={said.title}
      lead={said.lead}
      trail={[
        { label: registerText.title, href: '/khen-thuong/so' },
        { label: holder.name, href: `/khen-thuong/so/${holder.id}` },
      ]}
    >
      <title>{`${said.title}: ${holder.name}`}</title>
      {lines.length === 0 ? (
        <p className="muted">{said.empty}</p>
      ) : (
        <Timeline
          entries={lines.map(({ id, at, what, who, details }) => ({
            id,
            when: momentText(at),
            dateTime: at.toISOString(),
            what,
            who,
            detail: details.length > 0 && <Details details={details} />,
          }))}
        />
      )}
    </Page>
  );
}

/** One under the other, within the paragraph of the entry. */
function Details({ details }: { readonly details: readonly string[] }) {
  return details.map((each, at) => (
    <span key={each}>
      {at > 0 && <br />}
      {each}
    </span>
  ));
}
