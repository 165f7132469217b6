/** A dossier of the story through appraisal: concluded on by whoever appraises, then sent on as the office does. */
import type { Person } from '../kernel/actor.ts';
import { expectOk } from '../kernel/result.ts';
import { appraiseNominee } from '../features/appraisal/concluding.server.ts';
import type { Leaving } from '../features/appraisal/leaving.server.ts';
import { leaveAppraisal } from '../features/appraisal/leaving.server.ts';
import type { TypedFields } from '../features/appraisal/typed.ts';
import type { Context } from '../platform/command.server.ts';
import { appraisalWords as said } from './appraisal.text.ts';
import type { Stage } from './stage.server.ts';
import { play } from './stage.server.ts';

type Turn = { readonly dossierId: string; readonly at: Date; readonly by: Person };

export async function concludeAll(stage: Stage, { dossierId, at, by }: Turn): Promise<void> {
  const nominees = await stage.services.db
    .selectFrom('nominee')
    .select('id')
    .where('dossier_id', '=', dossierId)
    .orderBy('position')
    .execute();
  for (const { id: nomineeId } of nominees) {
    await play(stage, { at, by }, async (context) => {
      const typed = { 'v:papers': 'met', 'v:authentic': 'met', conclusion: 'qualified', reason: said.qualified };
      expectOk(await appraiseNominee(context, { dossierId, nomineeId, version: 0, typed }));
    });
  }
}

type Leave = Turn & { readonly move: Leaving; readonly typed?: TypedFields };

export async function leave(stage: Stage, { dossierId, at, by, move, typed = {} }: Leave): Promise<void> {
  await play(stage, { at, by }, async (context) => {
    const version = await versionOf(context, dossierId);
    expectOk(await leaveAppraisal(context, { dossierId, version, move, typed }));
  });
}

export async function versionOf({ tx }: Context, dossierId: string): Promise<number> {
  const row = await tx.selectFrom('dossier').where('id', '=', dossierId).select('version').executeTakeFirstOrThrow();
  return row.version;
}
