/** A file attached to a decision as a paper that is signed: with the seal alone, by whoever may seal the decision, before it is sealed itself. */
import { sql } from 'kysely';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { firstCorner } from '../../platform/signing/page-corner.server.ts';
import { annexField } from './annex.ts';
import type { DecisionRow } from './case.server.ts';
import { lockDecision } from './case.server.ts';
import { numberText } from './decision.ts';
import { readPaper } from './keeping.server.ts';
import { markText } from './marks.text.ts';
import { open } from './opening.server.ts';
import type { SignedPaper } from './signed-paper.server.ts';
import type { SigningDesk } from './signing.server.ts';

export const annexDesk: SigningDesk = {
  kind: 'annex',
  field: annexField,
  bodyOf: (db, id) =>
    db
      .selectFrom('decision_annex as a')
      .innerJoin('decision as d', 'd.id', 'a.decision_id')
      .where('a.id', '=', id)
      .select(['d.unit_id as unitId', sql<string>`d.content ->> 'issuer'`.as('issuer')])
      .executeTakeFirstOrThrow(),
  lock: async (context, id) => {
    const found = await lockAnnex(context, id);
    return found && paperOf(found);
  },
  open: async (context, { id, version }, part) => {
    const found = await lockAnnex(context, id);
    if (!found || part !== 'seal' || found.signedHash !== null) return refuse(notThere);
    const opened = await open(context, { id: found.decision.id, version }, 'seal');
    return opened.ok ? ok({ paper: paperOf(found), allowed: opened.value.allowed }) : opened;
  },
  markOf: async (context, services, { id, issuer }) => {
    const found = await lockAnnex(context, id);
    if (!found || found.decision.number === null) throw new Error('a file is signed with the number of its decision');
    const { decision, hash } = found;
    const box = await firstCorner(await readPaper(services, hash));
    const lines = markText.attached(numberText(decision.number ?? 0, decision.content.symbol), context.now);
    return { name: issuer, box, colour: 'black', shape: 'text', lines };
  },
  takeIn: async ({ tx, record }, { paper: { id, subject, unitId, version }, allowed, hash }) => {
    await tx.updateTable('decision_annex').set({ signed_hash: hash }).where('id', '=', id).execute();
    const after = { annex: id, file: hash };
    await record({ permit: allowed, kind: 'decision.annex_sealed', subject, unitId, after });
    return { id, version };
  },
};

type Found = {
  readonly id: string;
  readonly hash: string;
  readonly signedHash: string | null;
  readonly decision: DecisionRow;
};

async function lockAnnex({ tx, actor }: Context, id: string): Promise<Found | undefined> {
  const row = await tx
    .selectFrom('decision_annex')
    .where('id', '=', id)
    .select(['id', 'decision_id as decisionId', 'file_hash as hash', 'signed_hash as signedHash'])
    .executeTakeFirst();
  const decision = row && (await lockDecision(tx, actor, row.decisionId));
  return decision && { ...row, decision };
}

/** It waits for the seal as long as its decision does; sealed, there is nothing to sign any more. */
function paperOf({ id, hash, signedHash, decision }: Found): SignedPaper {
  const { unitId, content, version, stage } = decision;
  const waitsFor = stage === 'signed' && signedHash === null ? 'seal' : undefined;
  const subject = { kind: 'decision', id: decision.id } as const;
  const issuer = content.issuer;
  return { id, subject, version, unitId, issuer, signPlace: null, paper: hash, signedPaper: hash, waitsFor };
}
