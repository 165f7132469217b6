import { pointsText } from '../../../kernel/hundredths.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { CardInList, JudgementPage } from '../judgement-page.server.ts';
import { cardLook } from '../stage-look.ts';
import { cardStageText, scoringText } from '../text.ts';

const columnsOf = (isFinal: boolean): readonly Column<CardInList>[] => [
  {
    key: 'don-vi',
    head: scoringText.unit,
    kind: 'name',
    cell: (row) => (
      <>
        <a href={`/cham-diem/phieu/${row.id}`}>{row.unitName}</a>
        {!row.isActive && <small> ({scoringText.merged})</small>}
      </>
    ),
  },
  {
    key: 'buoc',
    head: scoringText.stage,
    cell: (row) => (
      <>
        <Stage stage={cardLook[row.stage]} word={cardStageText[row.stage]} />
        {row.isLate && <small> {scoringText.late}</small>}
      </>
    ),
  },
  { key: 'cheo', head: scoringText.cross, cell: (row) => row.crossName ?? scoringText.noCross },
  {
    key: 'diem',
    head: isFinal ? scoringText.finalPoints : scoringText.points,
    kind: 'number',
    cell: pointsCell,
  },
  {
    key: 'thieu',
    head: scoringText.missingTotal,
    cell: (row) => (row.points && row.points.missing > 0 ? scoringText.criteriaCount(row.points.missing) : null),
  },
  {
    key: 'de-nghi',
    head: scoringText.objectionsHead,
    cell: (row) => (row.openObjections > 0 ? scoringText.openObjections(row.openObjections) : null),
  },
];

function pointsCell({ points }: CardInList) {
  if (points === null) return <span className="muted">{scoringText.hidden}</span>;
  return points.shown === null ? scoringText.notApplicable : pointsText(points.shown);
}

/** Cards of the block that the reader may know of. */
export function CardsTable({ page }: { readonly page: JudgementPage }) {
  const { cards, all, judgement } = page;
  const columns = columnsOf(judgement.stage !== 'prepared' && judgement.stage !== 'scoring');
  const why = all === 0 ? scoringText.cardsEmptyPrepared : scoringText.cardsEmptyHidden(all);
  return (
    <section>
      <h2>{titleOf(page)}</h2>
      <Table
        caption={scoringText.cardsCaption}
        captionHidden
        columns={judgement.stage === 'announced' ? columns : columns.filter(({ key }) => key !== 'de-nghi')}
        rows={cards}
        rowKey={(row) => row.id}
        empty={<Empty what={scoringText.cardsEmpty} why={why} />}
      />
    </section>
  );
}

/** How many were handed in is said to whoever sees them all. */
function titleOf({ cards, all }: JudgementPage): string {
  if (cards.length === 0) return scoringText.cardsCaption;
  if (cards.length < all) return scoringText.cardsSeen(cards.length, all);
  return scoringText.cardsTitle(cards.filter(({ stage }) => stage !== 'self').length, all);
}
