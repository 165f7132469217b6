import { withQuery } from '../../../ui/address.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Attention } from '../attention.ts';
import { attentions } from '../attention.ts';
import type { Group, PlansAttention } from '../attention.server.ts';
import { attentionText, plansText } from '../text.ts';

type View = { readonly path: string; readonly query: string };
type Props = { readonly seen: Pick<PlansAttention, 'byUnit' | 'byAbout'>; readonly view: View };

/** The same by unit and by scheme or movement; a number opens its lines. */
export function AttentionGroups({ seen: { byUnit, byAbout }, view }: Props) {
  return (
    <>
      {byAbout.length > 0 && <Groups name="ve" head={plansText.byAbout} groups={byAbout} view={view} />}
      {byUnit.length > 0 && (
        <details>
          <summary>{plansText.byUnit}</summary>
          <Groups name="don-vi" head={plansText.byUnit} groups={byUnit} view={view} />
        </details>
      )}
    </>
  );
}

type GroupsProps = {
  readonly name: 've' | 'don-vi';
  readonly head: string;
  readonly groups: readonly Group[];
  readonly view: View;
};

function Groups({ name, head, groups, view }: GroupsProps) {
  const at = (key: string, xem?: Attention) => withQuery(view, { [name]: key, xem, trang: undefined });
  const counted = (attention: Attention): Column<Group> => ({
    key: attention,
    head: attentionText[attention],
    kind: 'number',
    cell: ({ key, counts }) =>
      counts[attention] === 0 ? '0' : <a href={at(key, attention)}>{String(counts[attention])}</a>,
  });
  return (
    <Table
      caption={head}
      columns={[
        { key: 'ten', head, kind: 'name', cell: ({ key, name: words }) => <a href={at(key)}>{words}</a> },
        { key: 'ke-hoach', head: plansText.groupPlans, kind: 'number', cell: ({ plans }) => plans },
        {
          key: 'hoan-thanh',
          head: plansText.groupPercent,
          kind: 'number',
          cell: ({ percent }) => plansText.percent(percent),
        },
        ...attentions.map(counted),
      ]}
      rows={groups}
      rowKey={({ key }) => key}
    />
  );
}
