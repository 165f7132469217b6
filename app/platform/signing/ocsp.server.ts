/**
 * Online certificate status (RFC 6960): a question about one certificate, and an answer that counts only when the issuer signed it, or a responder that the
 * issuer named for that. Answers are kept in papers (PAdES B-LT), so they are judged for the day of a signature, not for today.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { Constructed, Enumerated, GeneralizedTime, Null, OctetString, Primitive } from 'asn1js';
import * as pkijs from 'pkijs';
import { verifySignature } from './check-signature.server.ts';
import { buffer } from './cms.server.ts';
import { oid } from './oids.ts';

export type Status = {
  readonly state: 'good' | 'revoked' | 'unknown';
  readonly revokedAt: Date | undefined;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | undefined;
};

const hashes: Readonly<Record<string, string>> = { [oid.sha1]: 'sha1', [oid.sha256]: 'sha256' };

type Pair = { readonly certificate: X509Certificate; readonly issuer: X509Certificate };

function idOf({ certificate, issuer }: Pair, algorithm: string): pkijs.CertID {
  const above = pkijs.Certificate.fromBER(buffer(issuer.raw));
  const hash = (bytes: ArrayBuffer | Uint8Array) =>
    new OctetString({
      valueHex: buffer(
        createHash(hashes[algorithm] ?? 'sha1')
          .update(new Uint8Array(bytes))
          .digest(),
      ),
    });
  return new pkijs.CertID({
    hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: algorithm, algorithmParams: new Null() }),
    issuerNameHash: hash(above.subject.toSchema().toBER()),
    issuerKeyHash: hash(above.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView),
    serialNumber: pkijs.Certificate.fromBER(buffer(certificate.raw)).serialNumber,
  });
}

/** By SHA-1, the one form of the question that every responder answers; nothing rests on that hash. */
export function statusRequest(pair: Pair): Uint8Array {
  const request = new pkijs.OCSPRequest();
  request.tbsRequest.requestList = [new pkijs.Request({ reqCert: idOf(pair, oid.sha1) })];
  return new Uint8Array(request.toSchema(true).toBER());
}

/** Undefined when it says nothing of that certificate, or nobody who may speak for the issuer signed it. */
export function statusIn(response: Uint8Array, pair: Pair): Status | undefined {
  try {
    return read(response, pair);
  } catch {
    return undefined;
  }
}

function read(response: Uint8Array, pair: Pair): Status | undefined {
  const { responseStatus, responseBytes } = pkijs.OCSPResponse.fromBER(buffer(response));
  if (responseStatus.valueBlock.valueDec !== 0 || responseBytes?.responseType !== oid.basicResponse) return undefined;
  const basic = pkijs.BasicOCSPResponse.fromBER(buffer(responseBytes.response.valueBlock.valueHexView));
  if (!isSpokenFor(basic, pair.issuer)) return undefined;
  const own = basic.tbsResponseData.responses.find(({ certID }) =>
    certID.isEqual(idOf(pair, certID.hashAlgorithm.algorithmId)),
  );
  if (!own) return undefined;
  const { thisUpdate, nextUpdate } = own;
  return { ...stateIn(own.certStatus as Choice), thisUpdate, nextUpdate };
}

/** What asn1js parsed of the choice: [0] good, [1] revoked with its time, [2] unknown. */
type Choice = {
  readonly idBlock: { readonly tagNumber: number };
  readonly valueBlock: { readonly value?: readonly { readonly toDate?: () => Date }[] };
};

function stateIn({ idBlock, valueBlock }: Choice): Pick<Status, 'state' | 'revokedAt'> {
  if (idBlock.tagNumber === 0) return { state: 'good', revokedAt: undefined };
  if (idBlock.tagNumber !== 1) return { state: 'unknown', revokedAt: undefined };
  return { state: 'revoked', revokedAt: valueBlock.value?.[0]?.toDate?.() };
}

/** The issuer itself, or one whose certificate it issued for signing such answers (RFC 6960, 4.2.2.2), valid when it answered. */
function isSpokenFor(basic: pkijs.BasicOCSPResponse, issuer: X509Certificate): boolean {
  const { producedAt, tbsView } = basic.tbsResponseData;
  const named = (basic.certs ?? [])
    .map((each) => new X509Certificate(new Uint8Array(each.toSchema().toBER())))
    .filter((each) => mayAnswer(each, issuer, producedAt));
  const signature = new Uint8Array(basic.signature.valueBlock.valueHexView);
  const { algorithmId: algorithm } = basic.signatureAlgorithm;
  return [issuer, ...named].some((key) => verifySignature(new Uint8Array(tbsView), signature, { key, algorithm }));
}

function mayAnswer(one: X509Certificate, issuer: X509Certificate, at: Date): boolean {
  const uses = one.keyUsage as readonly string[] | undefined;
  const isInTime = one.validFromDate <= at && at <= one.validToDate;
  return (
    uses?.includes(oid.ocspSigning) === true && isInTime && one.checkIssued(issuer) && one.verify(issuer.publicKey)
  );
}

const good = () => new Primitive({ idBlock: { tagClass: 3, tagNumber: 0 } });
const revokedAt = (valueDate: Date) =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber: 1 }, value: [new GeneralizedTime({ valueDate })] });

export type ToAnswer = {
  readonly issuer: Uint8Array;
  /** By their serial numbers as hex. */
  readonly revoked: ReadonlyMap<string, Date>;
  readonly key: CryptoKey;
  readonly responder?: Uint8Array | undefined;
  readonly at: Date;
};

/** The answer of such a responder to one question: for tests and for trying it out. */
export async function answerStatusRequest(request: Uint8Array, by: ToAnswer): Promise<Uint8Array> {
  const [asked] = pkijs.OCSPRequest.fromBER(buffer(request)).tbsRequest.requestList;
  if (!asked) throw new Error('nothing was asked');
  const serial = Buffer.from(asked.reqCert.serialNumber.valueBlock.valueHexView).toString('hex').toUpperCase();
  const when = by.revoked.get(serial);
  const basic = new pkijs.BasicOCSPResponse();
  const above = pkijs.Certificate.fromBER(buffer(by.responder ?? by.issuer));
  basic.tbsResponseData.responderID = above.subject;
  basic.tbsResponseData.producedAt = by.at;
  basic.tbsResponseData.responses = [
    new pkijs.SingleResponse({
      certID: asked.reqCert,
      certStatus: when ? revokedAt(when) : good(),
      thisUpdate: by.at,
      nextUpdate: new Date(by.at.getTime() + 86_400_000),
    }),
  ];
  if (by.responder) basic.certs = [pkijs.Certificate.fromBER(buffer(by.responder))];
  await basic.sign(by.key, 'SHA-256');
  const response = new pkijs.OCSPResponse({
    responseStatus: new Enumerated({ value: 0 }),
    responseBytes: new pkijs.ResponseBytes({
      responseType: oid.basicResponse,
      response: new OctetString({ valueHex: basic.toSchema().toBER(false) }),
    }),
  });
  return new Uint8Array(response.toSchema().toBER(false));
}
