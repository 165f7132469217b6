import type { View as Address } from '../../../ui/address.ts';
import { withQuery } from '../../../ui/address.ts';
import { Facts } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { dutyKinds, dutyStates } from '../duty.ts';
import type { DutyQuery, Group, Grouping, Sums } from '../filter.ts';
import { groupings, kindAddresses, NOBODY, viewOfState, views } from '../filter.ts';
import type { DutyList } from '../list.server.ts';
import { dutyKindText, dutyStateText, groupingText, urgingText, viewText } from '../text.ts';

type Seen = DutyList & {
  readonly query: DutyQuery;
  readonly by: Grouping;
  readonly isGrouped: boolean;
  readonly view: Address;
};

/** How many in each state; each number opens its list. */
export function DutyCounts({ sums, view }: { readonly sums: Sums; readonly view: Address }) {
  return (
    <Facts
      facts={dutyStates.map((state) => ({
        label: dutyStateText[state],
        value: (
          <a href={withQuery(view, { xem: viewOfState[state], trang: undefined, 'da-nhac': undefined })}>
            {sums[state]}
          </a>
        ),
      }))}
    />
  );
}

export function DutyFilters({ data }: { readonly data: Seen }) {
  const { query, by, units, owners, view } = data;
  return (
    <Filters
      path={view.path}
      keep={{ ...(by !== 'don-vi' && { theo: by }), ...(query.subject && { ve: query.subject }) }}
      auto
    >
      <Field
        type="select"
        name="xem"
        label={urgingText.show}
        blank={null}
        value={query.view}
        options={views.map((value) => ({ value, label: viewText[value] }))}
      />
      <Field
        type="select"
        name="loai"
        label={urgingText.kind}
        blank={urgingText.every}
        value={query.kind && kindAddresses[query.kind]}
        options={dutyKinds.map((kind) => ({ value: kindAddresses[kind], label: dutyKindText[kind] }))}
      />
      {units.length > 1 && (
        <Field
          type="select"
          name="don-vi"
          label={urgingText.unit}
          blank={urgingText.every}
          value={query.unitCode}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
      <Field
        type="select"
        name="nguoi"
        label={urgingText.owner}
        blank={urgingText.every}
        value={query.owner}
        options={[
          { value: NOBODY, label: urgingText.nobody },
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Filters>
  );
}

/** The same duties summed up by unit, kind or owner; each opens its own. */
export function DutyGroups({ data }: { readonly data: Seen }) {
  const { groups, by, view } = data;
  if (groups.length < 2) return null;
  const columns: readonly Column<Group>[] = [
    {
      key: 'nhom',
      head: groupingText[by],
      kind: 'name',
      cell: ({ value, name }) => (
        <a href={withQuery(view, { [by]: value, trang: undefined })}>{urgingText.groupName(by, name)}</a>
      ),
    },
    ...dutyStates.map((state) => ({
      key: state,
      head: dutyStateText[state],
      kind: 'number' as const,
      cell: ({ sums }: Group) => sums[state] || '',
    })),
    { key: 'tat-ca', head: urgingText.all, kind: 'number', cell: ({ sums }) => sums.all },
  ];
  return (
    <details open={data.isGrouped}>
      <summary>{urgingText.groups}</summary>
      <Tabs
        label={urgingText.groups}
        tabs={groupings.map((each) => ({
          label: groupingText[each],
          href: `${withQuery(view, { theo: each, trang: undefined })}#nhom`,
          current: each === by,
        }))}
      />
      <div id="nhom">
        <Table caption={groupingText[by]} columns={columns} rows={groups} rowKey={({ value }) => value} />
      </div>
    </details>
  );
}
