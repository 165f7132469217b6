/** Initiatives of others on "my work". */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { initiativeWorkText as said } from '../text.ts';
import type { InitiativeWork } from '../waiting.server.ts';

export function initiativeItems({ toReview, toConfirm, toScore, toVerify }: InitiativeWork): readonly TodoItem[] {
  return [
    ...(toReview > 0
      ? [
          {
            id: 'xem-xet-sang-kien',
            title: said.review(toReview),
            href: '/sang-kien?buoc=submitted',
            note: said.reviewNote,
            verb: said.look,
          },
        ]
      : []),
    ...(toConfirm > 0
      ? [
          {
            id: 'tieu-chi-sang-kien',
            title: said.confirmCriteria,
            href: '/sang-kien/tieu-chi',
            note: said.confirmCriteriaNote,
            verb: said.look,
          },
        ]
      : []),
    ...toScore.map(({ id, title }) => ({
      id: `cham-${id}`,
      title: said.score(title),
      href: `/sang-kien/${id}/cham-diem`,
      note: said.scoreNote,
      verb: said.open,
    })),
    ...toVerify.map(({ id, title, unitName }) => ({
      id: `ap-dung-${id}-${unitName}`,
      title: said.verify(title),
      href: `/sang-kien/${id}`,
      note: unitName,
      verb: said.look,
    })),
  ];
}
