/** For tests: a paper, and a person, a seal and a time-stamp authority below one root. */
import { constants, privateEncrypt } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expectOk } from '../app/kernel/result.ts';
import type { Paper } from '../app/platform/print/paper.ts';
import { renderPdf } from '../app/platform/print/pdf.server.ts';
import { signDigest } from '../app/platform/signing/cms.server.ts';
import type { Kept } from '../app/platform/signing/development-certificates.server.ts';
import { issueBelow, issueRoot, signerOf, yearsFrom } from '../app/platform/signing/development-certificates.server.ts';
import { embed, prepare } from '../app/platform/signing/prepare.server.ts';
import type { Signer, TimeStamper } from '../app/platform/signing/signer.ts';
import { trialStamper } from '../app/platform/signing/time-stamp.server.ts';
import type { Trust } from '../app/platform/signing/trust.server.ts';

export const at = new Date('2026-06-15T02:30:00Z');

export type Cast = {
  readonly root: Kept;
  readonly person: Signer;
  readonly seal: Signer;
  readonly stamper: Signer;
  readonly stamp: TimeStamper;
  readonly trust: Trust;
};

export async function newCast(): Promise<Cast> {
  const root = await issueRoot(at);
  const life = { from: yearsFrom(at, -1), until: yearsFrom(at, 2) };
  const one = async (kind: 'person' | 'seal' | 'stamper', name: string) =>
    signerOf(await issueBelow(root, { kind, name, unit: 'Tỉnh Mẫu' }, life));
  const stamper = await one('stamper', 'Dấu thời gian mẫu');
  return {
    root,
    person: await one('person', 'Người Mẫu Chủ Tịch'),
    seal: await one('seal', 'Ủy ban nhân dân tỉnh Mẫu'),
    stamper,
    stamp: trialStamper(stamper, () => at),
    trust: { roots: [Buffer.from(root.certificate, 'base64')], lists: [] },
  };
}

export const paper: Paper = {
  family: 'state',
  issuer: { name: 'Ủy ban nhân dân tỉnh Mẫu' },
  symbol: 'QĐ-UBND',
  number: '12',
  dated: { place: 'Mẫu', day: '2026-06-15' },
  kind: { name: 'Quyết định' },
  about: 'Về việc tặng Bằng khen',
  addressees: [],
  grounds: ['Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022'],
  body: [{ kind: 'paragraph', lead: 'Điều 1.', text: 'Tặng Bằng khen cho cá nhân mẫu' }],
  signature: { authority: [], office: 'Chủ tịch', name: 'Người Mẫu Chủ Tịch' },
  recipients: ['Như Điều 1'],
  archive: 'VT',
};

export async function newPaper(): Promise<Uint8Array> {
  return expectOk(await renderPdf(paper, at));
}

type By = { readonly field: string; readonly signer: Signer; readonly stamp?: TimeStamper | undefined };

export async function signWith(pdf: Uint8Array, { field, signer, stamp }: By): Promise<Uint8Array> {
  const isSeal = field === 'con-dau';
  const box = isSeal
    ? { page: 1, x: 300, y: 520, width: 102, height: 102 }
    : { page: 1, x: 368, y: 540, width: 130, height: 60 };
  const lines = isSeal ? ['TỈNH MẪU'] : ['Người Mẫu Chủ Tịch', '15/06/2026 09:30:00+07:00'];
  const mark = { box, colour: isSeal ? 'red' : 'blue', shape: isSeal ? 'seal' : 'box', lines } as const;
  const prepared = await prepare(pdf, { field, name: 'Người Mẫu', at, mark });
  return expectOk(embed(prepared, await signDigest(prepared.digest, signer, stamp)));
}

export async function signedTwice(cast: Cast, pdf: Uint8Array): Promise<Uint8Array> {
  const once = await signWith(pdf, { field: 'nguoi-ky', signer: cast.person, stamp: cast.stamp });
  return signWith(once, { field: 'con-dau', signer: cast.seal, stamp: cast.stamp });
}

export type Served = { readonly url: string; readonly close: () => Promise<void> };

/** A server of one answer, on a port of its own. */
export async function served(
  answer: (path: string, body: Buffer) => Promise<Buffer | object | number>,
): Promise<Served> {
  const server = createServer((request, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const said = await answer(request.url ?? '', Buffer.concat(parts));
      if (typeof said === 'number') response.writeHead(said).end();
      else if (Buffer.isBuffer(said)) response.end(said);
      else response.setHeader('Content-Type', 'application/json').end(JSON.stringify(said));
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Over a hash that is given, as such a service does (RFC 8017, 9.2: DigestInfo of SHA-256 before the hash). */
export function rawSignature(key: string, hash: Buffer): string {
  const pem = `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----`;
  const info = Buffer.concat([Buffer.from('3031300d060960864801650304020105000420', 'hex'), hash]);
  return privateEncrypt({ key: pem, padding: constants.RSA_PKCS1_PADDING }, info).toString('base64');
}
