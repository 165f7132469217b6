/**
 * Has what was prepared signed by the installation's own signer, outside of any transaction, then puts it in. Called by the page right away
 * and by a sweep for what was left lying: it bears being run twice.
 */
import { X509Certificate } from 'node:crypto';
import { plainDateIn } from '../../kernel/calendar.ts';
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
import { proven } from '../../platform/signing/prove.server.ts';
import type { Signer, TimeStamper } from '../../platform/signing/signer.ts';
import { identityOn } from './identities.server.ts';
import { readPaper } from './keeping.server.ts';
import type { Moved } from './opening.server.ts';
import type { Signing, SigningDesk } from './signing.server.ts';
import { completeSigning, signings } from './signing.server.ts';

export type Released = { readonly pin?: string | undefined; readonly otp?: string | undefined };

export type RunSigning = {
  readonly desk: SigningDesk;
  readonly signing: Signing;
  readonly released?: Released;
};

/** `waiting`: by hand; the prepared paper is to be taken away and brought back. */
export async function runSigning(
  edge: Edge,
  { desk, signing, released = {} }: RunSigning,
): Promise<Result<Moved | 'waiting', Refusal>> {
  const { services } = edge;
  const hand = await handFor(services, { desk, signing, released }).catch((fault: unknown) =>
    failed(services, signing, fault, 'signer'),
  );
  if ('kind' in hand) return refuse(hand);
  if (!hand.signer) return ok('waiting');
  const lapsed = lapsedAt(hand.signer, services.clock());
  if (lapsed) return refuse({ kind: 'signature_wrong', because: lapsed });
  const cms = await signDigest(Buffer.from(signing.digest, 'hex'), hand.signer, hand.stamp).catch((fault: unknown) =>
    failed(services, signing, fault, 'signer'),
  );
  if ('kind' in cms) return refuse(cms);
  const pdf = await readPaper(services, signing.preparedPaper);
  const signed = embed({ pdf, range: signing.range }, cms);
  if (!signed.ok) return signed;
  const whole = await proven(services, signed.value);
  if (!whole.ok) return whole;
  return act(edge, (context) =>
    completeSigning(context, services, { desk, signingId: signing.id, signed: whole.value }),
  );
}

/** Told before the key is released: nobody spends a one-time code on a certificate that is over. */
function lapsedAt({ certificate }: Signer, now: Date): 'expired' | 'not_yet_valid' | undefined {
  const { validFromDate, validToDate } = new X509Certificate(certificate);
  if (validToDate < now) return 'expired';
  return validFromDate > now ? 'not_yet_valid' : undefined;
}

type Hand = { readonly signer: Signer | undefined; readonly stamp: TimeStamper | undefined };

async function handFor(services: Services, order: RunSigning): Promise<Hand> {
  const who = await whoSigns(services, order);
  const [signer, stamp] = [await signerFor(services, who), await stamperFor(services)];
  return { signer, stamp };
}

async function whoSigns({ db, clock }: Services, { desk, signing, released }: RunSigning): Promise<WhoSigns> {
  const { paperId, part, personId } = signing;
  const { unitId, issuer } = await desk.bodyOf(db, paperId);
  const person = await db
    .selectFrom('person')
    .select('full_name as name')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
  const whose =
    part === 'person' ? ({ kind: 'person', id: personId } as const) : ({ kind: 'unit', id: unitId } as const);
  const identity = await identityOn(db, whose, plainDateIn(clock()));
  const owner =
    part === 'person'
      ? ({ kind: 'person', id: personId, name: person.name, unit: issuer } as const)
      : ({ kind: 'seal', id: unitId, name: issuer } as const);
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
export async function sweepSignings(edge: Edge, desks: readonly SigningDesk[]): Promise<number> {
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
  for (const signing of left) {
    const desk = desks.find(({ kind }) => kind === signing.kind);
    if (desk) await runSigning(edge, { desk, signing });
  }
  return left.length;
}
