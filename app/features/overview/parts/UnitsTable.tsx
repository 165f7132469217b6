import type { PlainDate } from '../../../kernel/calendar.ts';
import { onDay } from '../../../ui/day.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Table } from '../../../ui/Table.tsx';
import { figureText } from '../../actuals/text.ts';
import { periodText } from '../../indicators/text.ts';
import type { Definition } from '../../indicators/definition.ts';
import { indicatorText, overviewText } from '../text.ts';
import type { UnitValue } from '../unit-values.server.ts';

type UnitsTableProps = {
  readonly units: readonly UnitValue[];
  readonly definition: Definition;
  readonly isInside: boolean;
  readonly known: PlainDate | undefined;
};

/** The newest verified figure of each unit; for those signed in. */
export function UnitsTable({ units, definition, isInside, known }: UnitsTableProps) {
  if (!isInside) return <p className="muted">{indicatorText.publicValues}</p>;
  return (
    <Table
      caption={indicatorText.unitsCaption}
      rows={units}
      rowKey={(row) => row.unitCode}
      phone="scroll"
      columns={[
        {
          key: 'don-vi',
          head: indicatorText.unit,
          kind: 'name',
          cell: (row) => <a href={onDay(`/don-vi/${row.unitCode}`, known)}>{row.unitName}</a>,
        },
        {
          key: 'gia-tri',
          head: indicatorText.value,
          kind: 'number',
          cell: (row) => (
            <>
              <b>{figureText(row.value, definition.decimals)}</b> <small>{definition.unitOfMeasure}</small>
            </>
          ),
        },
        { key: 'ky', head: overviewText.period, cell: (row) => periodText(row.period) },
      ]}
      empty={<Empty what={indicatorText.noUnitsWhat} why={indicatorText.noUnitsWhy} />}
    />
  );
}
