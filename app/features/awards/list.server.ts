/**
 * Keeps the list of awards as the database has it. Asked for at every request, before every job that reads law, and wherever the book of law
 * is read, so that several processes agree and what was just confirmed is there; read anew only when something was confirmed or the day turned.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { awardListOf, holdAwards } from './award.ts';
import type { AwardList, AwardVersion } from './award.ts';
import { inTime, provisionOf } from './law/provision.ts';
import type { Provision } from './law/provision.ts';
import { SHIPPED_AWARDS, SHIPPED_VERSIONS } from './shipped.ts';

let kept: { readonly key: string; readonly list: AwardList } | undefined;

export async function keepAwards(db: Kysely<DB>, now = new Date()): Promise<void> {
  const today = plainDateIn(now);
  const { rows } = await sql<{ readonly digest: string | null }>`
    select md5(string_agg(id::text, ',' order by id)) as digest from provision where kind = 'award' and stage = 'confirmed'`.execute(
    db,
  );
  const key = `${rows[0]?.digest ?? ''} ${today}`;
  if (kept?.key !== key) kept = { key, list: await readList(db, today) };
  holdAwards(kept.list);
}

async function readList(db: Kysely<DB>, today: PlainDate): Promise<AwardList> {
  const { rows } = await sql<Parameters<typeof provisionOf>[0]>`
    select id, kind, award_code as award, item, for_years_from as "forYearsFrom", valid_from as "validFrom",
      valid_until as "validUntil", article, source, basis, state, content, replaces
    from provision where kind = 'award' and stage = 'confirmed'`.execute(db);
  const versions = inTime(rows.map(provisionOf)).flatMap(versionIn);
  // Before the first start has loaded them, what comes with the product is the list.
  return awardListOf(versions.length === 0 ? SHIPPED_VERSIONS : inOrder(versions), today);
}

function versionIn(one: Provision): readonly AwardVersion[] {
  if (one.kind !== 'award' || one.award === null || one.validFrom === null) return [];
  const { given, ...rest } = one.content;
  return [
    { ...rest, code: one.award, article: one.article, isGiven: given, from: one.validFrom, until: one.validUntil },
  ];
}

const rank = new Map(SHIPPED_AWARDS.map(({ code }, at) => [code, at]));

/** The product's own as they come, then those that people added, by code. */
function inOrder(versions: readonly AwardVersion[]): readonly AwardVersion[] {
  const at = ({ code }: AwardVersion) => rank.get(code) ?? rank.size;
  return versions.toSorted((a, b) => at(a) - at(b) || a.code.localeCompare(b.code));
}
