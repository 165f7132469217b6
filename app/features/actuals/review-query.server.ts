/** The list's view in the address: what it shows, by whom, sorted how. */
import type { Person } from '../../kernel/actor.ts';
import { readYear } from '../../ui/address.ts';
import { isStage } from './actual.ts';
import type { ActualsQuery, SortKey } from './list.server.ts';

export const reviewSorts: Readonly<Record<string, SortKey>> = {
  gui: 'sent',
  'chi-tieu': 'indicator',
  'don-vi': 'unit',
  ky: 'period',
  'gia-tri': 'value',
  buoc: 'stage',
};

/** Shown first: what waits for this person. `xem` chooses a stage instead, or everything. */
export function reviewQuery(query: URLSearchParams, person: Person): ActualsQuery {
  const shown = query.get('xem') ?? (isVerifier(person) ? 'cho-toi' : 'tat-ca');
  return {
    ...(shown === 'cho-toi' ? { toVerifyBy: person } : isStage(shown) ? { stages: [shown] } : {}),
    indicatorCode: query.get('chi-tieu') || undefined,
    unitId: query.get('don-vi') || undefined,
    year: readYear(query),
    text: query.get('q') ?? undefined,
  };
}

export function isVerifier(person: Person): boolean {
  return person.holdings.some(({ role }) => role === 'appraiser' || role === 'indicator_owner');
}
