/** A dossier as it lies or lay before a council, as one person may see it. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { ListedDossier } from '../dossiers/list.server.ts';
import { findListed } from '../dossiers/list.server.ts';
import type { NomineeRow } from '../dossiers/nominee-rows.server.ts';
import { nomineesOf } from '../dossiers/nominee-rows.server.ts';
import { isPastAppraisal, movesAs } from '../dossiers/owners.ts';
import type { DossierMove } from '../dossiers/procedure.ts';
import type { CouncilResult } from './result.server.ts';
import { councilResults, councilResultsFor, nearTo } from './result.server.ts';

/** `near`: the reader is related to them, and learns nothing. `closed`: the council voted, this reader may not know what came of it. */
export type Advice =
  | { readonly kind: 'result'; readonly result: CouncilResult }
  | { readonly kind: 'near' | 'closed' | 'none' };
export type AdvisedNominee = NomineeRow & { readonly advice: Advice };
export type AdvisedDossier = {
  readonly dossier: ListedDossier;
  readonly nominees: readonly AdvisedNominee[];
  readonly moves: readonly DossierMove[];
};

/** Undefined where there is no such dossier for this reader, or it has not come that far. */
export async function adviceOn(db: Kysely<DB>, actor: Actor, dossierId: string): Promise<AdvisedDossier | undefined> {
  const dossier = await findListed(db, actor, dossierId);
  if (!dossier || !isPastAppraisal(dossier.stage)) return undefined;
  const nominees = (await nomineesOf(db, dossierId)).filter(({ outcome }) => outcome !== 'removed');
  const advice = await adviceFor(
    db,
    actor,
    nominees.map(({ id }) => id),
  );
  return {
    dossier,
    nominees: nominees.map((one) => ({ ...one, advice: advice.get(one.id) ?? { kind: 'none' } })),
    moves: movesAs('council', dossier, actor),
  };
}

export async function adviceFor(
  db: Kysely<DB>,
  actor: Actor,
  nomineeIds: readonly string[],
): Promise<ReadonlyMap<string, Advice>> {
  const [all, seen, near] = await Promise.all([
    councilResults(db, nomineeIds),
    councilResultsFor(db, actor, nomineeIds),
    nearTo(db, actor, nomineeIds),
  ]);
  return new Map(
    nomineeIds.map((id): [string, Advice] => {
      const result = seen.get(id);
      if (near.has(id)) return [id, { kind: 'near' }];
      if (result) return [id, { kind: 'result', result }];
      return [id, { kind: all.has(id) ? 'closed' : 'none' }];
    }),
  );
}
