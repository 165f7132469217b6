/**
 * Time stamps (RFC 3161): asked of an authority by its address, or made by the product's own trial authority. What comes back is checked
 * before it goes into a signature: granted, over our digest, with our nonce.
 */
import { createHash, randomBytes } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import * as pkijs from 'pkijs';
import { attributesFor, buffer, cmsOf } from './cms.server.ts';
import { oid } from './oids.ts';
import type { Signer, TimeStamper } from './signer.ts';

const imprint = (digest: Uint8Array) =>
  new pkijs.MessageImprint({
    hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 }),
    hashedMessage: new OctetString({ valueHex: buffer(digest) }),
  });

/** Throws when the authority does not answer within 10 seconds or answers something else. */
export function timeStamperAt(url: string): TimeStamper {
  return async (digest) => {
    const nonce = randomBytes(8);
    nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x01;
    const request = new pkijs.TimeStampReq({
      version: 1,
      messageImprint: imprint(digest),
      nonce: new Integer({ valueHex: buffer(nonce) }),
      certReq: true,
    });
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
      body: request.toSchema().toBER(),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) throw new Error(`the time-stamp authority answered ${answer.status}`);
    return tokenIn(new Uint8Array(await answer.arrayBuffer()), digest, nonce);
  };
}

function tokenIn(bytes: Uint8Array, digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  const response = pkijs.TimeStampResp.fromBER(buffer(bytes));
  if (response.status.status > 1 || !response.timeStampToken) throw new Error('the time-stamp authority refused');
  const token = new Uint8Array(response.timeStampToken.toSchema().toBER());
  const info = stampIn(token);
  const same = Buffer.compare(new Uint8Array(info.messageImprint.hashedMessage.valueBlock.valueHexView), digest) === 0;
  const ours = info.nonce && Buffer.compare(new Uint8Array(info.nonce.valueBlock.valueHexView), nonce) === 0;
  if (!same || !ours) throw new Error('the time stamp is not over what was sent');
  return token;
}

/** What a token says. Throws when it is none. */
export function stampIn(token: Uint8Array): pkijs.TSTInfo {
  return pkijs.TSTInfo.fromBER(buffer(contentOf(token)));
}

/** The bytes that its signature is over. */
export function contentOf(token: Uint8Array): Uint8Array {
  const content = pkijs.ContentInfo.fromBER(buffer(token));
  const signed = new pkijs.SignedData({ schema: content.content });
  const { eContent, eContentType } = signed.encapContentInfo;
  if (eContentType !== oid.timeStampInfo || !eContent) throw new Error('not a time stamp');
  return new Uint8Array(eContent.getValue());
}

/** The trial authority: no round over the network, and no more proof than the clock of this machine. */
export function trialStamper(signer: Signer, clock: () => Date): TimeStamper {
  return async (digest) => stampOf(signer, { digest, at: clock() });
}

type ToStamp = { readonly digest: Uint8Array; readonly at: Date; readonly nonce?: Integer | undefined };

export async function stampOf(signer: Signer, { digest, at, nonce }: ToStamp): Promise<Uint8Array> {
  const info = new pkijs.TSTInfo({
    version: 1,
    // Of the trial authority: no policy is registered for it.
    policy: '1.3.6.1.4.1.99999.1',
    messageImprint: imprint(digest),
    serialNumber: new Integer({ valueHex: buffer(Buffer.concat([Buffer.from([1]), randomBytes(15)])) }),
    genTime: new Date(Math.floor(at.getTime() / 1000) * 1000),
    ...(nonce && { nonce }),
  });
  const bytes = new Uint8Array(info.toSchema().toBER());
  const attributes = attributesFor(createHash('sha256').update(bytes).digest(), signer.certificate, oid.timeStampInfo);
  const { certificate, chain } = signer;
  const content = { type: oid.timeStampInfo, bytes };
  return cmsOf({ attributes, signature: await signer.sign(attributes), certificate, chain, content });
}

/** The answer of such an authority to a request that came over the network: for tests and for trying it out. */
export async function answerStampRequest(signer: Signer, request: Uint8Array, at: Date): Promise<Uint8Array> {
  const asked = pkijs.TimeStampReq.fromBER(buffer(request));
  const digest = new Uint8Array(asked.messageImprint.hashedMessage.valueBlock.valueHexView);
  const token = await stampOf(signer, { digest, at, nonce: asked.nonce });
  const response = new pkijs.TimeStampResp({
    status: new pkijs.PKIStatusInfo({ status: 0 }),
    timeStampToken: pkijs.ContentInfo.fromBER(buffer(token)),
  });
  return new Uint8Array(response.toSchema().toBER());
}
