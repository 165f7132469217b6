/** The list as its address asks for it: the page and the files that are taken away read the same. */
import { awardLevels, holders } from '../award.ts';
import type { AwardsQuery } from '../law/award-list.ts';
import { dayAsked } from './asked-day.ts';

export function queryIn(request: Request, now: Date): AwardsQuery {
  const { searchParams } = new URL(request.url);
  const said = (name: string) => searchParams.get(name) ?? '';
  return {
    on: dayAsked(request, now),
    level: awardLevels.find((each) => each === said('cap')),
    type: (['title', 'form'] as const).find((each) => each === said('loai')),
    holder: holders.find((each) => each === said('doi-tuong')),
    words: said('q').trim().slice(0, 100),
  };
}
