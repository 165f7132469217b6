import { Overdue } from '../../../ui/Todo.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { Column } from '../../../ui/Table.tsx';
import type { DutyKind } from '../duty.ts';
import { lettersText } from '../letter.text.ts';
import type { ListedDuty } from '../list.server.ts';
import { dueText, dutyText, ownerWayText, standingText, urgingText } from '../text.ts';

/** Kinds whose place is a form of the unit: others have nothing to look at there. */
const forms: readonly DutyKind[] = ['plan', 'pledge', 'values', 'initiative'];

/** What a duty is, whose, by when and who answers for it. `own`: the units for which the reader works. */
export const dutyColumns = (own: readonly string[]): readonly Column<ListedDuty>[] => [
  {
    key: 'nhiem-vu',
    head: urgingText.duty,
    kind: 'name',
    cell: (duty) =>
      forms.includes(duty.kind) && !own.includes(duty.unitId) ? (
        dutyText(duty)
      ) : (
        <a href={duty.href}>{dutyText(duty)}</a>
      ),
  },
  {
    key: 'don-vi',
    head: urgingText.unit,
    cell: ({ unit }) => (
      <>
        {unit.name}
        {!unit.isActive && <small> ({urgingText.merged(unit.successors)})</small>}
      </>
    ),
  },
  {
    key: 'han',
    head: urgingText.due,
    cell: (duty) => (
      <>
        {duty.dueOn !== null && <>{dueText(duty)} · </>}
        {duty.state === 'late' ? <Overdue>{standingText(duty)}</Overdue> : standingText(duty)}
      </>
    ),
  },
  { key: 'nguoi', head: urgingText.owner, cell: OwnerCell },
  {
    key: 'nhac',
    head: urgingText.reminded,
    cell: ({ remindedAt, letter }) => (
      <>
        {remindedAt && momentText(remindedAt)}
        {letter && (
          <>
            {remindedAt && ' · '}
            <a href={`/don-doc/cong-van/${letter.id}`}>{lettersText.inLetter(letter.number)}</a>
          </>
        )}
      </>
    ),
  },
];

export function OwnerCell({ owners, way, lapsed }: Pick<ListedDuty, 'owners' | 'way' | 'lapsed'>) {
  return (
    <>
      {owners.length === 0 ? (
        <Overdue>{urgingText.nobody}</Overdue>
      ) : (
        <>
          {owners.map(({ name }) => name).join(', ')} <small>({ownerWayText[way]})</small>
        </>
      )}
      {lapsed !== null && <small> {urgingText.lapsed(lapsed)}</small>}
    </>
  );
}
