/** Whether the law of a day has no text in the product's book, so that clauses are read as they were before (ADR 0170). */
import type { PlainDate } from '../../kernel/calendar.ts';
import { RULE_BOOK } from '../awards/standards/rule-book.ts';

export function lawIsUnread(on: PlainDate): boolean {
  return RULE_BOOK.ruleSets.some(
    ({ state, inForceFrom, inForceUntil }) =>
      state === 'not_read' &&
      (inForceFrom === null || inForceFrom <= on) &&
      (inForceUntil === null || on <= inForceUntil),
  );
}
