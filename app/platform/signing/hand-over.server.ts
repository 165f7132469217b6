/**
 * Signing with a token in somebody's hand: the prepared PDF (or its hash) leaves the product, a CMS or a signed PDF comes back. Whatever
 * comes back is verified before it is taken: over exactly what was handed out, nothing else changed, by a trusted certificate.
 */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Prepared, SigningRefusal } from './signer.ts';
import { embed } from './prepare.server.ts';
import type { Trust } from './trust.server.ts';
import type { PdfUnreadable, PdfVerdict, SignatureVerdict } from './verdict.ts';
import { verifyPdf } from './verify.server.ts';

export type Returned = {
  readonly prepared: Pick<Prepared, 'pdf' | 'range'>;
  /** What was to be signed, before the hole was made: tools that sign whole files are given this. */
  readonly base: Uint8Array;
  readonly returned: Uint8Array;
  readonly trust: Trust;
  readonly now: Date;
};
export type Taken = { readonly pdf: Uint8Array; readonly signature: SignatureVerdict };

export async function takeReturned(given: Returned): Promise<Result<Taken, SigningRefusal | PdfUnreadable>> {
  const isPdf = Buffer.from(given.returned.subarray(0, 5)).toString('latin1') === '%PDF-';
  const signed = isPdf ? ok(given.returned) : embed(given.prepared, derOf(given.returned));
  if (!signed.ok) return signed;
  // A whole file must begin with what was handed out, byte for byte: then all it can have added is judged below.
  if (isPdf && !startsWith(given.returned, given.base)) return refuse({ kind: 'signature_not_for_this' });
  const verdict = await verifyPdf({ pdf: signed.value, trust: given.trust, now: given.now });
  if (!verdict.ok) return isPdf ? verdict : refuse({ kind: 'signature_wrong', because: 'signature_wrong' });
  return accepted(signed.value, verdict.value);
}

function accepted(pdf: Uint8Array, { signatures, isAppended, hazards }: PdfVerdict): Result<Taken, SigningRefusal> {
  const signature = signatures.at(-1);
  if (!signature || isAppended) return refuse({ kind: 'signature_not_for_this' });
  const faults = signatures.flatMap((each) => each.faults);
  const [because] = [...faults, ...hazards];
  return because === undefined ? ok({ pdf, signature }) : refuse({ kind: 'signature_wrong', because });
}

/** DER, or the same as PEM or base64, as tools write it. */
function derOf(returned: Uint8Array): Uint8Array {
  if (returned[0] === 0x30) return returned;
  const text = Buffer.from(returned)
    .toString('latin1')
    .replaceAll(/-----[^-]*-----/g, '');
  return Buffer.from(text, 'base64');
}

function startsWith(whole: Uint8Array, start: Uint8Array): boolean {
  return whole.length > start.length && Buffer.compare(whole.subarray(0, start.length), start) === 0;
}
