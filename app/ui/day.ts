/** `?ngay=2026-06-30`: pages show the figures as known at the end of that day. */
import { isPlainDate } from '../kernel/calendar.ts';
import type { PlainDate } from '../kernel/calendar.ts';

export const DAY_NAME = 'ngay';

export type AskedDay =
  | { readonly kind: 'now' }
  | { readonly kind: 'past'; readonly known: PlainDate }
  | { readonly kind: 'wrong'; readonly typed: string };

/** `known` is given when the past is asked for: only what was known by its end counts. */
export type Day = { readonly today: PlainDate; readonly known: PlainDate | undefined };

/**
 * `through`: only what concerns the time up to this day counts, whenever it became known. What is shown of a reporting
 * round goes to the round's last day.
 */
export type Reach = Day & { readonly through?: PlainDate | undefined };

/** The day as of which things are judged. */
export function dayOf({ today, known, through }: Reach): PlainDate {
  const day = known ?? today;
  return through !== undefined && through < day ? through : day;
}

/** A day to come cannot be asked for; today is the present. */
export function readDay(query: string, today: PlainDate): AskedDay {
  const typed = new URLSearchParams(query).get(DAY_NAME)?.trim() ?? '';
  if (typed === '' || typed === today) return { kind: 'now' };
  return isPlainDate(typed) && typed < today ? { kind: 'past', known: typed } : { kind: 'wrong', typed };
}

export function knownOf(asked: AskedDay): PlainDate | undefined {
  return asked.kind === 'past' ? asked.known : undefined;
}

/** An address of another page, seen on the same day. */
export function onDay(href: string, known: PlainDate | undefined): string {
  if (known === undefined) return href;
  const [path = '', fragment] = href.split('#');
  const dated = `${path}${path.includes('?') ? '&' : '?'}${DAY_NAME}=${known}`;
  return fragment === undefined ? dated : `${dated}#${fragment}`;
}
