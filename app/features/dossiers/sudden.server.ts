/**
 * From the phone to the authority within hours: who, what happened, a picture, in one step (Luật Điều 85.1.b; Nghị định 152/2025, Điều
 * 33.8). It becomes a dossier like any other, by the simplified procedure, handed in at once by whoever may.
 */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { importedId } from '../../platform/id.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import { findAward } from '../awards/award.ts';
import type { HolderRefusal } from '../register/holders.server.ts';
import { createHolder } from '../register/holders.server.ts';
import type { DraftRefusal } from './drafting.server.ts';
import { enterDossier } from './drafting.server.ts';
import { attachPaper } from './files.server.ts';
import type { PaperNotAwaited, PaperWithoutOwner } from './files.server.ts';
import type { MoveRefusal } from './moving.server.ts';
import { moveDossier } from './moving.server.ts';
import type { NomineeRefusal } from './nominees.server.ts';
import { addNominee } from './nominees.server.ts';
import { receiversFor } from './receivers.server.ts';

export type ReportSudden = {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  readonly unitId: string;
  readonly holder: { readonly kind: string; readonly name: string; readonly position: string };
  readonly awardCode: string;
  /** What the submission is called. */
  readonly title: string;
  readonly achievement: string;
  readonly photo: KeptFile | null;
  /** Handed in at once, by whoever may; else it waits as a draft for the head. */
  readonly isHandedIn: boolean;
};
export type SuddenRefusal =
  | HolderRefusal
  | DraftRefusal
  | NomineeRefusal
  | MoveRefusal
  | PaperWithoutOwner
  | PaperNotAwaited;

export async function reportSudden(
  context: Context,
  seal: Seal,
  command: ReportSudden,
): Promise<Result<{ readonly id: string }, SuddenRefusal>> {
  const { id, unitId, holder, awardCode, title, achievement, photo } = command;
  const receivers = await receiversFor(context.tx, unitId);
  const isBase = findAward(awardCode)?.level === 'base';
  const to = receivers.find(({ isRoot }) => isRoot !== isBase)?.id ?? '';
  const year = plainDateIn(context.now).slice(0, 4);
  const typed = { kind: 'sudden', simplified: 'b', year, title, route: 'territory', to };
  const entered = await enterDossier(context, { id, unitId, typed });
  if (!entered.ok) return entered;
  const [holderId, nomineeId] = [importedId(id, 'holder'), importedId(id, 'nominee')];
  const made = await createHolder(context, seal, { id: holderId, unitId, typed: holder, isAnother: true });
  if (!made.ok) return made;
  const added = await addNominee(context, { id: nomineeId, dossierId: id, holderId, awardCode, achievement });
  if (!added.ok) return added;
  if (photo) {
    const paper = {
      attachmentId: importedId(id, 'photo'),
      dossierId: id,
      nomineeId,
      paper: 'photo',
      file: photo,
    } as const;
    const attached = await attachPaper(context, paper);
    if (!attached.ok) return attached;
  }
  if (!command.isHandedIn) return ok({ id });
  const { version } = await context.tx
    .selectFrom('dossier')
    .where('id', '=', id)
    .select('version')
    .executeTakeFirstOrThrow();
  const moved = await moveDossier(context, { id, version, move: 'submit' });
  return moved.ok ? ok({ id }) : moved;
}
