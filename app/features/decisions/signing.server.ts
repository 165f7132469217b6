/**
 * Signing in two halves. `prepareSigning` keeps the paper with its hole; whatever dies after it, the same digest is signed on the next try.
 * `completeSigning` puts the signature in, once. Between them is the signer: a key here, a service, or somebody with a token.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { ok, refuse, notThere } from '../../kernel/result.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { permitSystem } from '../../kernel/permit.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { prepare } from '../../platform/signing/prepare.server.ts';
import type { Prepared } from '../../platform/signing/signer.ts';
import type { DecisionRow } from './case.server.ts';
import { lockDecision } from './case.server.ts';
import { keepPaper, readPaper } from './keeping.server.ts';
import { markFor } from './marks.server.ts';
import type { Asked, Moved } from './opening.server.ts';
import { open, step } from './opening.server.ts';
import type { DecisionMove } from './procedure.ts';

export type Part = 'person' | 'seal';
export type Signing = {
  readonly id: string;
  readonly decisionId: string;
  readonly part: Part;
  readonly state: 'prepared' | 'done' | 'dropped';
  readonly basePaper: string;
  readonly preparedPaper: string;
  readonly range: Prepared['range'];
  readonly digest: string;
  readonly personId: string;
  readonly attempts: number;
};
const moveOf: Readonly<Record<Part, DecisionMove>> = { person: 'sign', seal: 'seal' };
const fieldOf: Readonly<Record<Part, string>> = { person: 'nguoi-ky', seal: 'con-dau' };

export function signings(db: Kysely<DB>) {
  return db
    .selectFrom('decision_signing')
    .select([
      'id',
      'decision_id as decisionId',
      sql<Part>`part`.as('part'),
      sql<Signing['state']>`state`.as('state'),
      'base_paper as basePaper',
      'prepared_paper as preparedPaper',
      sql<Prepared['range']>`range`.as('range'),
      'digest',
      'person_id as personId',
      'attempts',
    ]);
}

/** Asked a second time, what was prepared is handed out again, by whoever asks. */
export async function prepareSigning(
  context: Context,
  services: Services,
  { part, ...asked }: Asked & { readonly part: Part },
): Promise<Result<Signing, Refusal>> {
  const opened = await open(context, asked, moveOf[part]);
  if (!opened.ok) return opened;
  const { decision, allowed } = opened.value;
  const there = await signings(context.tx)
    .where('decision_id', '=', decision.id)
    .where('part', '=', part)
    .where('state', '=', 'prepared')
    .executeTakeFirst();
  if (there) return ok(there);
  const base = part === 'person' ? decision.paper : decision.signedPaper;
  if (base === null || context.actor.kind !== 'person') return refuse(notThere);
  const mark = await markFor(context, services, { decision, part });
  const name = mark.name;
  const prepared = await prepare(await readPaper(services, base), {
    field: fieldOf[part],
    name,
    at: context.now,
    mark,
  });
  const kept = await keepPaper(context, services, prepared.pdf);
  if (!kept.ok) return kept;
  const row = {
    id: newId(),
    decision_id: decision.id,
    part,
    state: 'prepared',
    base_paper: base,
    prepared_paper: kept.value,
    range: [...prepared.range],
    digest: Buffer.from(prepared.digest).toString('hex'),
    person_id: context.actor.personId,
    on_behalf_of_id: allowed.holding?.forPersonId ?? null,
    prepared_at: context.now,
  };
  await context.tx.insertInto('decision_signing').values(row).execute();
  const after = { part, digest: row.digest };
  const subject = { kind: 'decision', id: decision.id };
  await context.record({ permit: allowed, kind: 'decision.signing_prepared', subject, unitId: decision.unitId, after });
  const signing = await signings(context.tx).where('id', '=', row.id).executeTakeFirstOrThrow();
  return ok(signing);
}

export type CompleteSigning = { readonly signingId: string; readonly signed: Uint8Array };

/** The signature as it came from the signer, already verified. Done already, by whomever, it is done. */
export async function completeSigning(
  context: Context,
  services: Services,
  { signingId, signed }: CompleteSigning,
): Promise<Result<Moved, Refusal>> {
  const found = await signings(context.tx).where('id', '=', signingId).executeTakeFirst();
  if (!found) return refuse(notThere);
  const decision = await lockDecision(context.tx, context.actor, found.decisionId);
  const signing = await signings(context.tx).where('id', '=', signingId).forUpdate().executeTakeFirst();
  if (!decision || !signing) return refuse(notThere);
  if (signing.state === 'done') return ok({ id: decision.id, version: decision.version });
  const allowed = await permitFor(context, decision, signing);
  if (!allowed.ok) return allowed;
  if (signing.state === 'dropped') return refuse({ kind: 'signing_dropped' });
  const kept = await keepPaper(context, services, signed);
  if (!kept.ok) return kept;
  const done = { state: 'done', signed_paper: kept.value, done_at: context.now, last_error: null };
  await context.tx.updateTable('decision_signing').set(done).where('id', '=', signing.id).execute();
  const set = signing.part === 'person' ? { signed_paper: kept.value } : { sealed_paper: kept.value };
  return ok(
    await step(context, { decision, allowed: allowed.value, set, after: { part: signing.part, paper: kept.value } }),
  );
}

/** Who prepared it had the permit; the product itself may end what they began. */
async function permitFor(
  context: Context,
  decision: DecisionRow,
  { part }: Signing,
): Promise<Result<Permit<DecisionMove>, Refusal>> {
  const { actor } = context;
  if (actor.kind === 'system') {
    const isDue = decision.stage === (part === 'person' ? 'numbered' : 'signed');
    return isDue ? ok(permitSystem(moveOf[part], actor)) : refuse({ kind: 'signing_dropped' });
  }
  const opened = await open(context, { id: decision.id, version: decision.version }, moveOf[part]);
  return opened.ok ? ok(opened.value.allowed) : opened;
}
