/** What urging asks of a person, as lines of "my work". */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { urgingWorkText } from '../text.ts';
import type { UrgingWork } from '../waiting.server.ts';

export function urgingItems({ passedUp, draftLetters, toName }: UrgingWork): readonly TodoItem[] {
  const urge = {
    id: 'don-doc',
    title: urgingWorkText.passedUp(passedUp.duties, passedUp.units),
    href: '/don-doc?xem=qua-han',
    note: urgingWorkText.passedUpNote,
    late: true,
    verb: urgingWorkText.urge,
  };
  const letters = {
    id: 'cong-van-don-doc',
    title: urgingWorkText.drafts(draftLetters),
    href: '/don-doc/cong-van',
    note: urgingWorkText.draftsNote,
    verb: urgingWorkText.open,
  };
  return [
    ...(passedUp.duties > 0 ? [urge] : []),
    ...(draftLetters > 0 ? [letters] : []),
    ...toName.map(({ code, name }) => ({
      id: `phan-cong-${code}`,
      title: urgingWorkText.toName,
      href: `/don-doc/phan-cong?don-vi=${code}`,
      note: urgingWorkText.toNameNote(name),
      verb: urgingWorkText.open,
    })),
  ];
}
