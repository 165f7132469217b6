import { plainDateIn } from '../../../kernel/calendar.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import type { View } from '../../../ui/address.ts';
import { withQuery } from '../../../ui/address.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Reminder } from '../asked.ts';
import type { Asking, UnitCovered } from '../coverage.ts';
import { has } from '../coverage.ts';
import { aspectText, coverageText } from '../text.ts';

const dayOf = (at: Date) => dateText(plainDateIn(new Date(at)));

const columns: readonly Column<UnitCovered>[] = [
  {
    key: 'don-vi',
    head: coverageText.unit,
    kind: 'name',
    cell: ({ code, name, joinedAt }) => (
      <>
        <a href={`/don-vi/${code}`}>{name}</a>
        {joinedAt && <small> {coverageText.joined(dayOf(joinedAt))}</small>}
      </>
    ),
  },
  {
    key: 'tiep-nhan',
    head: coverageText.receipt,
    cell: ({ receivedAt, receivedAs }) => {
      if (receivedAt === null) return coverageText.none;
      return receivedAs === null ? dayOf(receivedAt) : `${dayOf(receivedAt)}, ${coverageText.receivedAs(receivedAs)}`;
    },
  },
  {
    key: 'phat-dong-tiep',
    head: coverageText.carriedOn,
    cell: ({ carriedOnId }) =>
      carriedOnId === null ? coverageText.none : <a href={`/phong-trao/${carriedOnId}`}>{coverageText.seeMovement}</a>,
  },
  {
    key: 'ke-hoach',
    head: coverageText.plan,
    cell: ({ planId }) =>
      planId === null ? coverageText.none : <a href={`/ke-hoach/${planId}`}>{coverageText.has}</a>,
  },
  {
    key: 'dang-ky',
    head: coverageText.pledges,
    kind: 'number',
    cell: ({ pledges }) => (pledges === 0 ? coverageText.none : formatVietnamese(pledges)),
  },
  {
    key: 'sang-kien',
    head: coverageText.initiatives,
    kind: 'number',
    cell: ({ initiatives }) => (initiatives === 0 ? coverageText.none : formatVietnamese(initiatives)),
  },
  {
    key: 'ket-qua',
    head: coverageText.result,
    cell: (unit) => {
      const isKept = has(unit, 'kept');
      return (
        <Status status={isKept ? 'achieved' : 'off_track'} word={isKept ? coverageText.enough : coverageText.lacking} />
      );
    },
  },
];

type Props = {
  readonly view: View;
  readonly asking: Asking;
  readonly units: readonly UnitCovered[];
  /** Whether what they did is what the directive's commitment asks, or for another movement. */
  readonly isCommitment: boolean;
  readonly exports?: { readonly excel: string; readonly csv: string };
  /** For whoever may remind them. */
  readonly reminder?: Reminder | undefined;
};

function Remind({ reminder: { about, all, list }, count }: { readonly reminder: Reminder; readonly count: number }) {
  return (
    <form id="don-doc" method="get" action="/don-doc/moi">
      <input type="hidden" name="viec" value={about} />
      <Actions>
        <Button kind="second">{coverageText.remindChosen}</Button>
        <LinkButton href={all ?? list} kind="second">
          {all ? coverageText.remindAll(count) : coverageText.remindFromList}
        </LinkButton>
      </Actions>
    </form>
  );
}

/** Whoever stands behind the number that was opened. */
export function UnitsBehind({
  view,
  asking: { aspect, wants, by, group },
  units,
  isCommitment,
  exports,
  reminder,
}: Props) {
  const named = group === null ? null : coverageText.groupName(by, group);
  const closed = withQuery(view, { viec: undefined, xem: undefined, nhom: undefined });
  return (
    <section id="don-vi">
      {reminder && <Remind reminder={reminder} count={units.length} />}
      <Table
        caption={coverageText.listed(aspectText[aspect][wants], named, units.length)}
        columns={isCommitment ? columns : columns.filter(({ key }) => key !== 'ket-qua')}
        rows={units}
        rowKey={({ code }) => code}
        select={reminder && { name: 'don-vi', form: 'don-doc', label: ({ name }) => coverageText.chosen(name) }}
        isLate={(unit) => !has(unit, aspect)}
        exports={exports}
        empty={<p className="muted">{coverageText.listEmpty}</p>}
      />
      <p className="acts">
        <a href={closed}>{coverageText.close}</a>
      </p>
    </section>
  );
}
