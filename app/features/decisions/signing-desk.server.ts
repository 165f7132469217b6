/** Decisions to grant as papers that are signed. */
import { sql } from 'kysely';
import { ok, refuse } from '../../kernel/result.ts';
import { annexesOf } from './annexes.server.ts';
import type { DecisionRow } from './case.server.ts';
import { lockDecision } from './case.server.ts';
import { markFor } from './marks.server.ts';
import { open, step } from './opening.server.ts';
import type { SignedPaper } from './signed-paper.server.ts';
import type { SigningDesk } from './signing.server.ts';

const moveOf = { person: 'sign', seal: 'seal' } as const;

export const decisionDesk: SigningDesk = {
  kind: 'decision',
  markOf: markFor,
  bodyOf: (db, id) =>
    db
      .selectFrom('decision')
      .where('id', '=', id)
      .select(['unit_id as unitId', sql<string>`content ->> 'issuer'`.as('issuer')])
      .executeTakeFirstOrThrow(),
  lock: async ({ tx, actor }, id) => {
    const row = await lockDecision(tx, actor, id);
    return row && paperOf(row);
  },
  open: async (context, asked, part) => {
    const opened = await open(context, asked, moveOf[part]);
    if (!opened.ok) return opened;
    const { decision, allowed } = opened.value;
    if (part === 'seal' && (await annexesOf(context.tx, asked.id)).some(({ signedHash }) => signedHash === null))
      return refuse({ kind: 'annexes_unsigned' });
    return ok({ paper: paperOf(decision), allowed });
  },
  takeIn: async (context, { paper, allowed, part, hash }) => {
    const decision = await lockDecision(context.tx, context.actor, paper.id);
    if (!decision) throw new Error('the decision was locked and is gone');
    const set = part === 'person' ? { signed_paper: hash } : { sealed_paper: hash };
    return step(context, { decision, allowed, set, after: { part, paper: hash } });
  },
};

export function paperOf({ content, stage, ...row }: DecisionRow): SignedPaper {
  const waitsFor = stage === 'numbered' ? 'person' : stage === 'signed' ? 'seal' : undefined;
  return { ...row, subject: { kind: 'decision', id: row.id }, issuer: content.issuer, waitsFor };
}
