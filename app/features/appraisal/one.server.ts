/** One dossier as its page of appraisal shows it: all of it inside, what a unit may know outside. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { holdingsFor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { DossierRow } from '../dossiers/case.server.ts';
import type { ListedDossier } from '../dossiers/list.server.ts';
import { findListed } from '../dossiers/list.server.ts';
import { dossierProcedure } from '../dossiers/procedure.ts';
import type { CountedShare } from '../register/fairness.ts';
import { sharesOf } from '../register/fairness.server.ts';
import type { ConcludedNominee } from './concluded.server.ts';
import { concludedNominees } from './concluded.server.ts';
import type { Leaving } from './leaving.server.ts';
import { leavings } from './leaving.server.ts';
import { areBeingVerified } from './nominee-flags.server.ts';
import type { Demanded, Opinions } from './readiness.server.ts';
import { blocksIn, demandedOf, opinionsOn } from './readiness.server.ts';
import type { Block } from './ready.ts';
import { insideRoles } from './rights.ts';

export type Inside = {
  readonly kind: 'inside';
  readonly dossier: ListedDossier;
  /** All of them; a page looks closer at its own (appraised.server.ts). */
  readonly nominees: readonly ConcludedNominee[];
  readonly demanded: Demanded;
  readonly opinions: Opinions;
  readonly blocks: readonly Block[];
  readonly moves: readonly Leaving[];
  readonly mayAppraise: boolean;
  readonly summary: { readonly text: string; readonly version: number };
  readonly shares: readonly CountedShare[];
};
/** For the unit that proposed: no flags, no findings, no names of whoever wrote. */
export type Outside = {
  readonly kind: 'outside';
  readonly dossier: ListedDossier;
  readonly isBeingVerified: boolean;
  readonly bodiesAsked: number;
  readonly list: { readonly id: string; readonly openedOn: PlainDate; readonly closesOn: PlainDate } | undefined;
};

/** Whoever appraises, decides or looks on by office over the receiving unit; the head of a unit that decides for itself, once it decides. */
export function seesInside(actor: Actor, { places, stage }: Pick<DossierRow, 'places' | 'stage'>): boolean {
  const isInside = insideRoles.some((role) => holdingsFor(actor, role, places.receiver).length > 0);
  return isInside || (stage === 'deciding' && holdingsFor(actor, 'head', places.decider).length > 0);
}

export async function appraisalOf(
  db: Kysely<DB>,
  actor: Actor,
  dossierId: string,
  today: PlainDate,
): Promise<Inside | Outside | undefined> {
  const dossier = await findListed(db, actor, dossierId);
  if (!dossier || dossier.stage === 'draft') return undefined;
  return seesInside(actor, dossier) ? insideOf(db, actor, dossier, today) : outsideOf(db, dossier, today);
}

async function insideOf(db: Kysely<DB>, actor: Actor, dossier: ListedDossier, today: PlainDate): Promise<Inside> {
  const nominees = await concludedNominees(db, dossier, today);
  const [demanded, opinions, summary, shares] = await Promise.all([
    demandedOf(db, dossier, nominees, today),
    opinionsOn(db, dossier),
    summaryOf(db, dossier.id),
    sharesOf(
      db,
      nominees.filter(({ outcome }) => outcome === 'open').map(({ holderId }) => holderId),
    ),
  ]);
  const moves = movesFor(dossierProcedure, dossier, actor);
  const isHere = dossier.stage === 'appraising' || dossier.stage === 'consulting';
  return {
    kind: 'inside',
    dossier,
    nominees,
    demanded,
    opinions,
    blocks: blocksIn({ dossier, nominees, demanded, opinions }, today),
    moves: isHere ? leavings.filter((move) => moves.includes(move)) : [],
    mayAppraise: moves.includes('appraise'),
    summary,
    shares,
  };
}

async function summaryOf(db: Kysely<DB>, dossierId: string) {
  const row = await db
    .selectFrom('dossier_appraisal')
    .select(['summary as text', 'version'])
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
  return row ?? { text: '', version: 0 };
}

async function outsideOf(db: Kysely<DB>, dossier: ListedDossier, today: PlainDate): Promise<Outside> {
  const ids = await db.selectFrom('nominee').select('id').where('dossier_id', '=', dossier.id).execute();
  const [verified, { requests, list }] = await Promise.all([
    areBeingVerified(
      db,
      ids.map(({ id }) => id),
      today,
    ),
    opinionsOn(db, dossier),
  ]);
  const isShown = list && dossier.stage !== 'returned' && list.stage === 'open';
  return {
    kind: 'outside',
    dossier,
    isBeingVerified: verified.size > 0,
    bodiesAsked: requests.filter(({ stage }) => stage !== 'waived' && stage !== 'withdrawn').length,
    list: isShown ? { id: list.id, openedOn: list.openedOn, closesOn: list.closesOn } : undefined,
  };
}
