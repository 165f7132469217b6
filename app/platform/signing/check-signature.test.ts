import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import { isBound } from './check-signature.server.ts';
import { buffer } from './cms.server.ts';
import { oid } from './oids.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** Bytes whose hash reads as an octet string of 30 octets: what a reader of ASN.1 takes for a member. */
function deceiving(): Uint8Array {
  for (let n = 0; ; n += 1) {
    const bytes = Buffer.from(`certificate ${n}`);
    const hash = sha256(bytes);
    if (hash[0] === 4 && hash[1] === 30) return bytes;
  }
}

/** As it stands in a signature (RFC 5035, SigningCertificateV2), read back from its bytes. */
function attributeOf(hash: Uint8Array, algorithm?: string) {
  const named = algorithm === undefined ? [] : [new Sequence({ value: [new ObjectIdentifier({ value: algorithm })] })];
  const id = new Sequence({ value: [...named, new OctetString({ valueHex: buffer(hash) })] });
  const whole = new Sequence({ value: [new Sequence({ value: [id] })] });
  return fromBER(whole.toBER()).result as unknown as Parameters<typeof isBound>[0];
}

test('a certificate is bound to its signature whatever its hash reads like', () => {
  const plain = Buffer.from('certificate');
  for (const bytes of [plain, deceiving()]) {
    assert.equal(isBound(attributeOf(sha256(bytes)), bytes), true);
    assert.equal(isBound(attributeOf(sha256(bytes), oid.sha256), bytes), true);
    assert.equal(isBound(attributeOf(createHash('sha512').update(bytes).digest(), oid.sha512), bytes), true);
  }
});

test('another certificate, an unknown hash and an attribute that is missing are not bound', () => {
  const plain = Buffer.from('certificate');
  assert.equal(isBound(attributeOf(sha256(plain)), deceiving()), false);
  assert.equal(isBound(attributeOf(sha256(plain), oid.data), plain), false);
  assert.equal(isBound(undefined, plain), false);
});
