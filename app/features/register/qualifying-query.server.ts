/** Who qualifies, as the address asks for it: the page and its file read the same. */
import type { Kysely } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { readYear } from '../../ui/address.ts';
import { unitIn } from './list-query.server.ts';
import { sought } from './sought.ts';
import type { AskedQualifying } from './qualifying.server.ts';

const usual = 'chien-si-thi-dua-tinh';

export async function qualifyingQueryIn(db: Kysely<DB>, url: URL, now: Date): Promise<AskedQualifying> {
  const asked = (name: string) => url.searchParams.get(name) ?? '';
  const received = plainDateIn(now);
  return {
    awardCode: sought().find(({ code }) => code === asked('danh-hieu'))?.code ?? usual,
    year: readYear(url.searchParams) ?? Number(received.slice(0, 4)),
    received,
    unitId: await unitIn(db, asked('don-vi')),
    atLeast: asked('muc') === 'ca-thieu' ? 'lacks_facts' : 'unconfirmed',
  };
}
