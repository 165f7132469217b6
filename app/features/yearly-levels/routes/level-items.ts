import type { TodoItem } from '../../../ui/Todo.tsx';
import type { WaitingList } from '../case.server.ts';
import { levelsText as said } from '../text.ts';

/** Lists to confirm, and those that came back, on "my work". */
export function levelItems(waiting: readonly WaitingList[]): readonly TodoItem[] {
  return waiting.map(({ id, unitName, year, returnReason }) => ({
    id: `xep-loai-${id}`,
    title: said.of(unitName, year),
    href: `/xep-loai/${id}`,
    note: returnReason === null ? said.toConfirm : said.cameBack(returnReason),
    verb: said.show,
  }));
}
