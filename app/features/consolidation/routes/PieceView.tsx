import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { PieceRow } from '../case.server.ts';
import type { PieceTable, Source, Together } from '../pieces.ts';
import { placements, textOf } from '../pieces.ts';
import { aboutText, sourceText } from '../paper.text.ts';
import { partText, placementText, placeVerb } from '../text.ts';

type Props = {
  readonly consolidationId: string;
  /** More than one where several units say the same. */
  readonly group: Together<PieceRow>;
  /** The first of each group of the part in their order; undefined when nothing may be changed. */
  readonly order: readonly string[] | undefined;
};

/** A paragraph or table with its source beside it and, in a draft, what can be done with it. */
export function PieceView({ consolidationId, group, order }: Props) {
  const [piece] = group;
  const { id, content, source, placement, editedBy, editedAt, isStale } = piece;
  const marks = [
    ...(source.kind !== 'own' && editedBy !== null && editedAt !== null ? [partText.edited(editedBy, editedAt)] : []),
    ...(isStale ? [partText.stale] : []),
  ];
  return (
    <section className="piece" id={`doan-${id}`}>
      <h2>{group.length > 1 ? partText.alike(group.length) : titleOf(source, content)}</h2>
      {content === null ? <Words text={textOf(piece)} /> : <FigureTable content={content} />}
      <p className="muted">
        {placementText[placement]}
        {marks.map((mark) => `; ${mark}`)}. {group.length === 1 && <SourceLink source={source} />}
      </p>
      {group.length > 1 && <Alike consolidationId={consolidationId} group={group} isOpen={order !== undefined} />}
      {order && (
        <PieceActs consolidationId={consolidationId} piece={piece} order={order} isAlone={group.length === 1} />
      )}
    </section>
  );
}

function titleOf(source: Source, content: PieceTable | null): string {
  if (content !== null) return content.title;
  switch (source.kind) {
    case 'report':
      return `${source.unitName}${aboutText(source.about)}`;
    case 'figures':
      return partText.sentence;
    case 'own':
      return partText.own;
  }
}

type AlikeProps = Pick<Props, 'consolidationId' | 'group'> & { readonly isOpen: boolean };

/** Who said it, each with its source; edited, a unit's text stands by itself again. */
function Alike({ consolidationId, group, isOpen }: AlikeProps) {
  return (
    <details>
      <summary>{partText.alikeWho}</summary>
      <ul>
        {group.map(({ id, source }) => (
          <li key={id}>
            <SourceLink source={source} />{' '}
            {isOpen && <a href={`/bao-cao-tong-hop/${consolidationId}/doan/${id}`}>{partText.edit}</a>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function SourceLink({ source }: { readonly source: Source }) {
  if (source.kind !== 'report') return sourceText(source);
  return (
    <>
      {`${partText.source}: `}
      <a href={`/bao-cao/${source.roundId}/${source.unitCode}`}>{sourceText(source)}</a>
    </>
  );
}

export function Words({ text }: { readonly text: string }) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line, at) => <p key={`${at} ${line}`}>{line}</p>);
}

/** Figures as a table; the last column says where each row comes from. */
export function FigureTable({ content: { title, columns, rows } }: { readonly content: PieceTable }) {
  const hasRefs = rows.some((row) => !('band' in row) && row.ref !== '');
  const flat = rows.map((row, at) => ({ at, ...('band' in row ? { cells: [row.band], ref: '' } : row) }));
  return (
    <Table
      caption={title}
      captionHidden
      phone="scroll"
      columns={[
        ...columns.map(({ heading, align }, at) => ({
          key: String(at),
          head: heading,
          kind: at === 0 ? ('name' as const) : align === 'right' ? ('number' as const) : ('text' as const),
          cell: (row: (typeof flat)[number]) => row.cells[at] ?? '',
        })),
        ...(hasRefs
          ? [
              {
                key: 'nguon',
                head: partText.rowSource,
                kind: 'code' as const,
                cell: (row: (typeof flat)[number]) => row.ref,
              },
            ]
          : []),
      ]}
      rows={flat}
      rowKey={({ at }) => String(at)}
    />
  );
}

type ActsProps = {
  readonly consolidationId: string;
  readonly piece: PieceRow;
  readonly order: readonly string[];
  readonly isAlone: boolean;
};

function PieceActs({ consolidationId, piece, order, isAlone }: ActsProps) {
  const at = order.indexOf(piece.id);
  return (
    <div className="acts">
      <Form hidden={{ viec: 'place', doan: piece.id }}>
        <Actions>
          {piece.content === null && isAlone && (
            <LinkButton kind="plain" small href={`/bao-cao-tong-hop/${consolidationId}/doan/${piece.id}`}>
              {partText.edit}
            </LinkButton>
          )}
          {placements
            .filter((placement) => placement !== piece.placement)
            .map((placement) => (
              <Button key={placement} kind="plain" small name="cho" value={placement}>
                {placeVerb[placement]}
              </Button>
            ))}
        </Actions>
      </Form>
      <Form hidden={{ viec: 'order', doan: piece.id }}>
        <Actions>
          {at > 0 && (
            <Button kind="plain" small name="sau" value={order[at - 2] ?? ''}>
              {partText.up}
            </Button>
          )}
          {at < order.length - 1 && (
            <Button kind="plain" small name="sau" value={order[at + 1] ?? ''}>
              {partText.down}
            </Button>
          )}
        </Actions>
      </Form>
    </div>
  );
}
