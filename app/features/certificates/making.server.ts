/** A certificate for each honour of an issued decision, with its code. Run twice it makes nothing twice; a sweep makes what was missed. */
import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { permitSystem } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { codeLetters } from './code.ts';

export async function makeCertificates(context: Context, decisionId: string): Promise<number> {
  const { tx, now } = context;
  const { rows } = await sql<{ honourId: string; unitId: string }>`
    select o.id as "honourId", d.unit_id as "unitId" from decision d join decision_line l on l.decision_id = d.id and l.verdict = 'grant'
      join honour o on o.nominee_id = l.nominee_id
    where d.id = ${decisionId} and d.stage = 'issued' and not exists (select from certificate c where c.honour_id = o.id)
    order by l.position`.execute(tx);
  const [first] = rows;
  if (!first) return 0;
  const made = await tx
    .insertInto('certificate')
    .values(
      rows.map(({ honourId }) => ({
        id: newId(),
        honour_id: honourId,
        decision_id: decisionId,
        code: newCode(),
        made_at: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  await context.record({
    permit: permitSystem('certificate.make', context.actor),
    kind: 'certificate.made',
    subject: { kind: 'decision', id: decisionId },
    unitId: first.unitId,
    after: { certificates: made.length },
  });
  return made.length;
}

/** 32 letters, ten of them: nobody guesses one within the rate that the form allows. */
function newCode(): string {
  return Array.from({ length: 10 }, () => codeLetters.charAt(randomInt(codeLetters.length))).join('');
}

export async function sweepCertificates(context: Context): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select d.id from decision d where d.stage = 'issued' and exists (
      select from decision_line l join honour o on o.nominee_id = l.nominee_id
      where l.decision_id = d.id and not exists (select from certificate c where c.honour_id = o.id))
    limit 100`.execute(context.tx);
  for (const { id } of rows) await makeCertificates(context, id);
  return rows.length;
}
