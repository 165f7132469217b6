/** Revocations on "my work". */
import { dateText } from '../../../ui/moment.ts';
import type { TodoItem } from '../../../ui/Todo.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import { revocationText as revocation, revocationWorkText as said } from '../text.ts';
import type { RevocationWork } from '../waiting.server.ts';

export function revocationItems({ overdue, ...work }: RevocationWork): readonly TodoItem[] {
  const base = (one: RevocationWork['toDecide'][number]) => ({
    id: `huy-bo-${one.id}`,
    title: said.title(revocation.of(one)),
    href: `/khen-thuong/huy-bo/${one.id}`,
  });
  return [
    ...(['toAppraise', 'toDecide', 'toSign', 'toSeal', 'toIssue'] as const).flatMap((step) =>
      work[step].map((one) => ({ ...base(one), note: said[step], verb: said.look })),
    ),
    ...overdue.map((one) => ({
      ...base(one),
      note: <Overdue>{said.overdue(dateText(one.dueOn))}</Overdue>,
      late: true,
      verb: said.look,
    })),
  ];
}
