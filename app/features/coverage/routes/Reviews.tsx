import { dateText } from '../../../ui/moment.ts';
import { Status } from '../../../ui/Status.tsx';
import type { StatusName } from '../../../ui/status.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { reviewKindText } from '../../movements/text.ts';
import type { ReviewLine, ReviewState } from '../reviews.ts';
import { coverageText, reviewStateText } from '../text.ts';

const look: Readonly<Record<ReviewState, StatusName>> = {
  held: 'achieved',
  late: 'off_track',
  due: 'at_risk',
  to_come: 'no_data',
};

const columns: readonly Column<ReviewLine>[] = [
  { key: 'viec', head: coverageText.review, kind: 'name', cell: ({ kind }) => reviewKindText[kind] },
  { key: 'nam', head: coverageText.reviewYear, kind: 'number', cell: ({ year }) => year },
  {
    key: 'tinh-trang',
    head: coverageText.state,
    cell: ({ state, held }) => (
      <>
        <Status status={look[state]} word={reviewStateText[state]} />
        {held && <small> {coverageText.heldOn(dateText(held.heldOn), held.number)}</small>}
      </>
    ),
  },
];

/** PT-1.5. */
export function Reviews({ lines, movementId }: { readonly lines: readonly ReviewLine[]; readonly movementId: string }) {
  return (
    <>
      <Table
        caption={coverageText.reviewsCaption}
        captionHidden
        columns={columns}
        rows={lines}
        rowKey={({ kind, year }) => `${kind}-${year}`}
        isLate={({ state }) => state === 'late'}
      />
      <p className="muted">
        {coverageText.reviewRule} <a href={`/phong-trao/${movementId}`}>{coverageText.toMovement}</a>
      </p>
    </>
  );
}
