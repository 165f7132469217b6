/** The credential signed with the installation's own key, which its public half is published for at `/.well-known/did.json` and `jwks.json`. */
import { createPublicKey, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { calculateJwkThumbprint, exportJWK, SignJWT } from 'jose';
import { newId } from '../../platform/id.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { signingFolder } from '../../platform/signing/desk.server.ts';
import { awardNameOn } from '../awards/text.ts';
import type { CertificateRow } from './certificate.server.ts';
import { credentialOf, didOf } from './credential.ts';
import { credentialText } from './text.ts';

type Needs = Pick<Services, 'config' | 'seal'>;

/** Open Badges 3.0 asks for RS256 at least. */
const algorithm = 'RS256';

export async function credentialJwt(needs: Needs, row: CertificateRow, base: string): Promise<string> {
  const { key, kid } = await issuerKey(needs);
  const did = didOf(base);
  const page = `${base}/xac-minh/${row.code}`;
  const id = `${page}/chung-chi.jwt`;
  const award = {
    id: `${base}/khen-thuong/danh-muc#${row.awardCode}`,
    name: awardNameOn(row.awardCode, row.decidedOn),
  };
  const said = credentialText(row);
  const credential = credentialOf({
    id,
    issuer: { id: did, name: row.content.issuer },
    name: row.name,
    award,
    ...said,
    from: row.issuedAt,
    page,
  });
  return new SignJWT({ ...credential })
    .setProtectedHeader({ alg: algorithm, typ: 'vc+jwt', kid: `${did}#${kid}` })
    .setIssuer(did)
    .setJti(id)
    .setSubject(page)
    .setNotBefore(Math.floor(row.issuedAt.getTime() / 1000))
    .sign(key);
}

/** Called there by the same name as in the credential and in the DID document. */
export async function publicKeys(needs: Needs, base: string): Promise<{ readonly keys: readonly JWK[] }> {
  const { publicJwk, kid } = await issuerKey(needs);
  return { keys: [{ ...publicJwk, kid: `${didOf(base)}#${kid}` }] };
}

export async function didDocument(needs: Needs, base: string): Promise<object> {
  const { publicJwk, kid } = await issuerKey(needs);
  const did = didOf(base);
  const method = { id: `${did}#${kid}`, type: 'JsonWebKey2020', controller: did, publicKeyJwk: publicJwk };
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
    id: did,
    verificationMethod: [method],
    assertionMethod: [method.id],
  };
}

type IssuerKey = { readonly key: KeyObject; readonly publicJwk: JWK; readonly kid: string };
const known = new Map<string, Promise<IssuerKey>>();

function issuerKey(needs: Needs): Promise<IssuerKey> {
  const path = join(signingFolder(needs.config.dataDir), 'credential-issuer.key');
  const found = known.get(path) ?? readOrMake(needs, path);
  known.set(path, found);
  found.catch(() => known.delete(path));
  return found;
}

/** Made on first use, sealed; another process that was faster keeps its own, and that is taken. */
async function readOrMake({ seal }: Needs, path: string): Promise<IssuerKey> {
  const there = await readFile(path).catch(() => undefined);
  if (there) return keyOf(seal.open('signing.credential', there));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const part = `${path}.${newId()}`;
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await writeFile(part, seal.seal('signing.credential', pem), { mode: 0o600 });
  await link(part, path).catch(() => undefined);
  await unlink(part);
  return keyOf(seal.open('signing.credential', await readFile(path)));
}

async function keyOf(pem: string): Promise<IssuerKey> {
  const key = createPrivateKey(pem);
  const jwk = await exportJWK(createPublicKey(key));
  const kid = await calculateJwkThumbprint(jwk);
  return { key, kid, publicJwk: { ...jwk, kid, alg: algorithm, use: 'sig' } };
}
