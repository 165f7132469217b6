import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { ListedSet } from '../list.server.ts';
import type { StoredSet } from '../sets.server.ts';
import { stageLook } from '../stage-look.ts';
import { setsText as said, setStageText } from '../text.ts';

type Props = { readonly set: StoredSet; readonly editions: readonly ListedSet[] };

/** Nothing where there is only this one. */
export function Editions({ set, editions }: Props) {
  if (editions.length < 2) return null;
  const columns: readonly Column<ListedSet>[] = [
    {
      key: 'ban',
      head: said.edition,
      kind: 'name',
      cell: ({ id, edition }) =>
        id === set.id ? said.editionOf(edition) : <a href={`/tieu-chi/${id}`}>{said.editionOf(edition)}</a>,
    },
    { key: 'tt', head: said.stage, cell: ({ stage }) => <Stage stage={stageLook[stage]} word={setStageText[stage]} /> },
    {
      key: 'vb',
      head: said.paper,
      cell: ({ documentNumber, documentDate }) =>
        documentNumber && documentDate ? said.paperOf(documentNumber, documentDate) : null,
    },
  ];
  return (
    <section>
      <h2>{said.editions}</h2>
      <Table caption={said.editions} captionHidden columns={columns} rows={editions} rowKey={({ id }) => id} />
    </section>
  );
}
