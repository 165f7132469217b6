/** The list as its address asks for it: the page and its files read the same. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import { readYear } from '../../ui/address.ts';
import { findAward } from '../awards/award.ts';
import { idsByCode } from '../organisation/unit-queries.server.ts';
import { dossierKinds } from './dossier.ts';
import type { Clocks } from './clocks.server.ts';
import type { DossiersQuery } from './list.server.ts';
import { dossierStages } from './procedure.ts';

export async function listQueryIn(db: Kysely<DB>, url: URL, clocks: Clocks): Promise<DossiersQuery> {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const stage = dossierStages.find((each) => each === asked('buoc'));
  const unit = asked('don-vi');
  return {
    stages: stage && [stage],
    lateBy: asked('qua-han') === 'co' ? clocks : undefined,
    isWaitingFor: asked('cho-toi') === 'co',
    words: asked('q'),
    kind: dossierKinds.find((each) => each === asked('loai')),
    awardCode: findAward(asked('danh-hieu'))?.code,
    year: readYear(url.searchParams),
    unitId: unit === '' ? undefined : askedId((await idsByCode(db, [unit])).get(unit)),
  };
}
