/** What waits about plans beside one's own, as lines of "my work". */
import { createElement } from 'react';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import { plansText } from '../text.ts';
import type { PlanWork } from '../waiting.server.ts';

export function planItems({ toApprove, joined }: PlanWork, today: PlainDate): readonly TodoItem[] {
  const approve = {
    id: 'phe-duyet-ke-hoach',
    title: plansText.toApprove(toApprove),
    href: '/ke-hoach?buoc=submitted',
    note: plansText.toApproveNote,
    verb: plansText.look,
  };
  return [
    ...(toApprove > 0 ? [approve] : []),
    ...joined.map(({ id, planId, title, dueOn, unitName, partCode }) => ({
      id: `phoi-hop-${id}-${partCode}`,
      title: plansText.workJoined(title),
      href: `/ke-hoach/${planId}/nhiem-vu/${id}`,
      ...dueNote(unitName, dueOn, today),
      verb: plansText.open,
    })),
  ];
}

function dueNote(unitName: string, dueOn: PlainDate, today: PlainDate): Pick<TodoItem, 'late' | 'note'> {
  const late = dueOn < today;
  const note = plansText.workMilestoneNote(unitName, dueOn, late);
  return { late, note: late ? createElement(Overdue, null, note) : note };
}
