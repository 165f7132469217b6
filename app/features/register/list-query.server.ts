/** The lists as their address asks for them: pages and files read the same. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import { readYear } from '../../ui/address.ts';
import { findAward, holders as kinds } from '../awards/award.ts';
import { idsByCode } from '../organisation/unit-queries.server.ts';
import type { HonoursQuery } from './honours-list.server.ts';
import type { HoldersQuery } from './list.server.ts';

export async function holdersQueryIn(db: Kysely<DB>, url: URL): Promise<HoldersQuery> {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  return {
    words: asked('q'),
    kind: kinds.find((each) => each === asked('loai')),
    unitId: await unitIn(db, asked('don-vi')),
  };
}

export async function honoursQueryIn(db: Kysely<DB>, url: URL): Promise<HonoursQuery> {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  return {
    words: asked('q'),
    holderKind: kinds.find((each) => each === asked('loai')),
    unitId: await unitIn(db, asked('don-vi')),
    awardCode: findAward(asked('danh-hieu'))?.code,
    year: readYear(url.searchParams),
    number: asked('so'),
    isStruck: asked('dong') === 'gach-bo',
  };
}

/** A unit by its code; one that is not there holds nobody. */
export async function unitIn(db: Kysely<DB>, code: string): Promise<string | undefined> {
  return code === '' ? undefined : askedId((await idsByCode(db, [code])).get(code));
}
