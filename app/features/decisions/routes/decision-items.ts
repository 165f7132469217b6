/** Decisions that wait for this person, on "my work". */
import type { TodoItem } from '../../../ui/Todo.tsx';
import type { ListedDecision } from '../list.server.ts';
import { decisionStageText, decisionWorkText as said } from '../text.ts';

export function decisionItems(decisions: readonly ListedDecision[], toDraft: number): readonly TodoItem[] {
  return [
    ...(toDraft > 0
      ? [
          {
            id: 'soan-quyet-dinh',
            title: said.toDraft(toDraft),
            href: '/khen-thuong/quyet-dinh',
            note: said.toDraftNote,
            verb: said.draft,
          },
        ]
      : []),
    ...decisions.map(({ id, content, stage }) => ({
      id: `quyet-dinh-${id}`,
      title: said.title(content.about),
      href: `/khen-thuong/quyet-dinh/${id}`,
      note: decisionStageText[stage],
      verb: said.open,
    })),
  ];
}
