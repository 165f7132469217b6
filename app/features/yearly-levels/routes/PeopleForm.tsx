import type { View } from '../../../ui/address.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { levelText } from '../../register/text.ts';
import type { ListRow } from '../case.server.ts';
import type { PersonOfUnit } from '../people.server.ts';
import { levelOptions, levelsText as said } from '../text.ts';

export type RefusedList =
  | {
      readonly deed: string | undefined;
      readonly fields: Readonly<Record<string, string>>;
      readonly problems: readonly { readonly field: string; readonly label: string; readonly message: string }[];
    }
  | undefined;
type Props = {
  readonly list: ListRow;
  readonly people: readonly PersonOfUnit[];
  readonly gone: readonly PersonOfUnit[];
  readonly mayChange: boolean;
  readonly paging: { readonly page: number; readonly size: number; readonly total: number };
  readonly view: View;
  readonly refused: RefusedList;
};

/** Everybody of the unit with a level each, saved at once; without the right to change, the same as a table. */
export function PeopleForm(props: Props) {
  const { list, people, gone, mayChange, paging, view, refused } = props;
  const typed: Typed = refused?.deed === 'luu' ? refused.fields : {};
  const columns = columnsFor(mayChange, typed);
  const table = (
    <Table
      caption={said.people(paging.total)}
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      view={view}
      paging={paging}
      empty={
        <Empty
          what={said.noPeople}
          why={said.noPeopleWhy}
          first={<LinkButton href="/khen-thuong/so/moi">{said.noPeopleFirst}</LinkButton>}
        />
      }
    />
  );
  const left = gone.length > 0 && <Gone gone={gone} mayChange={mayChange} typed={typed} />;
  if (!mayChange)
    return (
      <>
        {table}
        {left}
      </>
    );
  return (
    <Form
      wide
      version={list.version}
      hidden={{ viec: 'luu' }}
      errors={refused?.deed === 'luu' ? refused.problems.filter(({ field }) => field !== '') : []}
      guard={`xep-loai-${list.id}-${paging.page}`}
    >
      {table}
      {left}
      <Field
        name="van-ban"
        label={said.paper}
        hint={said.paperHint}
        optional
        width="long"
        value={typed['van-ban'] ?? list.paper}
        error={refused?.problems.find(({ field }) => field === 'van-ban')?.message}
      />
      <Actions>
        <Button>{said.save}</Button>
      </Actions>
    </Form>
  );
}

type Typed = Readonly<Record<string, string>>;

function Gone({ gone, mayChange, typed }: Pick<Props, 'gone' | 'mayChange'> & { readonly typed: Typed }) {
  return (
    <>
      <h2>{said.goneTitle}</h2>
      <p className="muted">{said.goneLead}</p>
      <Table
        caption={said.goneTitle}
        captionHidden
        columns={goneColumns(mayChange, typed)}
        rows={gone}
        rowKey={({ id }) => id}
      />
    </>
  );
}

function columnsFor(mayChange: boolean, typed: Typed): readonly Column<PersonOfUnit>[] {
  return [
    {
      key: 'ten',
      head: said.person,
      kind: 'name',
      cell: ({ id, name }) => <a href={`/khen-thuong/so/${id}`}>{name}</a>,
    },
    { key: 'chuc-vu', head: said.position, cell: ({ positionTitle }) => positionTitle },
    {
      key: 'muc',
      head: said.level,
      cell: (person) =>
        mayChange ? (
          <LevelSelect person={person} typed={typed} />
        ) : person.level === null ? (
          said.noLevel
        ) : (
          levelText[person.level]
        ),
    },
    { key: 'luu-y', head: said.remark, cell: remarkOf },
  ];
}

function LevelSelect({ person: { id, name, level }, typed }: { person: PersonOfUnit; typed: Typed }) {
  const field = `muc-${id}`;
  return (
    <select name={field} aria-label={said.levelOf(name)} defaultValue={typed[field] ?? level ?? ''}>
      <option value="">{said.noLevel}</option>
      {levelOptions.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}

function remarkOf({ endedOn, confirmed, noted, level }: PersonOfUnit): string {
  return [
    endedOn === null ? '' : said.ended(endedOn),
    confirmed === null ? '' : said.confirmedBefore(confirmed),
    noted === null || noted === (level ?? confirmed) ? '' : said.notedAs(noted),
  ]
    .filter(Boolean)
    .join('; ');
}

function goneColumns(mayChange: boolean, typed: Typed): readonly Column<PersonOfUnit>[] {
  return [
    { key: 'ten', head: said.person, kind: 'name', cell: ({ name }) => name },
    { key: 'nay', head: said.remark, cell: ({ gone }) => (gone ? said.moved(gone) : said.endedBefore) },
    {
      key: 'muc',
      head: said.level,
      cell: ({ id, name, level }) =>
        mayChange && level !== null ? (
          <select name={`muc-${id}`} aria-label={said.levelOf(name)} defaultValue={typed[`muc-${id}`] ?? level}>
            <option value={level}>{`${said.keep}: ${levelText[level]}`}</option>
            <option value="">{said.take}</option>
          </select>
        ) : (
          level && levelText[level]
        ),
    },
  ];
}
