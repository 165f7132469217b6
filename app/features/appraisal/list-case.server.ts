/** A public list as a case, with what stands in it; opinions are opened only for whoever appraises. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isInScope } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import { actingPath, actingUnit, isActedForBy } from '../organisation/hands.server.ts';
import { reaches } from '../organisation/reach.server.ts';
import type { ListState } from './opinion.ts';

export type ListItem = {
  readonly nomineeId: string;
  readonly name: string;
  readonly unitName: string;
  readonly awardCode: string;
  readonly achievement: string;
  /** Their own days: whoever was added later is shown for a whole term too. */
  readonly shownOn: PlainDate;
  readonly closesOn: PlainDate;
  readonly addedReason: string | null;
};
export type ListRow = {
  readonly id: string;
  readonly dossierId: string;
  readonly dossierCode: string;
  readonly dossierTitle: string;
  readonly dossierStage: string;
  readonly toUnitId: string;
  readonly toUnitName: string;
  readonly unitId: string;
  readonly workingDays: number;
  readonly basis: string;
  readonly openedOn: PlainDate;
  readonly closesOn: PlainDate;
  readonly stage: ListState;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly closeReason: string | null;
  readonly version: number;
  readonly opinions: number;
  readonly unhandled: number;
  readonly items: readonly ListItem[];
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly places: { readonly receiver: UnitPath };
};

/** For a query that reads `dossier as d`: how many opinions came is for those who work on them and look on, not for the unit. */
export function listsVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, undefined)) return sql<boolean>`false`;
  return reaches(actor, 'd.to_unit_id', ['appraiser', 'council_secretary', 'deciding_authority', 'auditor']);
}

/** Who may open what the people wrote: they alone handle it. */
export function opinionsOpenTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'person' || !isInScope(actor, undefined)) return sql<boolean>`false`;
  return isActedForBy('d.to_unit_id', unitsHeld(actor, 'appraiser'));
}

export function lists(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('public_list as l')
    .innerJoin('dossier as d', 'd.id', 'l.dossier_id')
    .innerJoin('unit_now as r', (on) => on.on('r.id', '=', actingUnit('d.to_unit_id')))
    .where(listsVisibleTo(actor))
    .select([
      'l.id',
      'l.dossier_id as dossierId',
      'd.code as dossierCode',
      'd.title as dossierTitle',
      'd.stage as dossierStage',
      actingUnit('d.to_unit_id').as('toUnitId'),
      'd.unit_id as unitId',
      sql<string>`r.name`.as('toUnitName'),
      'l.working_days as workingDays',
      'l.basis',
      'l.opened_on as openedOn',
      'l.closes_on as closesOn',
      sql<ListState>`l.state`.as('stage'),
      'l.opened_at as openedAt',
      'l.closed_at as closedAt',
      'l.close_reason as closeReason',
      'l.version',
      'd.submitted_by as submittedBy',
      'd.submitted_for as submittedFor',
      sql<number>`(select count(*) from public_opinion o where o.list_id = l.id)`.as('opinions'),
      sql<number>`(select count(*) from public_opinion o where o.list_id = l.id and o.handled_at is null)`.as(
        'unhandled',
      ),
      sql<
        readonly ListItem[]
      >`coalesce((select json_agg(json_build_object('nomineeId', i.nominee_id, 'name', i.name, 'unitName', i.unit_name,
        'awardCode', i.award_code, 'achievement', i.achievement, 'shownOn', i.shown_on, 'closesOn', i.closes_on, 'addedReason', i.added_reason) order by i.position) from public_list_item i
        where i.list_id = l.id and i.withdrawn_at is null), '[]')`.as('items'),
      actingPath('d.to_unit_id').as('receiver'),
    ]);
}

type Loaded = Omit<ListRow, 'places'> & { readonly receiver: UnitPath };
export const listOf = ({ receiver, ...row }: Loaded): ListRow => ({
  ...row,
  places: { receiver: receiver.slice(0, 1) },
});

export async function findList(db: Kysely<DB>, actor: Actor, id: string): Promise<ListRow | undefined> {
  const row = await lists(db, actor).where('l.id', '=', id).executeTakeFirst();
  return row && listOf(row);
}

export async function lockList(tx: Transaction<DB>, actor: Actor, id: string): Promise<ListRow | undefined> {
  const seen = await tx.selectFrom('public_list').select('dossier_id').where('id', '=', id).executeTakeFirst();
  if (!seen) return undefined;
  await tx.selectFrom('dossier').select('id').where('id', '=', seen.dossier_id).forUpdate().execute();
  await tx.selectFrom('public_list').select('id').where('id', '=', id).forUpdate().execute();
  return findList(tx, actor, id);
}

/** The one that stands, open or closed. */
export async function listOn(db: Kysely<DB>, actor: Actor, dossierId: string): Promise<ListRow | undefined> {
  const row = await lists(db, actor)
    .where('l.dossier_id', '=', dossierId)
    .where('l.state', '!=', 'withdrawn')
    .executeTakeFirst();
  return row && listOf(row);
}
