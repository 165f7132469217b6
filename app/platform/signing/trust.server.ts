/**
 * From a certificate to a root that the product trusts: who issued whom, when each was valid, what its key may be used for, whether it was
 * revoked by a list that is at hand. Nothing is fetched: a check must not depend on, or tell, anybody outside.
 */
import { X509Certificate } from 'node:crypto';
import { fromBER } from 'asn1js';
import * as pkijs from 'pkijs';
import { buffer } from './cms.server.ts';
import { verifySignature } from './check-signature.server.ts';
import { oid } from './oids.ts';
import type { SignatureFault } from './verdict.ts';

export type Trust = {
  /** DER. */
  readonly roots: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
};

export type Chained = {
  readonly faults: readonly SignatureFault[];
  readonly isRevocationKnown: boolean;
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
  const revocation = chain.certificates
    .slice(0, -1)
    .map((one, nth) => revoked(one, chain.certificates[nth + 1], trust, at));
  if (revocation.includes('revoked')) faults.add('revoked');
  return {
    faults: [...faults],
    isRevocationKnown: revocation.length > 0 && revocation.every((each) => each !== 'unknown'),
  };
}

type Climbed = { readonly certificates: readonly X509Certificate[]; readonly isTrusted: boolean };

function climb(from: X509Certificate, others: readonly Uint8Array[], roots: readonly Uint8Array[]): Climbed {
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

function revoked(
  one: X509Certificate,
  issuer: X509Certificate | undefined,
  { lists }: Trust,
  at: Date,
): 'revoked' | 'good' | 'unknown' {
  const serial = BigInt(`0x${one.serialNumber}`);
  let state: 'good' | 'unknown' = 'unknown';
  for (const each of lists) {
    const list = issuer && listBy(each, issuer);
    if (!list) continue;
    const found = list.revokedCertificates?.find(({ userCertificate }) => userCertificate.toBigInt() === serial);
    if (found && found.revocationDate.value <= at) return 'revoked';
    // A list says nothing of a day after the next one was due.
    if (list.nextUpdate && at <= list.nextUpdate.value) state = 'good';
  }
  return state;
}

/** Only when the list is signed by that issuer. */
function listBy(bytes: Uint8Array, issuer: X509Certificate): pkijs.CertificateRevocationList | undefined {
  try {
    const list = pkijs.CertificateRevocationList.fromBER(buffer(bytes));
    const above = pkijs.Certificate.fromBER(buffer(issuer.raw));
    return list.issuer.isEqual(above.subject) && isSignedBy(list, issuer) ? list : undefined;
  } catch {
    return undefined;
  }
}

function isSignedBy(list: pkijs.CertificateRevocationList, issuer: X509Certificate): boolean {
  return verifySignature(new Uint8Array(list.tbsView), new Uint8Array(list.signatureValue.valueBlock.valueHexView), {
    key: issuer,
    algorithm: list.signatureAlgorithm.algorithmId,
  });
}
