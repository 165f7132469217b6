/** Whoever signs must have seen the dossier as it is: a change of its list, papers or reports is a new version of it. */
import type { Context } from '../../platform/command.server.ts';

export async function touchDossier({ tx }: Context, { id }: { readonly id: string }): Promise<void> {
  await tx
    .updateTable('dossier')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
