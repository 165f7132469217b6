/** A dossier begun for somebody who was found elsewhere, a leader of a block or of a movement: entered and proposed in one step, or neither. */
import type { Result } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { importedId } from '../../platform/id.server.ts';
import type { DraftRefusal, EnterDossier, KeptDossier } from './drafting.server.ts';
import { enterDossier } from './drafting.server.ts';
import type { NomineeRefusal } from './nominees.server.ts';
import { addNominee } from './nominees.server.ts';

export type EnterDossierFor = EnterDossier & {
  readonly nominee: {
    readonly holderId: string;
    readonly awardCode: string;
    readonly achievement: string;
    /** Place in the review of the movement; '' where it is not proposed for one. */
    readonly rank: string;
  };
};

/** The same request twice is one dossier with one nominee. */
export async function enterDossierFor(
  context: Context,
  { nominee, ...dossier }: EnterDossierFor,
): Promise<Result<KeptDossier, DraftRefusal | NomineeRefusal>> {
  const entered = await enterDossier(context, dossier);
  if (!entered.ok) return entered;
  const added = await addNominee(context, { ...nominee, id: importedId(dossier.id, 'nominee'), dossierId: dossier.id });
  return added.ok ? entered : added;
}
