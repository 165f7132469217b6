/**
 * Certificates of development and tests: a root, and below it those of persons, seals and time stamps. Every one says in its name that it
 * is for trying out and has no legal value (`signingText.trial`).
 */
import { createHash, randomBytes, sign, webcrypto } from 'node:crypto';
import { BitString, Integer, ObjectIdentifier, OctetString, PrintableString, Sequence, Set, Utf8String } from 'asn1js';
import * as pkijs from 'pkijs';
import { buffer } from './cms.server.ts';
import { oid } from './oids.ts';
import type { Signer } from './signer.ts';
import { signingText } from './text.ts';

export type Owner = {
  readonly kind: 'person' | 'seal' | 'stamper' | 'responder';
  readonly id: string;
  readonly name: string;
  readonly unit?: string | undefined;
};
/** Base64: DER of the certificate, PKCS#8 of its key. */
export type Kept = { readonly certificate: string; readonly key: string };
/** `keys`: remote services mostly hold RSA; what is made here is EC. */
export type Life = {
  readonly from: Date;
  readonly until: Date;
  readonly keys?: 'ec' | 'rsa';
  /** Where its status is asked for. */
  readonly ocsp?: string;
  readonly list?: string;
};

export const yearsFrom = (at: Date, count: number) => new Date(at.getTime() + count * 365 * 86_400_000);

export function signerOf(own: Kept): Signer {
  const key = `-----BEGIN PRIVATE KEY-----\n${own.key}\n-----END PRIVATE KEY-----`;
  return {
    certificate: Buffer.from(own.certificate, 'base64'),
    chain: [],
    sign: async (bytes) => sign('sha256', bytes, { key, dsaEncoding: 'der' }),
  };
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;
const newKeys = (kind: 'ec' | 'rsa' = 'ec') =>
  webcrypto.subtle.generateKey(kind === 'ec' ? curve : rsa, true, ['sign', 'verify']);

export async function issueRoot(at: Date): Promise<Kept> {
  const keys = await newKeys();
  const certificate = blank({ from: yearsFrom(at, -1), until: yearsFrom(at, 10) });
  certificate.subject = nameOf({ name: signingText.authority });
  certificate.issuer = certificate.subject;
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey);
  // Signing certificates and lists of revoked ones.
  certificate.extensions = [basic(true), keyUsage(0x06), keyId(certificate)];
  return signed(certificate, keys.privateKey, keys.privateKey);
}

export async function issueBelow(above: Kept, owner: Omit<Owner, 'id'>, life: Life): Promise<Kept> {
  const keys = await newKeys(life.keys);
  const issuer = pkijs.Certificate.fromBER(buffer(Buffer.from(above.certificate, 'base64')));
  const certificate = blank(life);
  certificate.subject = nameOf(owner);
  certificate.issuer = issuer.subject;
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey as CryptoKey);
  const isStamper = owner.kind === 'stamper';
  certificate.extensions = [
    basic(false),
    // digitalSignature, and for papers nonRepudiation.
    keyUsage(isStamper ? 0x80 : 0xc0),
    ...(isStamper ? [useFor(oid.timeStamping)] : []),
    ...(owner.kind === 'responder' ? [useFor(oid.ocspSigning)] : []),
    ...askedAt(life),
    keyId(certificate),
    authorityKeyId(issuer),
  ];
  return signed(certificate, keys.privateKey, await privateKey(above));
}

/** A list of revoked certificates (RFC 5280). */
export async function revocationList(above: Kept, revoked: readonly Uint8Array[], at: Date): Promise<Uint8Array> {
  const list = new pkijs.CertificateRevocationList({ version: 1 });
  list.issuer = pkijs.Certificate.fromBER(buffer(Buffer.from(above.certificate, 'base64'))).subject;
  list.thisUpdate = new pkijs.Time({ type: 0, value: at });
  list.nextUpdate = new pkijs.Time({ type: 0, value: yearsFrom(at, 1) });
  list.revokedCertificates = revoked.map((each) => {
    const { serialNumber } = pkijs.Certificate.fromBER(buffer(each));
    return new pkijs.RevokedCertificate({
      userCertificate: serialNumber,
      revocationDate: new pkijs.Time({ value: at }),
    });
  });
  await list.sign((await privateKey(above)) as CryptoKey, 'SHA-256');
  return new Uint8Array(list.toSchema(true).toBER());
}

function blank({ from, until }: Life): pkijs.Certificate {
  const certificate = new pkijs.Certificate({ version: 2 });
  certificate.serialNumber = new Integer({ valueHex: buffer(Buffer.concat([Buffer.from([1]), randomBytes(15)])) });
  certificate.notBefore.value = from;
  certificate.notAfter.value = until;
  return certificate;
}

/** One part after the other, as authorities write them. */
function nameOf({
  name,
  unit,
}: {
  readonly name: string;
  readonly unit?: string | undefined;
}): pkijs.RelativeDistinguishedNames {
  const part = (type: string, value: PrintableString | Utf8String) =>
    new Set({ value: [new pkijs.AttributeTypeAndValue({ type, value }).toSchema()] });
  const said = (type: string, value: string) => part(type, new Utf8String({ value }));
  const parts = new Sequence({
    value: [
      part('2.5.4.6', new PrintableString({ value: 'VN' })),
      ...(unit === undefined ? [] : [said('2.5.4.10', unit)]),
      said('2.5.4.11', signingText.trial),
      said('2.5.4.3', name),
    ],
  });
  return pkijs.RelativeDistinguishedNames.fromBER(parts.toBER());
}

const extension = (extnID: string, value: { toBER: () => ArrayBuffer }, critical = true) =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });

const basic = (cA: boolean) => extension('2.5.29.19', new pkijs.BasicConstraints({ cA }).toSchema());

function keyUsage(bits: number): pkijs.Extension {
  const unusedBits = Math.clz32((bits & -bits) >>> 0) === 32 ? 0 : 31 - Math.clz32(bits & -bits);
  return extension(oid.keyUsage, new BitString({ valueHex: buffer(Buffer.from([bits])), unusedBits }));
}

const useFor = (value: string) =>
  extension(oid.extendedKeyUsage, new Sequence({ value: [new ObjectIdentifier({ value })] }));

function askedAt({ ocsp, list }: Life): readonly pkijs.Extension[] {
  const name = (value: string) => new pkijs.GeneralName({ type: 6, value });
  const access = (url: string) =>
    new pkijs.InfoAccess({
      accessDescriptions: [new pkijs.AccessDescription({ accessMethod: oid.ocsp, accessLocation: name(url) })],
    });
  const points = (url: string) =>
    new pkijs.CRLDistributionPoints({
      distributionPoints: [new pkijs.DistributionPoint({ distributionPoint: [name(url)] })],
    });
  return [
    ...(ocsp === undefined ? [] : [extension(oid.authorityAccess, access(ocsp).toSchema(), false)]),
    ...(list === undefined ? [] : [extension(oid.listPlaces, points(list).toSchema(), false)]),
  ];
}

function idOfKey(certificate: pkijs.Certificate): ArrayBuffer {
  const bits = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return buffer(createHash('sha1').update(new Uint8Array(bits)).digest());
}

const keyId = (certificate: pkijs.Certificate) =>
  extension('2.5.29.14', new OctetString({ valueHex: idOfKey(certificate) }), false);

function authorityKeyId(issuer: pkijs.Certificate): pkijs.Extension {
  const keyIdentifier = new OctetString({ valueHex: idOfKey(issuer) });
  return extension('2.5.29.35', new pkijs.AuthorityKeyIdentifier({ keyIdentifier }).toSchema(), false);
}

export function privateKey({ key }: Kept): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', Buffer.from(key, 'base64'), curve, false, ['sign']);
}

async function signed(
  certificate: pkijs.Certificate,
  own: webcrypto.CryptoKey,
  by: webcrypto.CryptoKey,
): Promise<Kept> {
  await certificate.sign(by as CryptoKey, 'SHA-256');
  const der = Buffer.from(certificate.toSchema(true).toBER());
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', own);
  return { certificate: der.toString('base64'), key: Buffer.from(pkcs8).toString('base64') };
}
