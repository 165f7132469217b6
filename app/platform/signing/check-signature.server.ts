/** Whether bytes were signed by the key of a certificate, with the few algorithms that are trusted today. */
import { constants, createHash, timingSafeEqual, verify, X509Certificate } from 'node:crypto';
import { OctetString } from 'asn1js';
import * as pkijs from 'pkijs';
import { buffer } from './cms.server.ts';
import { oid } from './oids.ts';
import type { SignatureFault } from './verdict.ts';

const digests: Readonly<Record<string, string>> = {
  [oid.sha256]: 'sha256',
  [oid.sha384]: 'sha384',
  [oid.sha512]: 'sha512',
};
const ecdsa: Readonly<Record<string, string>> = {
  [oid.ecdsaSha256]: 'sha256',
  [oid.ecdsaSha384]: 'sha384',
  [oid.ecdsaSha512]: 'sha512',
};
const rsa: Readonly<Record<string, string>> = {
  [oid.rsaSha256]: 'sha256',
  [oid.rsaSha384]: 'sha384',
  [oid.rsaSha512]: 'sha512',
};

type By = { readonly key: X509Certificate; readonly algorithm: string; readonly digest?: string | undefined };

export function verifySignature(bytes: Uint8Array, signature: Uint8Array, { key, algorithm, digest }: By): boolean {
  const { publicKey } = key;
  if (publicKey.asymmetricKeyType === 'ec') {
    const hash = ecdsa[algorithm];
    return hash !== undefined && verify(hash, bytes, { key: publicKey, dsaEncoding: 'der' }, signature);
  }
  // Some write the key's own name and leave the hash to the digest beside it.
  const hash = rsa[algorithm] ?? (algorithm === oid.rsa ? digest : undefined);
  const isLong = (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
  return (
    hash !== undefined &&
    isLong &&
    verify(hash, bytes, { key: publicKey, padding: constants.RSA_PKCS1_PADDING }, signature)
  );
}

export type OpenedCms = {
  readonly certificate: Uint8Array;
  readonly others: readonly Uint8Array[];
  readonly signature: Uint8Array;
  readonly timeStamp: Uint8Array | undefined;
  readonly faults: readonly SignatureFault[];
};

type Content = { readonly type: string; readonly hash: (algorithm: string) => Uint8Array };

/** Undefined when it is no CMS with one signer whose certificate is there. */
export function openCms(bytes: Uint8Array, content: Content): OpenedCms | undefined {
  try {
    return opened(bytes, content);
  } catch {
    return undefined;
  }
}

function opened(bytes: Uint8Array, content: Content): OpenedCms | undefined {
  const whole = pkijs.ContentInfo.fromBER(buffer(bytes));
  if (whole.contentType !== oid.signedData) return undefined;
  const signed = new pkijs.SignedData({ schema: whole.content });
  const [info] = signed.signerInfos;
  const certificates = (signed.certificates ?? []).filter((each) => each instanceof pkijs.Certificate);
  if (!info || signed.signerInfos.length !== 1 || !(info.sid instanceof pkijs.IssuerAndSerialNumber)) return undefined;
  const { sid } = info;
  const own = certificates.find(
    (each) => each.issuer.isEqual(sid.issuer) && each.serialNumber.isEqual(sid.serialNumber),
  );
  if (!own || !info.signedAttrs) return undefined;
  const certificate = der(own);
  return {
    certificate,
    others: certificates.filter((each) => each !== own).map(der),
    signature: new Uint8Array(info.signature.valueBlock.valueHexView),
    timeStamp: timeStampOf(info),
    faults: faultsOf(info, certificate, content),
  };
}

const der = (certificate: pkijs.Certificate) => new Uint8Array(certificate.toSchema().toBER());

function faultsOf(info: pkijs.SignerInfo, certificate: Uint8Array, content: Content): readonly SignatureFault[] {
  const attributes = info.signedAttrs;
  const hash = digests[info.digestAlgorithm.algorithmId];
  if (!attributes || hash === undefined) return ['weak'];
  const value = (type: string) =>
    attributes.attributes.find((each) => each.type === type)?.values[0] as Value | undefined;
  const faults: SignatureFault[] = [];
  const digest = value(oid.messageDigest)?.valueBlock.valueHexView;
  if (!digest || !same(new Uint8Array(digest), content.hash(hash))) faults.push('changed');
  const set = new Uint8Array(attributes.encodedValue);
  const by = { key: new X509Certificate(certificate), algorithm: info.signatureAlgorithm.algorithmId, digest: hash };
  const isType = value(oid.contentType)?.valueBlock.toString() === content.type;
  if (!isType || !verifySignature(set, new Uint8Array(info.signature.valueBlock.valueHexView), by))
    faults.push('signature_wrong');
  if (!isBound(value(oid.signingCertificateV2), certificate)) faults.push('certificate_not_bound');
  return faults;
}

/** What asn1js parsed, as far as it is read here. */
type Value = {
  readonly valueBlock: {
    readonly valueHexView?: Uint8Array;
    readonly value?: readonly Value[];
    readonly toString: () => string;
  };
};

/** ESSCertIDv2 (RFC 5035): the hash of the certificate, by SHA-256 where nothing else is named. */
export function isBound(attribute: Value | undefined, certificate: Uint8Array): boolean {
  const parts = attribute?.valueBlock.value?.[0]?.valueBlock.value?.[0]?.valueBlock.value ?? [];
  const [first, second] = parts;
  // Told by its type: a hash that happens to read as ASN.1 (one in some hundreds) also has members.
  const isDefault = first instanceof OctetString;
  const named = first?.valueBlock.value?.[0]?.valueBlock.toString() ?? '';
  const algorithm = isDefault ? 'sha256' : digests[named];
  const hash = (isDefault ? first : second)?.valueBlock.valueHexView;
  if (algorithm === undefined || !hash) return false;
  return same(new Uint8Array(hash), createHash(algorithm).update(certificate).digest());
}

function timeStampOf(info: pkijs.SignerInfo): Uint8Array | undefined {
  const found = info.unsignedAttrs?.attributes.find(({ type }) => type === oid.timeStampToken);
  const value = found?.values[0] as { toBER: () => ArrayBuffer } | undefined;
  return value && new Uint8Array(value.toBER());
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
