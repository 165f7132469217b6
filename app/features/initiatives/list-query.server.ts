/** The list as its address asks for it: the page and its files read the same. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import { readYear } from '../../ui/address.ts';
import { idsByCode } from '../organisation/unit-queries.server.ts';
import { initiativeKinds, initiativeStages, levels } from './initiative.ts';
import type { InitiativesQuery } from './list.server.ts';

export async function listQueryIn(db: Kysely<DB>, url: URL): Promise<InitiativesQuery> {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const stage = initiativeStages.find((each) => each === asked('buoc'));
  const unit = asked('don-vi');
  const isAdoptable = url.searchParams.get('xem') === 'nhan-rong' || url.pathname.endsWith('/nhan-rong');
  const stages = isAdoptable ? (['recognised', 'raised'] as const) : stage && [stage];
  return {
    stages,
    byAdoption: isAdoptable,
    words: asked('q'),
    schemeCode: asked('de-an') || undefined,
    kind: initiativeKinds.find((each) => each === asked('loai')),
    level: levels.find((each) => each === asked('cap')),
    year: readYear(url.searchParams),
    unitId: unit === '' ? undefined : askedId((await idsByCode(db, [unit])).get(unit)),
  };
}
