/** A movement as a case of its procedure, with its content as it stands. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { UnitKind } from '../organisation/unit.ts';
import type { MovementContent, MovementKind, MovementStage, ReviewKind, Visibility } from './movement.ts';
import type { MovementPlace } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type MovementRow = {
  readonly id: string;
  readonly unitId: string;
  readonly parentId: string | null;
  readonly packCode: string | null;
  readonly code: string | null;
  readonly kind: MovementKind;
  readonly name: string;
  readonly aim: string;
  readonly clause: string | null;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly scopeKinds: readonly UnitKind[];
  readonly scopeUnits: readonly string[];
  readonly scopeBlocks: readonly string[];
  readonly visibility: Visibility;
  readonly isSecret: boolean;
  readonly documentNumber: string | null;
  readonly documentDate: string | null;
  readonly stage: MovementStage;
  readonly version: number;
  readonly closeReason: string | null;
  readonly launchedAt: Date | null;
  readonly closedAt: Date | null;
  readonly concludedAt: Date | null;
  readonly submittedBy: null;
  readonly places: Readonly<Record<MovementPlace, UnitPath>>;
};

export function movements(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('movement')
    .where(visibleTo(actor))
    .select([
      'movement.id',
      'movement.unit_id as unitId',
      'movement.parent_id as parentId',
      'movement.pack_code as packCode',
      'movement.code',
      sql<MovementKind>`movement.kind`.as('kind'),
      'movement.name',
      'movement.aim',
      'movement.clause',
      'movement.first_day as firstDay',
      'movement.last_day as lastDay',
      sql<readonly UnitKind[]>`movement.scope_kinds`.as('scopeKinds'),
      sql<readonly string[]>`array(select s.unit_id::text from movement_scope s
        where s.movement_id = movement.id and s.unit_id is not null order by 1)`.as('scopeUnits'),
      sql<readonly string[]>`array(select s.block_id::text from movement_scope s
        where s.movement_id = movement.id and s.block_id is not null order by 1)`.as('scopeBlocks'),
      sql<Visibility>`movement.visibility`.as('visibility'),
      'movement.is_secret as isSecret',
      'movement.document_number as documentNumber',
      'movement.document_date as documentDate',
      sql<MovementStage>`movement.stage`.as('stage'),
      'movement.version',
      'movement.close_reason as closeReason',
      'movement.launched_at as launchedAt',
      'movement.closed_at as closedAt',
      'movement.concluded_at as concludedAt',
      sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = movement.unit_id order by t.depth)`.as(
        'unitPath',
      ),
    ]);
}

type Loaded = Omit<MovementRow, 'places' | 'submittedBy'> & { readonly unitPath: UnitPath };

export function movementOf({ unitPath, ...row }: Loaded): MovementRow {
  return { ...row, submittedBy: null, places: placesOf(unitPath) };
}

/** Nobody stands above the province. */
export function placesOf(unitPath: UnitPath): Readonly<Record<MovementPlace, UnitPath>> {
  return { unit: unitPath, root: unitPath.length === 1 ? unitPath : [] };
}

export async function lockMovement(tx: Transaction<DB>, actor: Actor, id: string): Promise<MovementRow | undefined> {
  const row = await movements(tx, actor).where('movement.id', '=', id).forUpdate('movement').executeTakeFirst();
  return row && movementOf(row);
}

export type Line = {
  readonly kind: 'goal' | 'criterion' | 'review';
  readonly position: number;
  readonly code: string | null;
  readonly wording: string;
  readonly clause: string | null;
  readonly reviewKind: ReviewKind | null;
  readonly dueYear: number | null;
  readonly dueOn: string | null;
};

export async function linesIn(db: Kysely<DB>, movementId: string): Promise<readonly Line[]> {
  return db
    .selectFrom('movement_line')
    .select([
      sql<Line['kind']>`kind`.as('kind'),
      'position',
      'code',
      'wording',
      'clause',
      sql<ReviewKind | null>`review_kind`.as('reviewKind'),
      'due_year as dueYear',
      'due_on as dueOn',
    ])
    .where('movement_id', '=', movementId)
    .orderBy('kind')
    .orderBy('position')
    .execute();
}

export function contentOf(row: MovementRow, lines: readonly Line[]): MovementContent {
  const words = (kind: Line['kind']) => lines.filter((line) => line.kind === kind).map(({ wording }) => wording);
  return {
    name: row.name,
    kind: row.kind,
    days: { first: row.firstDay, last: row.lastDay },
    aim: row.aim,
    goals: words('goal'),
    criteria: words('criterion'),
    reviews: lines.flatMap(({ reviewKind, dueOn }) => (reviewKind === null ? [] : [{ kind: reviewKind, on: dueOn }])),
    scopeKinds: row.scopeKinds,
    scopeUnits: row.scopeUnits,
    scopeBlocks: row.scopeBlocks,
    visibility: row.visibility,
    isSecret: row.isSecret,
  };
}
