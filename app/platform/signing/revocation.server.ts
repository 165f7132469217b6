/**
 * Whether a certificate was revoked, by answers (OCSP) and lists (CRL) at hand: from the folder of trust or out of the paper itself. Each counts only when the
 * issuer speaks by it. What was revoked after a proven time of signing leaves that signature good.
 */
import type { X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { verifySignature } from './check-signature.server.ts';
import { buffer } from './cms.server.ts';
import { statusIn } from './ocsp.server.ts';

export type Evidence = {
  /** DER of lists and of answers. */
  readonly lists: readonly Uint8Array[];
  readonly responses: readonly Uint8Array[];
};
export type Revocation = 'revoked' | 'revoked_since' | 'good' | 'unknown';

type Said = { readonly revokedAt: Date | undefined; readonly isRevoked: boolean; readonly until: Date | undefined };

export function revocationOf(one: X509Certificate, issuer: X509Certificate | undefined, evidence: Evidence, at: Date) {
  const said = issuer ? [...saidByLists(one, issuer, evidence), ...saidByAnswers(one, issuer, evidence)] : [];
  let state: Revocation = 'unknown';
  for (const { isRevoked, revokedAt, until } of said) {
    // Without a time it is taken for the worst.
    if (isRevoked && (!revokedAt || revokedAt <= at)) return 'revoked';
    if (isRevoked) state = 'revoked_since';
    // Nothing is said of a day after the next one was due.
    else if (until && at <= until && state === 'unknown') state = 'good';
  }
  return state;
}

function saidByLists(one: X509Certificate, issuer: X509Certificate, { lists }: Evidence): readonly Said[] {
  const serial = BigInt(`0x${one.serialNumber}`);
  return lists.flatMap((each) => {
    const list = listBy(each, issuer);
    if (!list) return [];
    const found = list.revokedCertificates?.find(({ userCertificate }) => userCertificate.toBigInt() === serial);
    return [{ isRevoked: Boolean(found), revokedAt: found?.revocationDate.value, until: list.nextUpdate?.value }];
  });
}

function saidByAnswers(
  certificate: X509Certificate,
  issuer: X509Certificate,
  { responses }: Evidence,
): readonly Said[] {
  return responses.flatMap((each) => {
    const status = statusIn(each, { certificate, issuer });
    if (!status || status.state === 'unknown') return [];
    const { revokedAt, nextUpdate, thisUpdate } = status;
    return [{ isRevoked: status.state === 'revoked', revokedAt, until: nextUpdate ?? thisUpdate }];
  });
}

/** Only when the list is signed by that issuer. */
export function listBy(bytes: Uint8Array, issuer: X509Certificate): pkijs.CertificateRevocationList | undefined {
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
