import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import type { ExpectedUnit, RoundDetail } from '../list.server.ts';
import type { RoundView } from '../standing.ts';
import { roundViews } from '../standing.ts';
import { standingLook } from '../stage-look.ts';
import { roundText, standingText, viewText } from '../text.ts';

type Props = {
  readonly round: RoundDetail;
  readonly rows: readonly ExpectedUnit[];
  readonly seen: RoundView | undefined;
  readonly path: string;
  readonly mayExempt: boolean;
};

/** Every unit that is called in a round, with how it stands and the way to its report. */
export function ExpectedUnits({ round, rows, seen, path, mayExempt }: Props) {
  if (round.units.length === 0) return <p className="muted">{roundText.noUnits}</p>;
  return (
    <>
      {round.units.length > 1 && (
        <Filters path={path} auto>
          <Field
            type="select"
            name="xem"
            label={roundText.show}
            blank={roundText.all}
            value={seen}
            options={roundViews.map((value) => ({ value, label: viewText[value] }))}
          />
        </Filters>
      )}
      <Table
        caption={roundText.units}
        captionHidden
        columns={columnsOf(round, mayExempt)}
        rows={rows}
        rowKey={({ unitId }) => unitId}
        isLate={({ standing }) => standing === 'overdue'}
        empty={<Empty what={roundText.noneInView} why={seen ? viewText[seen] : roundText.units} />}
      />
    </>
  );
}

function columnsOf(round: RoundDetail, mayExempt: boolean): readonly Column<ExpectedUnit>[] {
  const hasReports = round.stage === 'open' || round.stage === 'closed';
  return [
    {
      key: 'don-vi',
      head: roundText.unit,
      kind: 'name',
      cell: ({ code, name, isActive, successors }) => (
        <>
          {hasReports ? <a href={`/bao-cao/${round.id}/${code}`}>{name}</a> : name}
          {!isActive && <small> ({roundText.merged(successors)})</small>}
        </>
      ),
    },
    {
      key: 'tinh-trang',
      head: roundText.standing,
      cell: ({ standing, exemptReason }) => (
        <>
          <Stage stage={standingLook[standing]} word={standingText[standing]} />
          {standing === 'exempt' && exemptReason && <small> {roundText.exemptBecause(exemptReason)}</small>}
        </>
      ),
    },
    {
      key: 'ngay-gui',
      head: roundText.sentOn,
      cell: ({ sentOn, isLate }) =>
        sentOn && (
          <>
            {dateText(sentOn)} {isLate && <Overdue>{roundText.lateMark}</Overdue>}
          </>
        ),
    },
    ...(mayExempt && round.units.some(({ exemptReason }) => exemptReason !== null) ? [unexemptColumn] : []),
  ];
}

const unexemptColumn: Column<ExpectedUnit> = {
  key: 'mien',
  head: roundText.exempt,
  cell: ({ unitId, exemptReason, name }) =>
    exemptReason !== null && (
      <Form hidden={{ viec: 'unexempt', 'don-vi': unitId }}>
        <Button kind="plain" small>
          {roundText.unexempt}
          <span className="sr">: {name}</span>
        </Button>
      </Form>
    ),
};
