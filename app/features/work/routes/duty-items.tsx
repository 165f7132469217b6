/** Duties as lines of "my work": what is to be done, by when, how late, whose, and what has been begun of it. */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import { entryText } from '../../actuals/text.ts';
import { initiativeWorkText } from '../../initiatives/text.ts';
import { inspectionsText, shortened } from '../../inspections/text.ts';
import { plansText } from '../../plans/text.ts';
import type { GatheredDuty } from '../../urging/gathered.ts';
import { dueText, dutyText, standingText, urgingText } from '../../urging/text.ts';
import type { Begun, Deed } from '../deeds.ts';
import { begunText, workText } from '../text.ts';

type Reader = { readonly personId: string; readonly hasManyUnits: boolean };

export function deedItem({ duty, begun }: Deed, reader: Reader): TodoItem {
  return {
    id: `${duty.key} ${begun?.id ?? ''}`,
    title: begun ? begunText(begun) : dutyTitle(duty),
    href: begun?.href ?? duty.href,
    late: duty.state === 'late',
    verb: begun ? workText.open : workText.verbs[duty.kind],
    note: <DeedNote duty={duty} begun={begun} reader={reader} />,
  };
}

export function begunItem(begun: Begun): TodoItem {
  const { id, kind, href, unitName, reason } = begun;
  const note = reason === null ? unitName : workText.because(unitName, reason);
  return { id: `${kind} ${id}`, title: begunText(begun), href, note, verb: workText.open };
}

function dutyTitle(duty: GatheredDuty): string {
  switch (duty.kind) {
    case 'report':
      return workText.report(duty.about);
    case 'values':
      return entryText.owedTitle(valuesOf(duty), duty.about);
    case 'task':
      return workText.task(duty.about);
    case 'milestone':
      return plansText.workMilestone(duty.about);
    case 'finding': {
      const statement = shortened(duty.about);
      return duty.isReturned ? inspectionsText.workAgain(statement) : inspectionsText.workRemedy(statement);
    }
    case 'initiative':
      return initiativeWorkText.without;
    case 'plan':
    case 'pledge':
    case 'receipt':
      return dutyText(duty);
  }
}

function valuesOf({ values }: GatheredDuty): number {
  return values ? values.missing + values.begun + values.returned : 0;
}

type NoteProps = Deed & { readonly reader: Reader };

function DeedNote({ duty, begun, reader }: NoteProps) {
  const isMine = duty.owners.some(({ personId }) => personId === reader.personId);
  const rest = [
    ...(duty.values && duty.values.returned > 0 ? [entryText.returnedCount(duty.values.returned)] : []),
    ...(duty.values && duty.values.begun > 0 ? [entryText.begunCount(duty.values.begun)] : []),
    ...(reader.hasManyUnits || !duty.unit.isActive ? [unitText(duty)] : []),
    ...(isMine ? [] : [workText.owner(duty.owners.map(({ name }) => name))]),
    ...(begun?.reason ? [begun.reason] : []),
  ];
  return (
    <>
      {duty.dueOn !== null && <>{workText.due(dueText(duty))} · </>}
      {duty.state === 'late' ? <Overdue>{standingText(duty)}</Overdue> : standingText(duty)}
      {rest.map((each) => ` · ${each}`).join('')}
    </>
  );
}

function unitText({ unit }: GatheredDuty): string {
  return unit.isActive ? unit.name : `${unit.name} (${urgingText.merged(unit.successors)})`;
}
