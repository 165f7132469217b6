/** What waits about plans, as lines of "my work". */
import { createElement } from 'react';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import { plansText } from '../text.ts';
import type { PlanWork } from '../waiting.server.ts';

export function planItems(work: PlanWork, today: PlainDate): readonly TodoItem[] {
  const { toApprove, own, milestones, joined, unplanned } = work;
  const approve = {
    id: 'phe-duyet-ke-hoach',
    title: plansText.toApprove(toApprove),
    href: '/ke-hoach?buoc=submitted',
    note: plansText.toApproveNote,
    verb: plansText.look,
  };
  return [
    ...(toApprove > 0 ? [approve] : []),
    ...own.map(({ id, title, stage, unitName, reason }) => ({
      id: `ke-hoach-${id}`,
      title: stage === 'returned' ? plansText.workReturned(title) : plansText.workDraft(title),
      href: `/ke-hoach/${id}`,
      note: reason === null ? unitName : plansText.workNote(unitName, reason),
      verb: plansText.open,
    })),
    ...milestones.map(({ id, planId, taskId, title, dueOn, unitName }) => ({
      id: `moc-${id}`,
      title: plansText.workMilestone(title),
      href: `/ke-hoach/${planId}/nhiem-vu/${taskId}`,
      ...dueNote(unitName, dueOn, today),
      verb: plansText.open,
    })),
    ...joined.map(({ id, planId, title, dueOn, unitName, partCode }) => ({
      id: `phoi-hop-${id}-${partCode}`,
      title: plansText.workJoined(title),
      href: `/ke-hoach/${planId}/nhiem-vu/${id}`,
      ...dueNote(unitName, dueOn, today),
      verb: plansText.open,
    })),
    ...unplanned.map(({ unitId, unitName, key, name }) => ({
      id: `lap-${unitId}-${key}`,
      title: plansText.workPlan(name),
      href: `/ke-hoach/moi?ve=${key}`,
      note: plansText.workPlanNote(unitName),
      verb: plansText.workPlanVerb,
    })),
  ];
}

function dueNote(unitName: string, dueOn: PlainDate, today: PlainDate): Pick<TodoItem, 'late' | 'note'> {
  const late = dueOn < today;
  const note = plansText.workMilestoneNote(unitName, dueOn, late);
  return { late, note: late ? createElement(Overdue, null, note) : note };
}
