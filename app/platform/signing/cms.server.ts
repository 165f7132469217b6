/**
 * The signature itself: CMS (RFC 5652) as CAdES wants it inside a PDF (ETSI EN 319 122-1, 319 142-1): content type, digest and the
 * hash of the signer's certificate are signed; no signing time in here, the PDF says it and the time stamp proves it.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import * as pkijs from 'pkijs';
import type { Signer, TimeStamper } from './signer.ts';
import { oid } from './oids.ts';

/** DER of the signed attributes as they are hashed: a SET. */
export function attributesFor(digest: Uint8Array, certificate: Uint8Array, contentType: string = oid.data): Uint8Array {
  const attributes = [
    attribute(oid.contentType, new ObjectIdentifier({ value: contentType })),
    attribute(oid.messageDigest, new OctetString({ valueHex: buffer(digest) })),
    attribute(oid.signingCertificateV2, certificateId(certificate)),
  ];
  // A SET in DER is sorted by its members' bytes; the readers that check signatures do not sort for us.
  const sorted = attributes
    .map((each) => Buffer.from(each.toSchema().toBER()))
    .toSorted((a, b) => Buffer.compare(a, b));
  return asSet(Buffer.concat(sorted));
}

function asSet(members: Buffer): Buffer {
  const { length } = members;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([0x31, ...size]), members]);
}

const attribute = (type: string, value: object) => new pkijs.Attribute({ type, values: [value] });

/** ESSCertIDv2 of SHA-256, which is its default and so left out. */
function certificateId(certificate: Uint8Array): Sequence {
  const hash = createHash('sha256').update(certificate).digest();
  const { issuer, serialNumber } = parsedOnce(certificate);
  const names = new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: 4, value: issuer })] });
  const issuerSerial = new pkijs.IssuerSerial({ issuer: names, serialNumber });
  const id = new Sequence({ value: [new OctetString({ valueHex: buffer(hash) }), issuerSerial.toSchema()] });
  return new Sequence({ value: [new Sequence({ value: [id] })] });
}

/** By the bytes. Those of this installation sign again and again, and to take one apart costs more than to sign; a stranger's come through other ways (verify.server.ts). */
const parsed = new Map<string, pkijs.Certificate>();
const mostParsed = 200;

function parsedOnce(certificate: Uint8Array): pkijs.Certificate {
  const key = Buffer.from(certificate).toString('base64');
  const found = parsed.get(key) ?? pkijs.Certificate.fromBER(buffer(certificate));
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(key, found);
  return found;
}

export type Signed = {
  readonly attributes: Uint8Array;
  readonly signature: Uint8Array;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly timeStamp?: Uint8Array | undefined;
  /** Of a time stamp, what is stamped; a signature on a PDF holds nothing. */
  readonly content?: { readonly type: string; readonly bytes: Uint8Array } | undefined;
};

export function cmsOf({ attributes, signature, certificate, chain, timeStamp, content }: Signed): Uint8Array {
  const signer = parsedOnce(certificate);
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
    digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: attributesIn(attributes) }),
    signatureAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: signatureOid(certificate) }),
    signature: new OctetString({ valueHex: buffer(signature) }),
  });
  if (timeStamp) {
    const token = attribute(oid.timeStampToken, fromBER(buffer(timeStamp)).result);
    info.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [token] });
  }
  const signedData = new pkijs.SignedData({
    version: content ? 3 : 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: content?.type ?? oid.data,
      ...(content && { eContent: new OctetString({ valueHex: buffer(content.bytes) }) }),
    }),
    digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 })],
    certificates: [certificate, ...chain].map(parsedOnce),
    signerInfos: [info],
  });
  const whole = new pkijs.ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) });
  return new Uint8Array(whole.toSchema().toBER());
}

function attributesIn(set: Uint8Array): pkijs.Attribute[] {
  const parsed = fromBER(buffer(set)).result.valueBlock as unknown as { readonly value: readonly object[] };
  return parsed.value.map((schema) => new pkijs.Attribute({ schema }));
}

function signatureOid(certificate: Uint8Array): string {
  const kind = new X509Certificate(certificate).publicKey.asymmetricKeyType;
  return kind === 'ec' ? oid.ecdsaSha256 : oid.rsaSha256;
}

/** Signs a digest; the time stamp is over the signature (ETSI EN 319 122-1, 5.3). */
export async function signDigest(digest: Uint8Array, signer: Signer, stamp?: TimeStamper): Promise<Uint8Array> {
  const attributes = attributesFor(digest, signer.certificate);
  const signature = await signer.sign(attributes);
  const timeStamp = stamp && (await stamp(createHash('sha256').update(signature).digest()));
  return cmsOf({ attributes, signature, certificate: signer.certificate, chain: signer.chain, timeStamp });
}

/** A copy that owns its memory, as asn1js asks for. */
export function buffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
