/** A holder between its row and what people and programs read of it. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { HolderContent, Gender } from './holder.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import type { Group } from '../awards/standards/case.ts';
import { visibleTo } from './visible.server.ts';

export type HolderRow = HolderContent & {
  readonly id: string;
  readonly unitId: string;
  readonly personId: string | null;
  readonly isUnitId: string | null;
  readonly hasIdentity: boolean;
  readonly mergedInto: string | null;
  readonly version: number;
};

export function holders(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('holder')
    .where(visibleTo(actor))
    .select([
      'holder.id',
      sql<HolderKind>`holder.kind`.as('kind'),
      'holder.name',
      'holder.unit_id as unitId',
      sql<Group | null>`holder.group_code`.as('groupCode'),
      sql<Gender | null>`holder.gender`.as('gender'),
      'holder.birth_year as birthYear',
      'holder.position_title as positionTitle',
      'holder.is_leader as isLeader',
      'holder.works_directly as worksDirectly',
      'holder.founded_year as foundedYear',
      'holder.ended_on as endedOn',
      'holder.person_id as personId',
      'holder.is_unit_id as isUnitId',
      sql<boolean>`holder.identity_lookup is not null`.as('hasIdentity'),
      'holder.merged_into as mergedInto',
      'holder.version',
      'holder.source',
    ]);
}

export type LockedHolder = HolderRow & { readonly path: UnitPath };

/** One that was merged is written on no more: it is locked and told with `mergedInto`. */
export async function lockHolder(tx: Transaction<DB>, actor: Actor, id: string): Promise<LockedHolder | undefined> {
  const row = await holders(tx, actor).where('holder.id', '=', id).forUpdate('holder').executeTakeFirst();
  if (!row) return undefined;
  const tree = await tx
    .selectFrom('unit_tree')
    .select('ancestor_id')
    .where('descendant_id', '=', row.unitId)
    .orderBy('depth')
    .execute();
  return { ...row, path: tree.map((each) => each.ancestor_id) };
}

export function columnsOf(content: HolderContent) {
  return {
    kind: content.kind,
    name: content.name,
    group_code: content.groupCode,
    gender: content.gender,
    birth_year: content.birthYear,
    position_title: content.positionTitle,
    is_leader: content.isLeader,
    works_directly: content.worksDirectly,
    founded_year: content.foundedYear,
    ended_on: content.endedOn,
    source: content.source,
  };
}

export function contentOf(row: HolderRow): HolderContent {
  const {
    kind,
    name,
    groupCode,
    gender,
    birthYear,
    positionTitle,
    isLeader,
    worksDirectly,
    foundedYear,
    endedOn,
    source,
  } = row;
  return {
    kind,
    name,
    groupCode,
    gender,
    birthYear,
    positionTitle,
    isLeader,
    worksDirectly,
    foundedYear,
    endedOn,
    source,
  };
}
