/** A pledge as a case of its procedure, and what a new one would be about. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { indicatorsOn } from '../indicators/definitions.server.ts';
import type { About, PledgeContent, PledgeRule, PledgeStage } from './pledge.ts';
import type { PledgePlace } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type PledgeRow = About &
  PledgeContent & {
    readonly id: string;
    readonly unitId: string;
    readonly year: number;
    readonly stage: PledgeStage;
    readonly version: number;
    readonly supersedesId: string | null;
    readonly isSuperseded: boolean;
    readonly returnReason: string | null;
    readonly submittedBy: string | null;
    readonly submittedFor: string | null;
    readonly places: Readonly<Record<PledgePlace, UnitPath>>;
  };

const pathOf = (unit: string) =>
  sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = ${sql.ref(unit)} order by t.depth)`;

/** With a day: beside the indicators as known then. */
export function pledges(db: Kysely<DB>, actor: Actor, knownOn?: PlainDate) {
  return db
    .selectFrom('pledge')
    .leftJoin(indicatorsOn(knownOn).as('indicator'), 'indicator.code', 'pledge.indicator_code')
    .where(visibleTo(actor))
    .select([
      'pledge.id',
      'pledge.unit_id as unitId',
      'pledge.year',
      'pledge.scheme_code as schemeCode',
      'pledge.criterion_code as criterionCode',
      'pledge.indicator_code as indicatorCode',
      'pledge.wording',
      'pledge.value',
      'pledge.unit_of_measure as unitOfMeasure',
      sql<PledgeStage>`pledge.stage`.as('stage'),
      'pledge.version',
      'pledge.supersedes_id as supersedesId',
      sql<boolean>`pledge.superseded_at is not null`.as('isSuperseded'),
      'pledge.return_reason as returnReason',
      'pledge.submitted_by as submittedBy',
      'pledge.submitted_for as submittedFor',
      pathOf('pledge.unit_id').as('unitPath'),
      pathOf('indicator.owner_unit_id').as('ownerPath'),
    ]);
}

type Loaded = Omit<PledgeRow, 'places'> & { readonly unitPath: UnitPath; readonly ownerPath: UnitPath };

export function pledgeOf({ unitPath, ownerPath, ...row }: Loaded): PledgeRow {
  return { ...row, places: { unit: unitPath, owner: ownerPath } };
}

/** Locked in the order of their ids. */
export async function lockPledges(
  tx: Transaction<DB>,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PledgeRow>> {
  const rows = await pledges(tx, actor)
    .where('pledge.id', 'in', [...ids])
    .orderBy('pledge.id')
    .forUpdate('pledge')
    .execute();
  return new Map(rows.map((row) => [row.id, pledgeOf(row)]));
}

export type Ground = {
  readonly rule: PledgeRule | null;
  readonly isSecret: boolean;
  readonly schemeCode: string | null;
  readonly places: Readonly<Record<PledgePlace, UnitPath>>;
};

/** What is pledged about must be there; a criterion brings its scheme. */
export async function findGround(db: Kysely<DB>, unitId: string, about: About): Promise<Ground | undefined> {
  const { rows } = await sql<{
    readonly hasUnit: boolean;
    readonly schemeCode: string | null;
    readonly isSecret: boolean | null;
    readonly criterionFits: boolean;
    readonly indicatorCode: string | null;
    readonly unitOfMeasure: string | null;
    readonly min: string | null;
    readonly max: string | null;
    readonly unitPath: UnitPath;
    readonly ownerPath: UnitPath;
  }>`
    select exists (select from unit where id = ${unitId}) as "hasUnit", s.code as "schemeCode", s.is_secret as "isSecret",
      (${about.criterionCode}::text is null or exists (
        select from scheme_criterion c where c.code = ${about.criterionCode} and c.scheme_code = s.code)) as "criterionFits",
      i.code as "indicatorCode", i.unit_of_measure as "unitOfMeasure", i.range_min as min, i.range_max as max,
      array(select t.ancestor_id::text from unit_tree t where t.descendant_id = ${unitId} order by t.depth) as "unitPath",
      array(select t.ancestor_id::text from unit_tree t where t.descendant_id = i.owner_unit_id order by t.depth) as "ownerPath"
    from (select 1) one
    left join scheme s on s.code = ${about.schemeCode}
    left join indicator i on i.code = ${about.indicatorCode}`.execute(db);
  const row = rows[0];
  const isThere = row?.hasUnit && row.criterionFits && (row.schemeCode ?? row.indicatorCode) !== null;
  const isComplete = row?.schemeCode === about.schemeCode && row.indicatorCode === about.indicatorCode;
  if (!row || !isThere || !isComplete) return undefined;
  const { unitOfMeasure, min, max } = row;
  const rule = unitOfMeasure === null ? null : { unitOfMeasure, min, max };
  const places = { unit: row.unitPath, owner: row.ownerPath };
  return { rule, isSecret: row.isSecret === true, schemeCode: row.schemeCode, places };
}
