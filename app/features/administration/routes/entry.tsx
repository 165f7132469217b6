import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { Pairs } from '../../../ui/Facts.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Via } from '../../../platform/record.server.ts';
import { changesBetween } from '../pages.ts';
import { findEntry } from '../record-page.server.ts';
import { administrationText, eventWords, recordText, subjectWords, viaWords } from '../text.ts';
import type { Route } from './+types/entry.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const entry = await findEntry(edge.services.db, person, args.params.entryId);
  return entry ?? pageNotFound();
}

export default function Entry({ loaderData: entry }: Route.ComponentProps) {
  const title = recordText.entryTitle(entry.kind, entry.at);
  const changes = changesBetween(entry.before, entry.after);
  const trail = [
    { label: administrationText.back, href: '/quan-tri' },
    { label: administrationText.tiles.record.title, href: '/quan-tri/nhat-ky' },
  ];
  return (
    <Page title={title} trail={trail}>
      <title>{title}</title>
      <Pairs pairs={pairsOf(entry)} />
      <h2>{recordText.changes}</h2>
      <Table
        caption={recordText.changes}
        captionHidden
        columns={[
          { key: 'field', head: recordText.field, kind: 'name', cell: ({ field }) => <code>{field}</code> },
          { key: 'before', head: recordText.before, cell: ({ before }) => before },
          { key: 'after', head: recordText.after, cell: ({ after }) => after },
        ]}
        rows={changes}
        rowKey={({ field }) => field}
        empty={<p>{entry.isOpen ? recordText.nothing : recordText.closed}</p>}
      />
    </Page>
  );
}

function pairsOf(entry: Route.ComponentProps['loaderData']) {
  const subject = `${subjectWords[entry.subject_kind] ?? entry.subject_kind} ${entry.subject_id}`;
  const actor = entry.actor ?? recordText.system;
  return [
    { label: recordText.kind, value: eventWords[entry.kind] },
    { label: recordText.at, value: momentText(entry.at) },
    {
      label: recordText.actor,
      value: entry.onBehalfOf ? `${actor} (${recordText.onBehalf(entry.onBehalfOf)})` : actor,
    },
    { label: recordText.unit, value: entry.unit ?? '—' },
    { label: recordText.subject, value: subject },
    { label: recordText.via, value: viaWords[entry.via as Via] },
    { label: recordText.address, value: entry.address ?? '—' },
    { label: recordText.reason, value: entry.reason ?? '—' },
    { label: recordText.chain, value: recordText.chainAt(entry.lane, entry.position) },
    { label: recordText.hash, value: <code className="hash">{entry.hash}</code> },
    { label: recordText.previous, value: <code className="hash">{entry.previous_hash}</code> },
  ];
}
