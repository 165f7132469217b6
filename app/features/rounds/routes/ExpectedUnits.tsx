import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { unitKindNames } from '../../organisation/text.ts';
import type { UnitKind } from '../../organisation/unit.ts';
import type { UnitsAsked } from '../asked.ts';
import { narrowed } from '../asked.ts';
import type { RoundDetail } from '../list.server.ts';
import { roundViews } from '../standing.ts';
import { roundText, viewText } from '../text.ts';
import type { ExpectedUnit } from '../units.server.ts';
import { SentCell, StandingCell } from './StandingCell.tsx';

type Props = {
  readonly round: RoundDetail;
  readonly asked: UnitsAsked;
  readonly view: { readonly path: string; readonly query: string };
};

/** Every unit that is called in a round, with how it stands and the way to its report. */
export function ExpectedUnits({ round, asked, view }: Props) {
  const { units } = round;
  if (units.length === 0) return <p className="muted">{roundText.noUnits}</p>;
  const file = (kind: string) => {
    const query = new URLSearchParams(view.query);
    query.set('dang', kind);
    return `${view.path}/tai?${query.toString()}`;
  };
  return (
    <>
      {units.length > 1 && <Narrow units={units} asked={asked} path={view.path} />}
      <Table
        caption={roundText.units}
        captionHidden
        columns={columnsOf(round)}
        rows={narrowed(units, asked)}
        rowKey={({ unitId }) => unitId}
        isLate={({ standing }) => standing === 'overdue'}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        empty={<Empty what={roundText.noneInView} why={asked.view ? viewText[asked.view] : roundText.units} />}
      />
    </>
  );
}

type NarrowProps = { readonly units: readonly ExpectedUnit[]; readonly asked: UnitsAsked; readonly path: string };

function Narrow({ units, asked, path }: NarrowProps) {
  const kinds = [...new Set(units.map(({ kind }) => kind))];
  const blocks = [...new Set(units.flatMap(({ block }) => block ?? []))].toSorted((a, b) => a.localeCompare(b, 'vi'));
  return (
    <Filters path={path} auto>
      <Field
        type="select"
        name="xem"
        label={roundText.show}
        blank={roundText.all}
        value={asked.view}
        options={roundViews.map((value) => ({ value, label: viewText[value] }))}
      />
      {kinds.length > 1 && (
        <Field
          type="select"
          name="nhom"
          label={roundText.kind}
          blank={roundText.all}
          value={asked.kind}
          options={kinds.map((kind) => ({ value: kind, label: unitKindNames[kind as UnitKind] ?? kind }))}
        />
      )}
      {blocks.length > 0 && (
        <Field
          type="select"
          name="khoi"
          label={roundText.block}
          blank={roundText.all}
          value={asked.block}
          options={blocks.map((block) => ({ value: block, label: block }))}
        />
      )}
    </Filters>
  );
}

function columnsOf(round: RoundDetail): readonly Column<ExpectedUnit>[] {
  const hasReports = round.stage === 'open' || round.stage === 'closed';
  const isCaller = round.moves.length > 0;
  const mayExempt = round.moves.includes('exempt');
  return [
    {
      key: 'don-vi',
      head: roundText.unit,
      kind: 'name',
      cell: ({ code, name, isActive, successors, hasOwner }) => (
        <>
          {hasReports ? <a href={`/bao-cao/${round.id}/${code}`}>{name}</a> : name}
          {!isActive && <small> ({roundText.merged(successors)})</small>}
          {isCaller && !hasOwner && <small> ({roundText.noOwner})</small>}
        </>
      ),
    },
    { key: 'tinh-trang', head: roundText.standing, cell: (unit) => <StandingCell {...unit} /> },
    { key: 'ngay-gui', head: roundText.sentOn, cell: (unit) => <SentCell {...unit} /> },
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
