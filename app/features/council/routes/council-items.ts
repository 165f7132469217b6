/** Councils on "my work". */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { councilWorkText as said } from '../text.ts';
import type { CouncilWork } from '../waiting.server.ts';

export function councilItems({ toVote, called, toList }: CouncilWork): readonly TodoItem[] {
  const list = {
    id: 'hoi-dong-ho-so',
    title: said.list(toList),
    href: '/khen-thuong/hoi-dong',
    note: said.listNote,
    verb: said.look,
  };
  return [
    ...toVote.map(({ id, title, items }) => ({
      id: `bieu-quyet-${id}`,
      title: said.vote(items),
      href: `/khen-thuong/hoi-dong/phien/${id}/bieu-quyet`,
      note: title,
      verb: said.voteVerb,
    })),
    ...called.map(({ id, title, day, time }) => ({
      id: `phien-${id}`,
      title,
      href: `/khen-thuong/hoi-dong/phien/${id}`,
      note: said.called(day, time),
      verb: said.look,
    })),
    ...(toList > 0 ? [list] : []),
  ];
}
