import { Table } from '../../../ui/Table.tsx';
import { awardNameText, inForceText } from '../law/law.text.ts';
import type { Rule } from '../standards/rule.ts';
import { awardsText as said } from '../text.ts';
import { Mark } from './Mark.tsx';

/** The rules of a set, each with its own page. */
export function RuleList({ rules }: { readonly rules: readonly Rule[] }) {
  return (
    <Table
      caption={said.rulesOf}
      captionHidden
      rows={rules}
      rowKey={({ id, award, inForceFrom }) => id ?? `${award} ${inForceFrom}`}
      columns={[
        {
          key: 'ten',
          head: said.name,
          kind: 'name',
          cell: ({ id, award }) => <a href={`/khen-thuong/danh-muc/quy-dinh/${id}`}>{awardNameText(award)}</a>,
        },
        { key: 'dieu', head: said.article, cell: ({ article }) => article },
        {
          key: 'ap-dung',
          head: said.days,
          cell: ({ inForceFrom, inForceUntil }) => inForceText({ validFrom: inForceFrom, validUntil: inForceUntil }),
        },
        { key: 'xac-minh', head: said.mark, cell: ({ state }) => <Mark state={state} /> },
      ]}
    />
  );
}
