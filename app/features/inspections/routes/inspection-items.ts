/** What inspections ask of a person, as lines of their work: remedies by due day, answers to look at, minutes to write. */
import { createElement } from 'react';
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import { inspectionsText, shortened } from '../text.ts';
import type { InspectionWork, OwedRemedy } from '../waiting.server.ts';

export function inspectionItems({ remedies, toLookAt, toWrite }: InspectionWork, today: string): readonly TodoItem[] {
  return [
    ...remedies.map((remedy) => remedyItem(remedy, today)),
    ...toLookAt.map(({ id, inspectionId, unitName, statement }) => ({
      id: `xem-xet-${id}`,
      title: inspectionsText.workLook(unitName),
      href: `/kiem-tra/${inspectionId}/ton-tai/${id}`,
      note: shortened(statement),
      verb: inspectionsText.open,
    })),
    ...toWrite.map(({ id, title, unitName, lastDay }) => ({
      id: `bien-ban-${id}`,
      title: inspectionsText.workWrite(title),
      href: `/kiem-tra/${id}`,
      note: inspectionsText.workWriteNote(unitName, lastDay),
      verb: inspectionsText.open,
    })),
  ];
}

function remedyItem(remedy: OwedRemedy, today: string): TodoItem {
  const { id, inspectionId, unitName, byUnitName, statement, dueOn, isReturned } = remedy;
  const late = dueOn < today;
  const note = inspectionsText.workRemedyNote(unitName, byUnitName, dueOn, late);
  return {
    id: `khac-phuc-${id}`,
    title: isReturned
      ? inspectionsText.workAgain(shortened(statement))
      : inspectionsText.workRemedy(shortened(statement)),
    href: `/kiem-tra/${inspectionId}/ton-tai/${id}`,
    note: late ? createElement(Overdue, null, note) : note,
    late,
    verb: inspectionsText.open,
  };
}
