import { pointsText } from '../../../kernel/hundredths.ts';
import { edgeOf, pageNotFound } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { PublicLine } from '../publication/public.server.ts';
import { publishedResult } from '../publication/public.server.ts';
import { publicPartedText, publicText as said } from '../publication.text.ts';
import { levelOf, rankingText } from '../text.ts';
import type { Route } from './+types/public-result.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  return (await publishedResult(services.db, askedId(args.params.judgementId))) ?? pageNotFound();
}

const columns: readonly Column<PublicLine>[] = [
  { key: 'hang', head: said.place, kind: 'number', cell: ({ place }) => place ?? <small>{said.none}</small> },
  {
    key: 'don-vi',
    head: said.unit,
    kind: 'name',
    cell: ({ unitName, isLeader, partedBy }) => (
      <>
        {unitName}
        {isLeader && <small> ({said.leader})</small>}
        {partedBy && (
          <>
            <br />
            <small>{publicPartedText(partedBy)}</small>
          </>
        )}
      </>
    ),
  },
  { key: 'diem', head: said.score, kind: 'number', cell: ({ shown }) => shown !== null && pointsText(shown) },
  { key: 'xep-loai', head: said.level, cell: ({ level }) => levelOf(level) },
];

export default function PublicResult({ loaderData: { result, lines } }: Route.ComponentProps) {
  const title = said.one(result.ofName, result.year);
  const { minutesNumber, minutesDate, frozenAt } = result;
  return (
    <Page title={title} lead={result.title} trail={[{ label: said.title, href: '/ket-qua-thi-dua' }]}>
      <title>{title}</title>
      <Table caption={said.lines} columns={columns} rows={lines} rowKey={({ unitName }) => unitName} />
      <p className="muted">
        {rankingText.scoreNote(lines[0]?.full ?? 0)}.{' '}
        {minutesNumber !== null && minutesDate !== null && said.basis(minutesNumber, minutesDate)}{' '}
        {frozenAt && said.at(frozenAt)}
      </p>
    </Page>
  );
}
