/** Decisions to revoke as papers that are signed, the same way as those to grant (features/decisions). */
import { permit } from '../../kernel/procedure.ts';
import { expectOk, notThere, ok, refuse } from '../../kernel/result.ts';
import { markFor } from '../decisions/marks.server.ts';
import type { SignedPaper } from '../decisions/signed-paper.server.ts';
import type { SigningDesk } from '../decisions/signing.server.ts';
import type { RevocationRow } from './case.server.ts';
import { lockRevocation } from './case.server.ts';
import { step } from './moving.server.ts';
import { revocationProcedure } from './procedure.ts';

const moveOf = { person: 'sign', seal: 'seal' } as const;

export const revocationDesk: SigningDesk = {
  kind: 'revocation',
  markOf: markFor,
  bodyOf: async (db, id) => {
    const row = await db
      .selectFrom('revocation')
      .where('id', '=', id)
      .select(['decider_id as unitId', 'issuer'])
      .executeTakeFirstOrThrow();
    return { ...row, issuer: row.issuer ?? '' };
  },
  lock: async ({ tx, actor }, id) => {
    const row = await lockRevocation(tx, actor, id);
    return row && paperOf(row);
  },
  open: async ({ tx, actor }, { id, version }, part) => {
    const row = await lockRevocation(tx, actor, id);
    if (!row) return refuse(notThere);
    const allowed = permit(revocationProcedure, row, actor, moveOf[part]);
    if (!allowed.ok) return allowed;
    if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
    return ok({ paper: paperOf(row), allowed: allowed.value });
  },
  takeIn: async (context, { paper, allowed, part, hash }) => {
    const before = await lockRevocation(context.tx, context.actor, paper.id);
    if (!before) throw new Error('the revocation was locked and is gone');
    const set = part === 'person' ? { signed_paper: hash } : { sealed_paper: hash };
    return expectOk(await step(context, { before, permit: allowed, reason: '' }, set));
  },
};

function paperOf({ deciderId, issuer, stage, ...row }: RevocationRow): SignedPaper {
  const waitsFor = stage === 'numbered' ? 'person' : stage === 'signed' ? 'seal' : undefined;
  return { ...row, subject: { kind: 'revocation', id: row.id }, unitId: deciderId, issuer: issuer ?? '', waitsFor };
}
