/** Versions of rules that wait for a person's confirmation, as lines of "my work". */
import type { TodoItem } from '../../../ui/Todo.tsx';
import { aboutText } from '../law/law.text.ts';
import { awardsText as said } from '../text.ts';
import type { ProvisionToConfirm } from '../waiting.server.ts';

export function provisionItems(waiting: readonly ProvisionToConfirm[]): readonly TodoItem[] {
  return waiting.map(({ id, line, award }) => ({
    id: `quy-dinh-${id}`,
    title: said.toConfirm(aboutText(line), award),
    href: `/khen-thuong/danh-muc/quy-dinh/${id}`,
    note: said.toConfirmNote,
    verb: said.open,
  }));
}
