/**
 * Has what was prepared signed by the installation's own signer, outside of any transaction, then puts it in. Called by the page right away
 * and by a sweep for what was left lying: it bears being run twice.
 */
import { sql } from 'kysely';
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Edge } from '../../platform/command.server.ts';
import { act } from '../../platform/command.server.ts';
import { logFault } from '../../platform/reference.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { signDigest } from '../../platform/signing/cms.server.ts';
import type { WhoSigns } from '../../platform/signing/desk.server.ts';
import { signerFor, stamperFor } from '../../platform/signing/desk.server.ts';
import { embed } from '../../platform/signing/prepare.server.ts';
import type { Signer, TimeStamper } from '../../platform/signing/signer.ts';
import { readPaper } from './keeping.server.ts';
import type { Moved } from './opening.server.ts';
import type { Signing } from './signing.server.ts';
import { completeSigning, signings } from './signing.server.ts';

export type Released = { readonly pin?: string | undefined; readonly otp?: string | undefined };

/** `waiting`: by hand; the prepared paper is to be taken away and brought back. */
export async function runSigning(
  edge: Edge,
  signing: Signing,
  released: Released = {},
): Promise<Result<Moved | 'waiting', Refusal>> {
  const { services } = edge;
  const desk = await deskFor(services, signing, released).catch((fault: unknown) =>
    failed(services, signing, fault, 'signer'),
  );
  if ('kind' in desk) return refuse(desk);
  if (!desk.signer) return ok('waiting');
  const cms = await signDigest(Buffer.from(signing.digest, 'hex'), desk.signer, desk.stamp).catch((fault: unknown) =>
    failed(services, signing, fault, 'signer'),
  );
  if ('kind' in cms) return refuse(cms);
  const pdf = await readPaper(services, signing.preparedPaper);
  const signed = embed({ pdf, range: signing.range }, cms);
  if (!signed.ok) return signed;
  return act(edge, (context) => completeSigning(context, services, { signingId: signing.id, signed: signed.value }));
}

type Desk = { readonly signer: Signer | undefined; readonly stamp: TimeStamper | undefined };

async function deskFor(services: Services, signing: Signing, released: Released): Promise<Desk> {
  const who = await whoSigns(services, signing, released);
  const [signer, stamp] = [await signerFor(services, who), await stamperFor(services)];
  return { signer, stamp };
}

async function whoSigns(
  { db }: Services,
  { decisionId, part, personId }: Signing,
  released: Released,
): Promise<WhoSigns> {
  const { unitId, body } = await db
    .selectFrom('decision')
    .where('id', '=', decisionId)
    .select(['unit_id as unitId', sql<string>`content ->> 'issuer'`.as('body')])
    .executeTakeFirstOrThrow();
  const person = await db
    .selectFrom('person')
    .select('full_name as name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const identity = await db
    .selectFrom('signing_identity')
    .select('credential_id as credentialId')
    .where(part === 'person' ? 'person_id' : 'unit_id', '=', part === 'person' ? personId : unitId)
    .executeTakeFirst();
  const owner =
    part === 'person'
      ? ({ kind: 'person', id: personId, name: person.name, unit: body } as const)
      : ({ kind: 'seal', id: unitId, name: body } as const);
  const credentialId = identity?.credentialId;
  return { owner, csc: credentialId ? { credentialId, ...released } : undefined };
}

type Failed = { readonly kind: 'signing_unavailable'; readonly what: 'signer' };

async function failed({ db }: Services, { id }: Signing, fault: unknown, what: 'signer'): Promise<Failed> {
  logFault(fault, 'signing');
  const said = (fault instanceof Error ? fault.message : String(fault)).slice(0, 300);
  await db
    .updateTable('decision_signing')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), last_error: said }))
    .where('id', '=', id)
    .execute();
  return { kind: 'signing_unavailable', what };
}

const tries = 20;

/** What was prepared and then left: the machine died, or the service was away. By hand it waits for the hand. */
export async function sweepSignings(edge: Edge): Promise<number> {
  const { services } = edge;
  // Remote keys are released by whoever holds them, so only they can try again.
  if (services.config.signing.mode !== 'development') return 0;
  const before = new Date(services.clock().getTime() - 60_000);
  const left = await signings(services.db)
    .where('state', '=', 'prepared')
    .where('prepared_at', '<', before)
    .where('attempts', '<', tries)
    .orderBy('prepared_at')
    .limit(100)
    .execute();
  for (const signing of left) await runSigning(edge, signing);
  return left.length;
}
