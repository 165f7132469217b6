/** What scoring asks of a person, as lines of their work. */
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { TodoItem } from '../../../ui/Todo.tsx';
import { scoringWorkText as said, stepAddress } from '../text.ts';
import type { CardToDo, JudgementToDo, ScoringWork } from '../waiting.server.ts';

export function scoringItems(work: ScoringWork, today: PlainDate): readonly TodoItem[] {
  return [
    ...(['self', 'cross'] as const).flatMap((step) => work[step].map((card) => cardItem(card, step, today))),
    ...work.field.map((card) => cardItem(card, 'expert', today)),
    ...(['assign', 'appraise', 'announce', 'objections'] as const).flatMap((what) =>
      work[what].map((one) => judgementItem(one, what)),
    ),
  ];
}

function cardItem(
  { id, unitName, title, until }: CardToDo,
  step: 'self' | 'cross' | 'expert',
  today: PlainDate,
): TodoItem {
  return {
    id: `cham-${step}-${id}`,
    title: said[step](unitName),
    href: `/cham-diem/phieu/${id}/cham/${stepAddress[step]}`,
    note: said.until(title, until),
    late: until !== null && until < today,
    verb: said.score,
  };
}

function judgementItem(
  { id, title, count }: JudgementToDo,
  what: 'assign' | 'appraise' | 'announce' | 'objections',
): TodoItem {
  return {
    id: `dot-${what}-${id}`,
    title: said[what](count),
    href: what === 'assign' ? `/cham-diem/${id}/phan-cong` : `/cham-diem/${id}`,
    note: title,
    verb: said.open,
  };
}
