/** What every page with figures begins with: the day asked for, and whether it can be asked for. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Edge } from '../../platform/command.server.ts';
import type { AskedDay, Day } from '../../ui/day.ts';
import { knownOf, readDay } from '../../ui/day.ts';

export type Asked = { readonly day: Day; readonly asked: AskedDay };

export function askedOf({ services }: Edge, request: Request): Asked {
  const today = plainDateIn(services.clock());
  const asked = readDay(new URL(request.url).search, today);
  return { day: { today, known: knownOf(asked) }, asked };
}
