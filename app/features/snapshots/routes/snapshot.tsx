import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { StatusStrip } from '../../../ui/chart/StatusStrip.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { countStatuses } from '../../overview/standing.ts';
import { provinceLines } from '../../overview/view.server.ts';
import type { Compared } from '../compare.ts';
import { compare } from '../compare.ts';
import { findSnapshot } from '../list.server.ts';
import type { FrozenUnit } from '../snapshot.ts';
import { snapshotText } from '../text.ts';
import type { Route } from './+types/snapshot.ts';

/** Everything frozen is read from the snapshot alone; today's figures stand beside it. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const found = (await findSnapshot(db, person, args.params.id)) ?? pageNotFound();
  const today = await provinceLines(db, { today: plainDateIn(clock()), known: undefined });
  const { content, ...line } = found;
  return { line, rows: compare(content.indicators, today), units: content.units };
}

export default function Snapshot({ loaderData }: Route.ComponentProps) {
  const { line, rows, units } = loaderData;
  const counts = countStatuses(rows.map(({ frozen }) => frozen.answer));
  const path = `/so-lieu-chot/${line.id}`;
  const withGoals = units.filter(({ indicators }) => indicators.length > 0);
  return (
    <Page
      title={line.title}
      lead={snapshotText.frozenLead(line.asOf, momentText(line.takenAt), line.takenBy)}
      trail={[{ label: snapshotText.area, href: '/so-lieu-chot' }]}
      action={
        <LinkButton href={`${path}/tai.xlsx`} kind="second">
          {snapshotText.excel}
        </LinkButton>
      }
    >
      <title>{line.title}</title>
      {!line.isWhole && (
        <Notice kind="warning" title={snapshotText.brokenTitle}>
          {snapshotText.broken}
        </Notice>
      )}
      <h2>{snapshotText.finding(counts.achieved + counts.on_track, rows.length)}</h2>
      <StatusStrip label={snapshotText.stripLabel(rows.length)} counts={counts} />
      <p>{snapshotText.changed(rows.filter(({ isChanged }) => isChanged).length)}</p>
      <Table
        caption={snapshotText.indicators}
        captionHidden
        rows={rows}
        rowKey={({ frozen }) => frozen.code}
        columns={columns}
      />
      <h2>{snapshotText.units}</h2>
      <Table
        caption={snapshotText.units}
        captionHidden
        rows={withGoals}
        rowKey={({ code }) => code}
        columns={unitColumns}
        empty={<p className="muted">{snapshotText.noUnits}</p>}
      />
      <p>
        <a href={`${path}/tai.json`}>{snapshotText.json}</a> · {line.isWhole && snapshotText.whole}{' '}
        {snapshotText.digest}: <code className="digest">{line.digest}</code>
      </p>
    </Page>
  );
}

const columns: readonly Column<Compared>[] = [
  { key: 'ma', head: snapshotText.code, kind: 'code', cell: ({ frozen }) => frozen.code },
  {
    key: 'ten',
    head: snapshotText.indicator,
    kind: 'name',
    cell: ({ frozen }) => <a href={`/chi-tieu/${frozen.code}`}>{frozen.name}</a>,
  },
  {
    key: 'luc-chot',
    head: snapshotText.atTaking,
    kind: 'number',
    cell: ({ frozen }) => <Figure latest={frozen.latest ?? undefined} unit={frozen.unit} />,
  },
  { key: 'muc-tieu', head: snapshotText.target, kind: 'number', cell: ({ frozen }) => frozen.target },
  { key: 'trang-thai', head: snapshotText.status, cell: ({ frozen }) => <Status status={frozen.answer.status} /> },
  {
    key: 'nay',
    head: snapshotText.now,
    cell: ({ now, isChanged, frozen }) =>
      isChanged && now ? (
        <>
          <Figure latest={now.latest} unit={frozen.unit} /> <Status status={now.status} />
        </>
      ) : (
        <span className="muted">{snapshotText.same}</span>
      ),
  },
];

type FigureProps = {
  readonly latest: { readonly value: string; readonly period: string } | undefined;
  readonly unit: string;
};

function Figure({ latest, unit }: FigureProps) {
  if (!latest) return '–';
  return (
    <>
      <b>{latest.value}</b> <small>{unit}</small>
      <br />
      <small>{latest.period}</small>
    </>
  );
}

const unitColumns: readonly Column<FrozenUnit>[] = [
  {
    key: 'don-vi',
    head: snapshotText.unit,
    kind: 'name',
    cell: ({ code, name }) => <a href={`/don-vi/${code}`}>{name}</a>,
  },
  { key: 'trang-thai', head: snapshotText.status, cell: ({ status }) => <Status status={status} /> },
  {
    key: 'chi-tieu',
    head: snapshotText.unitIndicators,
    cell: ({ indicators }) => (
      <ul className="plain">
        {indicators.map(({ code, value, period, target }) => (
          <li key={code}>{snapshotText.unitFigure(code, value, period, target)}</li>
        ))}
      </ul>
    ),
  },
];
