/** The one condition of tables, lists and files: what may be known of, and what was asked for. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import { codesOf } from './dimension.ts';
import { allAwards } from '../awards/award.ts';
import type { HonourFilter } from './filter.ts';
import type { FormRow } from './form.ts';
import { codesIn, formLevels } from './form.ts';
import { visibleTo } from './visible.server.ts';

/** For a query that reads `honour` joined to `holder`. */
export function matching(actor: Actor, filter: HonourFilter): RawBuilder<boolean> {
  const conditions = [
    visibleTo(actor),
    sql<boolean>`honour.struck_at is null`,
    ...ofAward(filter),
    ...ofHolder(filter),
    ...ofTime(filter),
    ...orUnknown('honour.kind', filter.kind),
    ...orUnknown('honour.field', filter.field),
    ...ofForm(filter),
    ...standing[filter.revoked],
  ];
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

type Conditions = readonly RawBuilder<boolean>[];

const isPerson = sql<boolean>`holder.kind = 'person'`;
const isEntrepreneur = sql<boolean>`(${isPerson} and holder.group_code is not distinct from 'entrepreneur')`;
const isLeader = sql<boolean>`(${isPerson} and not ${isEntrepreneur} and holder.is_leader is true)`;
const isDirect = sql<boolean>`(${isPerson} and not ${isEntrepreneur} and holder.is_leader is not true and holder.works_directly is true)`;
const ofKind = (kind: string) => sql<boolean>`honour.kind = ${kind}`;
const inField = (field: string) => sql<boolean>`honour.field = ${field}`;

/** Rows of the statistical form; what is not known of a person puts them into no row that claims it. */
export const rowConditions: Readonly<Record<FormRow, RawBuilder<boolean>>> = {
  all: sql<boolean>`true`,
  collective: sql<boolean>`holder.kind = 'collective'`,
  enterprise: sql<boolean>`(holder.kind = 'collective' and holder.group_code = 'enterprise')`,
  household: sql<boolean>`holder.kind = 'household'`,
  person: isPerson,
  entrepreneur: isEntrepreneur,
  leader: isLeader,
  direct: isDirect,
  other_person: sql<boolean>`(${isPerson} and not ${isEntrepreneur} and not ${isLeader} and not ${isDirect})`,
  merit: ofKind('merit'),
  movement: ofKind('movement'),
  sudden: ofKind('sudden'),
  foreign: ofKind('foreign'),
  devotion: ofKind('devotion'),
  tenure: ofKind('tenure'),
  unknown_kind: sql<boolean>`honour.kind is null`,
  kinh_te: inField('kinh_te'),
  xa_hoi: inField('xa_hoi'),
  moi_truong: inField('moi_truong'),
  he_thong_chinh_tri: inField('he_thong_chinh_tri'),
  unknown_field: sql<boolean>`honour.field is null`,
};

function ofForm({ row, column, level }: HonourFilter): Conditions {
  const ofLevel = formLevels.find((each) => each === level);
  const codes = column && ofLevel ? codesIn(ofLevel, column) : undefined;
  return [
    ...(row ? [rowConditions[row]] : []),
    ...(codes ? [sql<boolean>`honour.award_code = any(${codes}::text[])`] : []),
  ];
}

const standing: Readonly<Record<HonourFilter['revoked'], Conditions>> = {
  without: [sql<boolean>`honour.revoked_on is null`],
  only: [sql<boolean>`honour.revoked_on is not null`],
  with: [],
};

function ofAward({ awardCode, level, type }: HonourFilter): Conditions {
  const known = allAwards().map(({ code }) => code);
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

function orUnknown(
  column: 'honour.kind' | 'honour.field' | 'holder.group_code',
  wanted: string | undefined,
): Conditions {
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
