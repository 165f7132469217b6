import type { TodoItem } from '../../../ui/Todo.tsx';
import type { OfferToSettle } from '../offers.server.ts';
import { offerText as said } from '../offer.text.ts';

/** Results that say otherwise than what is noted, on "my work". */
export function offerItems(waiting: readonly OfferToSettle[]): readonly TodoItem[] {
  return waiting.map(({ holderId, name, year }) => ({
    id: `chon-${holderId}-${year}`,
    title: said.workTitle(name, year),
    href: `/khen-thuong/so/${holderId}/ket-qua`,
    note: said.workNote,
    verb: said.open,
  }));
}
