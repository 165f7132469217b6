/** A plan as a case of its procedure, and what a new one would be about. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { PlanAbout, PlanContent, PlanStage } from './plan.ts';
import { isInside, isReplaced, visibleTo } from './visible.server.ts';

export type PlanRow = PlanAbout &
  PlanContent & {
    readonly id: string;
    readonly unitId: string;
    readonly documentNumber: string | null;
    readonly documentDate: PlainDate | null;
    readonly stage: PlanStage;
    readonly version: number;
    readonly edition: number;
    readonly replacesId: string | null;
    readonly isSuperseded: boolean;
    readonly changeReason: string | null;
    readonly returnReason: string | null;
    readonly submittedBy: string | null;
    readonly submittedFor: string | null;
    /** Whether the asker may read how it came to be. */
    readonly isInside: boolean;
    readonly places: { readonly unit: UnitPath };
  };

/** With a day: whether it was replaced by its end. */
export function plans(db: Kysely<DB>, actor: Actor, knownOn?: PlainDate) {
  return db
    .selectFrom('plan')
    .where(visibleTo(actor))
    .select([
      'plan.id',
      'plan.unit_id as unitId',
      'plan.scheme_code as schemeCode',
      'plan.movement_id as movementId',
      'plan.title',
      'plan.objectives',
      'plan.first_day as firstDay',
      'plan.last_day as lastDay',
      'plan.document_number as documentNumber',
      'plan.document_date as documentDate',
      sql<PlanStage>`plan.stage`.as('stage'),
      'plan.version',
      'plan.edition',
      'plan.replaces_id as replacesId',
      isReplaced('plan', knownOn).as('isSuperseded'),
      'plan.change_reason as changeReason',
      'plan.return_reason as returnReason',
      'plan.submitted_by as submittedBy',
      'plan.submitted_for as submittedFor',
      isInside(actor).as('isInside'),
      sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = plan.unit_id order by t.depth)`.as(
        'unitPath',
      ),
    ]);
}

type Loaded = Omit<PlanRow, 'places'> & { readonly unitPath: UnitPath };

export function planOf({ unitPath, ...row }: Loaded): PlanRow {
  return { ...row, places: { unit: unitPath } };
}

export async function lockPlan(tx: Transaction<DB>, actor: Actor, id: string): Promise<PlanRow | undefined> {
  const row = await plans(tx, actor).where('plan.id', '=', id).forUpdate('plan').executeTakeFirst();
  return row && planOf(row);
}

export type Ground = {
  readonly places: { readonly unit: UnitPath };
  readonly isSecret: boolean;
  /** A lead body of the scheme; in the scope of the movement, which is running. */
  readonly isTheirs: boolean;
};

/** What is planned for must be there. */
export async function findGround(db: Kysely<DB>, unitId: string, about: PlanAbout): Promise<Ground | undefined> {
  const { rows } = await sql<{ unitPath: UnitPath; isSecret: boolean; isTheirs: boolean }>`
    select array(select t.ancestor_id::text from unit_tree t where t.descendant_id = u.id order by t.depth) as "unitPath",
      coalesce(s.is_secret, m.is_secret) as "isSecret",
      case when s.code is not null
        then exists (select from scheme_unit l where l.scheme_code = s.code and l.part = 'lead' and l.unit_id = u.id)
        else m.stage = 'launched' and exists (
          select from movement_unit x where x.movement_id = m.id and x.unit_id = u.id) end as "isTheirs"
    from unit u
    left join scheme s on s.code = ${about.schemeCode}
    left join movement m on m.id = ${about.movementId} and m.stage <> 'draft' and m.stage <> 'withdrawn'
    where u.id = ${unitId} and (s.code is null) <> (m.id is null)`.execute(db);
  const [row] = rows;
  return row && { places: { unit: row.unitPath }, isSecret: row.isSecret, isTheirs: row.isTheirs };
}
