import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { SetFault } from '../adding-up.ts';
import type { Criterion } from '../criterion.ts';
import { childrenOf, isScored } from '../criterion.ts';
import { pointsText } from '../../../kernel/hundredths.ts';
import type { OneSet } from '../one.server.ts';
import { faultText, howText, kindText, setsText as said } from '../text.ts';

type Props = { readonly one: Pick<OneSet, 'set' | 'names' | 'faults'>; readonly mayEdit: boolean };

/** The form that every arrow of the table sends. */
const ORDER = 'thu-tu';

/** The set as a paper prints it; what is wrong stands under the criterion it is wrong about. */
export function Tree({ one, mayEdit }: Props) {
  const { set, faults } = one;
  const whole = faults.filter((fault) => !('code' in fault));
  return (
    <section>
      {mayEdit && whole.map((fault) => <Wrong key={fault.kind} fault={fault} />)}
      <Table
        caption={said.treeCaption}
        captionHidden
        columns={mayEdit ? [...columnsOf(one), deeds(one)] : columnsOf(one)}
        rows={set.criteria}
        rowKey={({ code, title }) => `${code} ${title}`}
        empty={<Empty what={said.treeWhat} why={said.treeEmpty} />}
      />
      {mayEdit && (
        <Form id={ORDER} version={set.version}>
          {null}
        </Form>
      )}
    </section>
  );
}

function columnsOf({ set, names, faults }: Props['one']): readonly Column<Criterion>[] {
  return [
    { key: 'ma', head: said.code, kind: 'code', cell: ({ code }) => <span id={`muc-${code}`}>{code}</span> },
    {
      key: 'ten',
      head: said.content,
      kind: 'name',
      cell: (criterion) => (
        <>
          {isScored(criterion) ? <span className="plain">{criterion.title}</span> : <strong>{criterion.title}</strong>}
          {(criterion.kind === 'bonus' || criterion.kind === 'penalty') &&
            ` (${kindText[criterion.kind].toLowerCase()})`}
          {criterion.guidance !== '' && (
            <>
              <br />
              <small>{criterion.guidance}</small>
            </>
          )}
          {faults
            .filter((fault) => 'code' in fault && fault.code === criterion.code)
            .map((fault) => (
              <Wrong key={fault.kind} fault={fault} />
            ))}
        </>
      ),
    },
    {
      key: 'diem',
      head: said.max,
      kind: 'number',
      cell: (criterion) => {
        const shown = `${criterion.kind === 'penalty' ? '−' : ''}${pointsText(criterion.max)}`;
        return isScored(criterion) ? shown : <strong>{shown}</strong>;
      },
    },
    {
      key: 'cach',
      head: said.how,
      cell: (criterion) =>
        isScored(criterion) ? howText(criterion, names) : said.inside(childrenOf(set.criteria, criterion.code).length),
    },
  ];
}

function deeds({ set }: Props['one']): Column<Criterion> {
  const here = `/tieu-chi/${set.id}`;
  const at = (path: string, code: string) => `${here}/${path}?ma=${encodeURIComponent(code)}`;
  return {
    key: 'viec',
    head: said.deeds,
    cell: ({ code, kind }) => (
      <div className="acts acts-row">
        <a href={at('muc', code)} aria-label={said.namedDeed(said.edit, code)}>
          {said.edit}
        </a>
        {kind === 'group' && (
          <a href={`${here}/muc?nhom=${encodeURIComponent(code)}`} aria-label={said.namedDeed(said.addUnder, code)}>
            {said.addShort}
          </a>
        )}
        {(['up', 'down'] as const).map((direction) => (
          <Button key={direction} kind="plain" small form={ORDER} name="ma" value={`${direction} ${code}`}>
            <span aria-hidden="true">{said.arrow[direction]}</span>
            <span className="sr">{said.namedDeed(said[direction], code)}</span>
          </Button>
        ))}
        <a href={at('muc/bo', code)} aria-label={said.namedDeed(said.remove, code)}>
          {said.remove}
        </a>
      </div>
    ),
  };
}

function Wrong({ fault }: { readonly fault: SetFault }) {
  return <p className="wrong">{faultText(fault)}</p>;
}
