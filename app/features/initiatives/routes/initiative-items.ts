/** Initiatives on "my work". */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { initiativeWorkText as said } from '../text.ts';
import type { InitiativeWork } from '../waiting.server.ts';

export function initiativeItems(work: InitiativeWork): readonly TodoItem[] {
  const { toReview, toConfirm, toScore, own, toVerify, without } = work;
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
    ...own.map(({ id, title, stage, unitName, reason }) => ({
      id,
      title: stage === 'returned' ? said.returned(title) : said.draft(title),
      href: `/sang-kien/${id}`,
      note: stage === 'returned' && reason !== null ? said.because(unitName, reason) : unitName,
      verb: said.open,
    })),
    ...without.map(({ code, name }) => ({
      id: `sang-kien-${code}`,
      title: said.without,
      href: '/sang-kien/moi',
      note: said.withoutNote(name),
      verb: said.write,
    })),
  ];
}
