/** What inspections ask of whoever inspects, as lines of their work. */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { inspectionsText, shortened } from '../text.ts';
import type { InspectionWork } from '../waiting.server.ts';

export function inspectionItems({ toLookAt, toWrite }: InspectionWork): readonly TodoItem[] {
  return [
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
