/**
 * From a certificate to a root that the product trusts: who issued whom, when each was valid, what its key may be used for, whether it was
 * revoked by what is at hand. Nothing is fetched: a check must not depend on, or tell, anybody outside.
 */
import { X509Certificate } from 'node:crypto';
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import { buffer } from './cms.server.ts';
import { oid } from './oids.ts';
import type { Evidence } from './revocation.server.ts';
import { revocationOf } from './revocation.server.ts';
import type { SignatureFault } from './verdict.ts';

/** `responses`: out of the paper itself; the folder of trust holds roots and lists alone. */
export type Trust = {
  /** DER. */
  readonly roots: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
  readonly responses?: readonly Uint8Array[] | undefined;
};

export type Chained = {
  readonly faults: readonly SignatureFault[];
  readonly isRevocationKnown: boolean;
  /** After `at`. */
  readonly isRevokedSince: boolean;
};

type Asked = {
  readonly others: readonly Uint8Array[];
  readonly trust: Trust;
  readonly at: Date;
  readonly use: 'paper' | 'stamp';
};

export function chainOf(certificate: Uint8Array, { others, trust, at, use }: Asked): Chained {
  const chain = climb(new X509Certificate(certificate), others, trust.roots);
  const faults = new Set<SignatureFault>();
  if (!isFor(certificate, use)) faults.add('not_for_signing');
  if (!chain.isTrusted) faults.add('untrusted');
  for (const one of chain.certificates) {
    if (at < one.validFromDate) faults.add('not_yet_valid');
    if (at > one.validToDate) faults.add('expired');
  }
  const evidence: Evidence = { lists: trust.lists, responses: trust.responses ?? [] };
  const revocation = chain.certificates
    .slice(0, -1)
    .map((one, nth) => revocationOf(one, chain.certificates[nth + 1], evidence, at));
  if (revocation.includes('revoked')) faults.add('revoked');
  return {
    faults: [...faults],
    isRevocationKnown: revocation.length > 0 && revocation.every((each) => each !== 'unknown'),
    isRevokedSince: revocation.includes('revoked_since'),
  };
}

type Climbed = { readonly certificates: readonly X509Certificate[]; readonly isTrusted: boolean };

export function climb(from: X509Certificate, others: readonly Uint8Array[], roots: readonly Uint8Array[]): Climbed {
  const trusted = roots.map((each) => new X509Certificate(each));
  const pool = [...trusted, ...others.map((each) => new X509Certificate(each))];
  const certificates = [from];
  for (let one = from; certificates.length < 8;) {
    if (trusted.some(({ fingerprint256 }) => fingerprint256 === one.fingerprint256))
      return { certificates, isTrusted: true };
    const above = pool.find((each) => each.ca && each.fingerprint256 !== one.fingerprint256 && issued(each, one));
    if (!above) break;
    certificates.push(above);
    one = above;
  }
  return { certificates, isTrusted: false };
}

function issued(above: X509Certificate, below: X509Certificate): boolean {
  try {
    return below.checkIssued(above) && below.verify(above.publicKey);
  } catch {
    return false;
  }
}

/** For papers a key that signs (RFC 5280, 4.2.1.3), not one for stamps or servers alone; for stamps exactly that. */
function isFor(certificate: Uint8Array, use: 'paper' | 'stamp'): boolean {
  const { extensions = [] } = pkijs.Certificate.fromBER(buffer(certificate));
  const special = new X509Certificate(certificate).keyUsage as readonly string[] | undefined;
  if (use === 'stamp') return special?.includes(oid.timeStamping) ?? false;
  const usage = extensions.find(({ extnID }) => extnID === oid.keyUsage);
  if (!usage) return false;
  const bits = fromBER(usage.extnValue.valueBlock.valueHex).result.valueBlock as unknown as {
    readonly valueHexView: Uint8Array;
  };
  const signs = ((bits.valueHexView[0] ?? 0) & 0xc0) !== 0;
  return signs && !(special?.length === 1 && special[0] === oid.timeStamping);
}
