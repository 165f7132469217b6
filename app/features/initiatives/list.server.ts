/** Initiatives as lists, exports and the API read them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { movableBy } from '../indicators/movable.server.ts';
import type { InitiativeRow } from './case.server.ts';
import { initiativeOf, initiatives } from './case.server.ts';
import type { InitiativeKind, InitiativeStage, Level, ScopeOfEffect } from './initiative.ts';
import type { Interest } from './interest.ts';
import { actorInterest, isReviewing } from './interest.ts';
import type { InitiativeMove } from './procedure.ts';
import { initiativeProcedure } from './procedure.ts';

export type Recognition = {
  readonly level: Level;
  readonly scope: ScopeOfEffect;
  readonly number: string;
  readonly date: string;
};
export type ListedInitiative = InitiativeRow & {
  readonly unitCode: string;
  readonly unitName: string;
  readonly schemeName: string | null;
  readonly criterionWording: string | null;
  /** The highest last. */
  readonly recognitions: readonly Recognition[];
  /** Units that verified that they adopted it. */
  readonly adoptions: number;
  readonly moves: readonly InitiativeMove[];
  /** Of the asker: an author takes no step of those who review. */
  readonly interest: Interest;
};

export type InitiativesQuery = {
  readonly year?: number | undefined;
  readonly kind?: InitiativeKind | undefined;
  readonly stages?: readonly InitiativeStage[] | undefined;
  /** Recognised at this level. */
  readonly level?: Level | undefined;
  readonly schemeCode?: string | undefined;
  /** This unit and those below it. */
  readonly unitId?: string | undefined;
  /** Words of its name, with or without marks. */
  readonly words?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly withWithdrawn?: boolean;
  /** Most adopted first, instead of newest. */
  readonly byAdoption?: boolean;
  readonly page?: number;
  readonly size?: number;
};

export async function listInitiatives(
  db: Kysely<DB>,
  actor: Actor,
  query: InitiativesQuery,
): Promise<{ readonly rows: readonly ListedInitiative[]; readonly total: number }> {
  const size = query.size ?? 50;
  const wanted = narrowed(initiatives(db, actor), query);
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .innerJoin('unit_now as u', 'u.id', 'initiative.unit_id')
    .leftJoin('scheme as s', 's.code', 'initiative.scheme_code')
    .leftJoin('scheme_criterion as c', 'c.code', 'initiative.criterion_code')
    .select([
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      's.name as schemeName',
      'c.wording as criterionWording',
      sql<readonly Recognition[]>`coalesce((select json_agg(json_build_object('level', r.level, 'scope', r.scope,
        'number', r.decision_number, 'date', r.decision_date) order by r.level desc) from initiative_recognition r
        where r.initiative_id = initiative.id), '[]')`.as('recognitions'),
      adoptions.as('adoptions'),
    ])
    .$if(query.byAdoption === true, (most) => most.orderBy(adoptions, 'desc'))
    .orderBy('initiative.year', 'desc')
    .orderBy('initiative.entered_at', 'desc')
    .orderBy('initiative.id')
    .limit(size)
    .offset(((query.page ?? 1) - 1) * size)
    .execute();
  return {
    total,
    rows: rows.map((row) => {
      const one = initiativeOf(row);
      const interest = actorInterest(actor, one.authors);
      const moves = movesFor(initiativeProcedure, one, actor);
      return { ...one, interest, moves: moves.filter((move) => interest !== 'author' || !isReviewing(move)) };
    }),
  };
}

const adoptions = sql<number>`(select count(*) from initiative_adoption a where a.initiative_id = initiative.id and a.stage = 'verified')`;

function narrowed(all: ReturnType<typeof initiatives>, query: InitiativesQuery) {
  const { year, kind, stages, level, schemeCode, unitId, words, ids } = query;
  let wanted = all;
  if (year) wanted = wanted.where('initiative.year', '=', year);
  if (kind) wanted = wanted.where('initiative.kind', '=', kind);
  if (stages) wanted = wanted.where('initiative.stage', 'in', [...stages]);
  else if (!query.withWithdrawn) wanted = wanted.where('initiative.stage', '!=', 'withdrawn');
  if (schemeCode) wanted = wanted.where('initiative.scheme_code', '=', schemeCode);
  if (ids) wanted = wanted.where('initiative.id', 'in', [...ids]);
  if (level)
    wanted = wanted.where(
      sql<boolean>`exists (select from initiative_recognition r where r.initiative_id = initiative.id and r.level = ${level})`,
    );
  if (unitId)
    wanted = wanted.where(
      sql<boolean>`initiative.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId})`,
    );
  for (const word of wordsOf(words)) wanted = wanted.where('initiative.title_fold', 'like', `%${word}%`);
  return wanted;
}

function wordsOf(typed: string | undefined): readonly string[] {
  return fold(typed ?? '')
    .slice(0, 200)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(/\s+/)
    .filter(Boolean);
}

/** For the page of a scheme or a unit: what is recognised there, newest first; nothing for whoever may not know of it. */
export async function recognisedFor(
  db: Kysely<DB>,
  actor: Actor,
  of: Pick<InitiativesQuery, 'schemeCode' | 'unitId'>,
): Promise<readonly ListedInitiative[]> {
  return (await listInitiatives(db, actor, { ...of, stages: ['recognised', 'raised'], size: 10 })).rows;
}

/** What waits for this person: to be returned or taken into review. */
export async function countToReview(db: Kysely<DB>, person: Person): Promise<number> {
  const row = await db
    .selectFrom('initiative')
    .select(sql<number>`count(*)`.as('n'))
    .where(movableBy({ procedure: initiativeProcedure, move: 'return', table: 'initiative' }, person))
    .executeTakeFirstOrThrow();
  return row.n;
}
