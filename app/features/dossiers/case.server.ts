/** A dossier as a case of its procedure, with what it says of itself. */
import type { ReviewKind } from '../movements/movement.ts';
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { actingPath, actingUnit } from '../organisation/hands.server.ts';
import type { DossierContent, DossierKind, DossierRoute, SimplifiedGround } from './dossier.ts';
import type { ReturnGround } from './grounds.ts';
import type { DossierPlace, DossierStage } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type DossierRow = DossierContent & {
  readonly id: string;
  /** What is written on its receipt, by which anybody looks it up. */
  readonly code: string;
  readonly unitId: string;
  readonly stage: DossierStage;
  readonly stageSince: Date;
  /** By this day the rules that apply are chosen. */
  readonly receivedOn: string | null;
  readonly version: number;
  readonly enteredAt: Date;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly submittedAt: Date | null;
  readonly returnReason: string | null;
  readonly returnGround: ReturnGround | null;
  readonly confirmedAt: Date | null;
  readonly confirmWords: string | null;
  readonly places: Readonly<Record<DossierPlace, UnitPath>>;
};

/** All that the asker may know of; read each row through `dossierOf`. */
export function dossiers(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('dossier')
    .where(visibleTo(actor))
    .select([
      'dossier.id',
      'dossier.code',
      'dossier.unit_id as unitId',
      actingUnit('dossier.to_unit_id').as('toUnitId'),
      sql<DossierRoute>`dossier.route`.as('route'),
      'dossier.via_unit_id as viaUnitId',
      sql<DossierKind>`dossier.kind`.as('kind'),
      sql<SimplifiedGround | null>`dossier.simplified`.as('simplified'),
      'dossier.year',
      'dossier.movement_id as movementId',
      sql<ReviewKind | null>`dossier.movement_review`.as('movementReview'),
      'dossier.title',
      'dossier.paper_number as paperNumber',
      'dossier.paper_date as paperDate',
      sql<DossierStage>`dossier.stage`.as('stage'),
      'dossier.stage_since as stageSince',
      'dossier.received_on as receivedOn',
      'dossier.version',
      'dossier.entered_at as enteredAt',
      'dossier.submitted_by as submittedBy',
      'dossier.submitted_for as submittedFor',
      'dossier.submitted_at as submittedAt',
      'dossier.return_reason as returnReason',
      sql<ReturnGround | null>`dossier.return_ground`.as('returnGround'),
      'dossier.confirmed_at as confirmedAt',
      'dossier.confirm_words as confirmWords',
      actingPath('dossier.unit_id').as('unitPath'),
      actingPath('dossier.to_unit_id').as('toPath'),
      actingPath('dossier.via_unit_id').as('viaPath'),
    ]);
}

type Loaded = Omit<DossierRow, 'places'> & Readonly<Record<'unitPath' | 'toPath' | 'viaPath', UnitPath>>;

export function dossierOf<Row extends Loaded>({ unitPath, toPath, viaPath, ...row }: Row) {
  return { ...row, places: placesOf({ unit: unitPath, to: toPath, via: viaPath }) };
}

/** The receiving unit alone decides: nobody above it in its stead. Where a unit proposes to itself, it is `self`. */
export function placesOf({
  unit,
  to,
  via,
}: Readonly<Record<'unit' | 'to' | 'via', UnitPath>>): Readonly<Record<DossierPlace, UnitPath>> {
  const isOwn = unit[0] !== undefined && unit[0] === to[0];
  return { unit, receiver: to, decider: to.slice(0, 1), self: isOwn ? unit : [], via };
}

/** Undefined when it is not there, or not for the asker to know. */
export async function lockDossier(tx: Transaction<DB>, actor: Actor, id: string): Promise<DossierRow | undefined> {
  const row = await dossiers(tx, actor).where('dossier.id', '=', id).forUpdate('dossier').executeTakeFirst();
  return row && dossierOf(row);
}
