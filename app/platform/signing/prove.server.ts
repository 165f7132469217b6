/** After signing: the proof of revocation goes into the paper, and a signature that would not hold is refused. */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Services } from '../services.server.ts';
import { trustOf } from './desk.server.ts';
import { addEvidence, gatherEvidence } from './evidence.server.ts';
import type { SigningRefusal } from './signer.ts';
import { verifyPdf } from './verify.server.ts';

/**
 * Authorities that do not answer hold nothing up: then the paper says no more than its signature and stamp. What another made (a service, a token) is verified before it
 * is kept: an expired certificate, a signature by another key or one below no trusted root is refused, not discovered by whoever reads the paper.
 */
export async function proven(
  needs: Pick<Services, 'config' | 'seal' | 'clock'>,
  pdf: Uint8Array,
): Promise<Result<Uint8Array, SigningRefusal>> {
  const { asksStatus, mode } = needs.config.signing;
  if (mode === 'development' && !asksStatus) return ok(pdf);
  const trust = await trustOf(needs);
  const whole = asksStatus ? await addEvidence(pdf, await gatherEvidence(pdf, trust)) : pdf;
  const verdict = await verifyPdf({ pdf: whole, trust, now: needs.clock() });
  const [because] = verdict.ok ? verdict.value.signatures.flatMap(({ faults }) => faults) : ['signature_wrong'];
  return because === undefined ? ok(whole) : refuse({ kind: 'signature_wrong', because });
}
