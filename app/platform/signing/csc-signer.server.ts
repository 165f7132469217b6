/**
 * Remote signing by the Cloud Signature Consortium's API, version 2 (`credentials/info`, `credentials/authorize`, `signatures/signHash`):
 * only a hash leaves the product. The service's own access is by a bearer token in the configuration; how a person releases their key (PIN,
 * one-time password) is the service's, and what they typed is passed on and kept nowhere.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { oid } from './oids.ts';
import type { Signer } from './signer.ts';

export type CscService = { readonly url: string; readonly token: string };
export type CscKey = {
  readonly credentialId: string;
  readonly pin?: string | undefined;
  readonly otp?: string | undefined;
};

const info = z.object({
  key: z.object({ status: z.string(), algo: z.array(z.string()).min(1) }),
  cert: z.object({ status: z.string().optional(), certificates: z.array(z.string()).min(1) }),
});
const authorised = z.object({ SAD: z.string() });
const signedHash = z.object({ signatures: z.array(z.string()).length(1) });

/** Throws when the service does not answer or the key is not enabled. */
export async function cscSigner(service: CscService, { credentialId, pin, otp }: CscKey): Promise<Signer> {
  const found = info.parse(
    await ask(service, 'credentials/info', { credentialID: credentialId, certificates: 'chain', certInfo: true }),
  );
  if (found.key.status !== 'enabled') throw new Error(`the key ${credentialId} is ${found.key.status}`);
  const [certificate, ...chain] = found.cert.certificates.map((each) => new Uint8Array(Buffer.from(each, 'base64')));
  if (!certificate) throw new Error('the service gave no certificate');
  return {
    certificate,
    chain,
    sign: async (bytes) => {
      const hashes = [createHash('sha256').update(bytes).digest('base64')];
      const given = { ...(pin !== undefined && { PIN: pin }), ...(otp !== undefined && { OTP: otp }) };
      const common = { credentialID: credentialId, hashes, hashAlgorithmOID: oid.sha256 };
      const { SAD } = authorised.parse(
        await ask(service, 'credentials/authorize', { ...common, numSignatures: 1, ...given }),
      );
      const answer = await ask(service, 'signatures/signHash', { ...common, SAD, signAlgo: algorithmOf(certificate) });
      const [signature = ''] = signedHash.parse(answer).signatures;
      return new Uint8Array(Buffer.from(signature, 'base64'));
    },
  };
}

function algorithmOf(certificate: Uint8Array): string {
  return new X509Certificate(certificate).publicKey.asymmetricKeyType === 'ec' ? oid.ecdsaSha256 : oid.rsaSha256;
}

async function ask({ url, token }: CscService, method: string, body: object): Promise<unknown> {
  const answer = await fetch(`${url.replace(/\/$/, '')}/${method}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  });
  // What the service says in an error may hold what was typed: only its number goes on.
  if (!answer.ok) throw new Error(`the signing service answered ${answer.status} to ${method}`);
  return answer.json();
}
