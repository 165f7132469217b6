/** An initiative as a case of its procedure, with what it says and who made it. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Author, Effect, InitiativeContent, InitiativeKind, InitiativeStage, Serves } from './initiative.ts';
import { isInside, visibleTo } from './visible.server.ts';

export type InitiativeRow = InitiativeContent & {
  readonly id: string;
  readonly unitId: string;
  readonly schemeCode: string | null;
  readonly criterionCode: string | null;
  readonly stage: InitiativeStage;
  readonly version: number;
  /** Where a past one was taken from; null for those that went their way here. */
  readonly source: string | null;
  readonly returnReason: string | null;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  /** Whether the asker may read how it came to be. */
  readonly isInside: boolean;
  readonly places: { readonly unit: UnitPath };
};

export function initiatives(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('initiative')
    .where(visibleTo(actor))
    .select([
      'initiative.id',
      'initiative.unit_id as unitId',
      sql<InitiativeKind>`initiative.kind`.as('kind'),
      'initiative.scheme_code as schemeCode',
      'initiative.criterion_code as criterionCode',
      'initiative.year',
      'initiative.title',
      'initiative.problem',
      'initiative.novelty',
      'initiative.effect',
      'initiative.applied_at as appliedAt',
      sql<InitiativeStage>`initiative.stage`.as('stage'),
      'initiative.version',
      'initiative.source',
      'initiative.return_reason as returnReason',
      'initiative.submitted_by as submittedBy',
      'initiative.submitted_for as submittedFor',
      isInside(actor).as('isInside'),
      sql<readonly Author[]>`coalesce((select json_agg(json_build_object('name', a.name, 'place', a.place, 'share',
        trim_scale(a.share)::text, 'personId', a.person_id) order by a.position) from initiative_author a where a.initiative_id = initiative.id), '[]')`.as(
        'authors',
      ),
      sql<
        readonly Effect[]
      >`coalesce((select json_agg(json_build_object('what', e.what, 'unitOfMeasure', e.unit_of_measure,
        'before', e.before::text, 'after', e.after::text) order by e.position) from initiative_effect e
        where e.initiative_id = initiative.id), '[]')`.as('effects'),
      sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = initiative.unit_id order by t.depth)`.as(
        'unitPath',
      ),
    ]);
}

type Loaded = Omit<InitiativeRow, 'places'> & { readonly unitPath: UnitPath };

export function initiativeOf<Row extends Loaded>({
  unitPath,
  ...row
}: Row): Omit<Row, 'unitPath'> & Pick<InitiativeRow, 'places'> {
  return { ...row, places: { unit: unitPath } };
}

export async function lockInitiative(
  tx: Transaction<DB>,
  actor: Actor,
  id: string,
): Promise<InitiativeRow | undefined> {
  const row = await initiatives(tx, actor).where('initiative.id', '=', id).forUpdate('initiative').executeTakeFirst();
  return row && initiativeOf(row);
}

export type Ground = { readonly places: { readonly unit: UnitPath }; readonly isSecret: boolean };

/** The unit, the scheme and its criterion must be there; a unit that has ended writes nothing new. */
export async function findGround(db: Kysely<DB>, unitId: string, serves: Serves): Promise<Ground | undefined> {
  const { rows } = await sql<{ unitPath: UnitPath; isSecret: boolean }>`
    select array(select t.ancestor_id::text from unit_tree t where t.descendant_id = u.id order by t.depth) as "unitPath",
      coalesce(s.is_secret, false) as "isSecret"
    from unit_now u
    left join scheme s on s.code = ${serves.schemeCode}
    left join scheme_criterion c on c.code = ${serves.criterionCode} and c.scheme_code = s.code
    where u.id = ${unitId} and u.is_active and (${serves.schemeCode}::text is null or s.code is not null)
      and (${serves.criterionCode}::text is null or c.code is not null)`.execute(db);
  const [row] = rows;
  return row && { places: { unit: row.unitPath }, isSecret: row.isSecret };
}
