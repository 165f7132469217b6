import { daysBetween, isPlainDate } from '../../../kernel/calendar.ts';

/** When a role may be lent: plain dates, both days included, not over already, a year at most. */
export type BadDates = { readonly kind: 'bad_dates' };

export type DelegationRefusal =
  | BadDates
  | { readonly kind: 'person_gone' }
  | { readonly kind: 'already_delegated' }
  | { readonly kind: 'other_house' }
  | { readonly kind: 'to_holder' }
  | { readonly kind: 'needs_reason' };

const longestDays = 366;

export function areDatesRight(from: string, until: string, today: string): boolean {
  if (!isPlainDate(from) || !isPlainDate(until) || until < from || until < today) return false;
  return daysBetween(from, until) < longestDays;
}
