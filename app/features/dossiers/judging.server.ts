/** Judgements on reports that are alike: kept by pair, with the words that both had then. */
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lenderIn } from '../../platform/lender.server.ts';
import { findReportPair } from './alike.server.ts';
import { lockDossier } from './case.server.ts';
import { textsHash } from './judgements.server.ts';
import { textsOf } from './prints.server.ts';
import { dossierProcedure } from './procedure.ts';
import type { ReportVerdict } from './report-judgement.ts';
import { pairOf, reportVerdicts } from './report-judgement.ts';

export type JudgeReports = {
  /** Minted when the form was drawn: sent twice, it is one. */
  readonly id: string;
  readonly nomineeId: string;
  readonly otherId: string;
  readonly verdict: string;
  readonly reason: string;
};
export type JudgeRefusal = ProcedureRefusal | NotThere | { readonly kind: 'verdict_missing' | 'reason_missing' };

/** By whoever appraises the dossier of the first; the other is one they may know of. */
export async function judgeReports(
  context: Context,
  { id, nomineeId, otherId, verdict, reason }: JudgeReports,
): Promise<Result<{ readonly dossierId: string }, JudgeRefusal>> {
  const { tx, actor, now, record } = context;
  const pair = await findReportPair(tx, actor, { id: nomineeId, otherId });
  const dossier = pair && (await lockDossier(tx, actor, pair.mine.dossierId));
  if (!pair || !dossier || actor.kind !== 'person') return refuse(notThere);
  const allowed = permit(dossierProcedure, dossier, actor, 'appraise');
  if (!allowed.ok) return allowed;
  const found: ReportVerdict | undefined = reportVerdicts.find((each) => each === verdict);
  const words = reason.trim().slice(0, 2000);
  if (!found) return refuse({ kind: 'verdict_missing' });
  if (words === '') return refuse({ kind: 'reason_missing' });
  const { first, second } = pairOf(nomineeId, otherId);
  const texts = await textsOf(tx, [first, second]);
  const row = { id, first_id: first, second_id: second, verdict: found, reason: words };
  const added = await tx
    .insertInto('report_judgement')
    .values({
      ...row,
      texts_hash: textsHash(texts, first, second),
      judged_by: actor.personId,
      judged_for: lenderIn('dossier', [{ row: dossier, permit: allowed.value }]),
      judged_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return ok({ dossierId: dossier.id });
  const about = { subject: { kind: 'dossier', id: dossier.id }, unitId: dossier.unitId, reason: words };
  await record({ permit: allowed.value, kind: 'nominee.report_compared', ...about, after: row });
  return ok({ dossierId: dossier.id });
}
