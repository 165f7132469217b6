/** The one condition of tables, lists and files: what may be known of, and what was asked for. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import { codesOf } from './dimension.ts';
import { AWARDS } from '../awards/award.ts';
import type { HonourFilter } from './filter.ts';
import { visibleTo } from './visible.server.ts';

/** For a query that reads `honour` joined to `holder`. */
export function matching(actor: Actor, filter: HonourFilter): RawBuilder<boolean> {
  const conditions = [
    visibleTo(actor),
    ...ofAward(filter),
    ...ofHolder(filter),
    ...ofTime(filter),
    ...orUnknown('honour.kind', filter.kind),
    ...standing[filter.revoked],
  ];
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

type Conditions = readonly RawBuilder<boolean>[];

const standing: Readonly<Record<HonourFilter['revoked'], Conditions>> = {
  without: [sql<boolean>`honour.revoked_on is null`],
  only: [sql<boolean>`honour.revoked_on is not null`],
  with: [],
};

function ofAward({ awardCode, level, type }: HonourFilter): Conditions {
  const known = AWARDS.map(({ code }) => code);
  return [
    ...(awardCode === 'unknown' ? [sql<boolean>`honour.award_code <> all(${known}::text[])`] : []),
    ...(awardCode && awardCode !== 'unknown' ? [sql<boolean>`honour.award_code = ${awardCode}`] : []),
    ...(level || type ? [sql<boolean>`honour.award_code = any(${codesOf({ level, type })}::text[])`] : []),
  ];
}

function ofHolder({ holder, group, unitCode, isAlone, words }: HonourFilter): Conditions {
  const below = sql`select t.descendant_id from unit_tree t join unit u on u.id = t.ancestor_id where u.code = ${unitCode}`;
  const itself = sql`select u.id from unit u where u.code = ${unitCode}`;
  return [
    ...(holder ? [sql<boolean>`holder.kind = ${holder}`] : []),
    ...orUnknown('holder.group_code', group),
    ...(unitCode ? [sql<boolean>`holder.unit_id in (${isAlone ? itself : below})`] : []),
    ...wordsOf(words).map((word) => sql<boolean>`holder.name_fold like ${`%${word}%`}`),
  ];
}

function ofTime({ from, until, decided }: HonourFilter): Conditions {
  return [
    ...(from ? [sql<boolean>`honour.year >= ${from}`] : []),
    ...(until ? [sql<boolean>`honour.year <= ${until}`] : []),
    ...(decided
      ? [sql<boolean>`honour.decided_on between ${`${decided}-01-01`}::date and ${`${decided}-12-31`}::date`]
      : []),
  ];
}

function orUnknown(column: 'honour.kind' | 'holder.group_code', wanted: string | undefined): Conditions {
  if (wanted === undefined) return [];
  const name = sql.ref(column);
  return [wanted === 'unknown' ? sql<boolean>`${name} is null` : sql<boolean>`${name} = ${wanted}`];
}

function wordsOf(typed: string | undefined): readonly string[] {
  return fold(typed ?? '')
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(/\s+/)
    .filter(Boolean);
}
