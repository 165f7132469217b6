/** A dossier as it lies or lay before whoever decides: which decision each of its nominees stands in, as far as the reader may know. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { ListedDossier } from '../dossiers/list.server.ts';
import { findListed } from '../dossiers/list.server.ts';
import type { NomineeRow } from '../dossiers/nominee-rows.server.ts';
import { nomineesOf } from '../dossiers/nominee-rows.server.ts';
import { isPastAppraisal, movesAs } from '../dossiers/owners.ts';
import type { DossierAct } from './dossier-acts.server.ts';
import { dossierActs } from './dossier-acts.server.ts';
import { numberOf } from './number.server.ts';
import type { DecisionStage } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type InWhich = {
  readonly id: string;
  readonly number: string;
  readonly about: string;
  readonly stage: DecisionStage;
};
export type DecidedDossier = {
  readonly dossier: ListedDossier;
  readonly nominees: readonly (NomineeRow & { readonly decision: InWhich | undefined })[];
  readonly acts: readonly DossierAct[];
};

export async function decisionsOn(
  db: Kysely<DB>,
  actor: Actor,
  dossierId: string,
): Promise<DecidedDossier | undefined> {
  const dossier = await findListed(db, actor, dossierId);
  if (!dossier || !isPastAppraisal(dossier.stage)) return undefined;
  const [nominees, decisions] = await Promise.all([nomineesOf(db, dossierId), decisionsOf(db, actor, dossierId)]);
  const moves = dossier.stage === 'deciding' ? movesAs('decisions', dossier, actor) : [];
  return {
    dossier,
    nominees: nominees
      .filter(({ outcome }) => outcome !== 'removed')
      .map((one) => ({ ...one, decision: decisions.get(one.id) })),
    acts: dossierActs.filter((move) => moves.includes(move)),
  };
}

/** Issued it is everybody's; before that, of those who may know of it. */
async function decisionsOf(db: Kysely<DB>, actor: Actor, dossierId: string): Promise<ReadonlyMap<string, InWhich>> {
  const rows = await db
    .selectFrom('decision')
    .innerJoin('decision_line as l', 'l.decision_id', 'decision.id')
    .innerJoin('nominee as n', 'n.id', 'l.nominee_id')
    .where('n.dossier_id', '=', dossierId)
    .where('l.is_live', '=', true)
    .where((eb) => eb.or([eb('decision.stage', '=', 'issued'), visibleTo(actor)]))
    .select([
      'n.id as nomineeId',
      'decision.id',
      numberOf('decision').as('number'),
      sql<string>`decision.content ->> 'about'`.as('about'),
      sql<DecisionStage>`decision.stage`.as('stage'),
    ])
    .execute();
  return new Map(rows.map(({ nomineeId, ...one }) => [nomineeId, one]));
}
