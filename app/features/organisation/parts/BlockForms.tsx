/** The forms on a block's page; each says what it does in `do`. */
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Table } from '../../../ui/Table.tsx';
import { blockParts } from '../block.ts';
import type { Block, Seat } from '../block.ts';
import { typedBlock } from '../block-form.ts';
import type { BlockDetail } from '../block-queries.server.ts';
import type { FormError } from '../errors.text.ts';
import { blocksText } from '../page.text.ts';
import { blockPartNames, unitKindNames } from '../text.ts';
import type { UnitChoice } from '../unit-queries.server.ts';
import { unitKinds } from '../unit.ts';
import { BlockFields } from './BlockFields.tsx';

type MembersProps = {
  readonly seen: BlockDetail & { readonly free: readonly UnitChoice[] };
  /** What was chosen before a refusal. */
  readonly typed: readonly Seat[] | undefined;
};

export function MembersForm({ seen, typed }: MembersProps) {
  const { block, members, free } = seen;
  const partOf = (id: string, stored: string) =>
    typed ? (typed.find((seat) => seat.unitId === id)?.part ?? '') : stored;
  const chosen = new Set(typed?.map(({ unitId }) => unitId));
  return (
    <Form version={block.version} hidden={{ do: 'members' }} wide guard={`khoi-cum-${block.code}-${seen.year}`}>
      {members.length > 0 && (
        <Table
          caption={blocksText.membersCaption}
          captionHidden
          rows={members}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'don-vi',
              head: blocksText.unit,
              kind: 'name',
              cell: ({ code, name }) => <a href={`/don-vi/${code}`}>{name}</a>,
            },
            {
              key: 'vai-tro',
              head: blocksText.part,
              cell: ({ id, name, part }) => (
                <select name={`vai-${id}`} defaultValue={partOf(id, part)} aria-label={`${blocksText.part}: ${name}`}>
                  {blockParts.map((one) => (
                    <option key={one} value={one}>
                      {blockPartNames[one]}
                    </option>
                  ))}
                  <option value="">{blocksText.out}</option>
                </select>
              ),
            },
          ]}
        />
      )}
      <details open={members.length === 0 || undefined}>
        <summary>{blocksText.addUnit}</summary>
        {unitKinds.map((kind) => (
          <FreeUnits
            key={kind}
            title={unitKindNames[kind]}
            units={free.filter((unit) => unit.kind === kind)}
            chosen={chosen}
          />
        ))}
      </details>
      <Actions>
        <Button>{blocksText.saveMembers}</Button>
      </Actions>
    </Form>
  );
}

function FreeUnits(props: {
  readonly title: string;
  readonly units: readonly UnitChoice[];
  readonly chosen: ReadonlySet<string>;
}) {
  const { title, units, chosen } = props;
  if (units.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>{title}</legend>
      <ul className="names">
        {units.map(({ id, name }) => (
          <li key={id} className="choice">
            <input id={`them-${id}`} type="checkbox" name="them" value={id} defaultChecked={chosen.has(id)} />
            <label htmlFor={`them-${id}`}>{name}</label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

export function CopyForm({ block, year }: { readonly block: Block; readonly year: number }) {
  return (
    <Form version={block.version} hidden={{ do: 'copy' }}>
      <Actions>
        <Button kind="second">{blocksText.copy(year - 1)}</Button>
      </Actions>
    </Form>
  );
}

type RenameProps = {
  readonly block: Block;
  readonly typed: Readonly<Record<string, string>> | undefined;
  readonly errors: readonly FormError[];
};

export function RenameForm({ block, typed, errors }: RenameProps) {
  return (
    <Form version={block.version} hidden={{ do: 'rename' }} errors={errors}>
      <BlockFields
        typed={typedBlock(typed ?? { code: block.code, name: block.name, kind: block.kind })}
        errors={errors}
      />
      <Actions>
        <Button kind="second">{blocksText.saveName}</Button>
      </Actions>
    </Form>
  );
}
