import { fieldId } from '../../../ui/ErrorSummary.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { BlockPart } from '../../organisation/block.ts';
import { blockParts } from '../../organisation/block.ts';
import { blockPartNames } from '../../organisation/text.ts';
import { blocksText as said } from '../text.ts';

type Row = {
  readonly unitId: string;
  readonly name: string;
  /** What is chosen unless something else was. */
  readonly part: BlockPart;
  readonly note: string | null;
};
type Props = {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly fields: Readonly<Record<string, string>>;
  readonly error: string | undefined;
};

/** A part for each unit, sent as `vai-<unit>`. */
export function PartsTable({ caption, rows, fields, error }: Props) {
  const noted = rows.some(({ note }) => note !== null);
  return (
    <div id={fieldId('seats')} className="field" tabIndex={-1}>
      {error && <p className="wrong">{error}</p>}
      <Table
        caption={caption}
        rows={rows}
        rowKey={({ unitId }) => unitId}
        columns={[
          { key: 'don-vi', head: said.unit, kind: 'name', cell: ({ name }) => name },
          ...(noted ? [{ key: 'gan-nhat', head: said.lastLed, cell: ({ note }: Row) => note }] : []),
          {
            key: 'vai-tro',
            head: said.chosen,
            cell: ({ unitId, name, part }) => (
              <select
                name={`vai-${unitId}`}
                defaultValue={fields[`vai-${unitId}`] ?? part}
                aria-label={`${said.chosen}: ${name}`}
              >
                {blockParts.map((one) => (
                  <option key={one} value={one}>
                    {blockPartNames[one]}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
      />
    </div>
  );
}
