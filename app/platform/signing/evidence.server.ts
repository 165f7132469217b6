/**
 * What proves years later that the certificates of a signature were not revoked when it was made (PAdES B-LT, ETSI EN 319 142-1, 5.4): asked of the
 * authorities when it is signed, put into the paper as a document security store (DSS). Nothing is asked when a stranger's file is verified.
 */
import { X509Certificate } from 'node:crypto';
import { PDF, PdfArray, PdfDict, PdfName, PdfRef, PdfStream } from '@libpdf/core';
import * as pkijs from 'pkijs';
import { openCms } from './check-signature.server.ts';
import { buffer } from './cms.server.ts';
import { trimmed } from './hole.ts';
import { oid } from './oids.ts';
import { signaturesIn } from './read-pdf.server.ts';
import { statusIn, statusRequest } from './ocsp.server.ts';
import { listBy } from './revocation.server.ts';
import type { Trust } from './trust.server.ts';
import { climb } from './trust.server.ts';

export type Gathered = {
  readonly certificates: readonly Uint8Array[];
  readonly lists: readonly Uint8Array[];
  readonly responses: readonly Uint8Array[];
};

const largest = 2 * 1024 * 1024;
const seconds = 5;

/** Of every certificate of every signature and time stamp that stands below a trusted root. What does not answer is left out. */
export async function gatherEvidence(pdf: Uint8Array, trust: Trust): Promise<Gathered> {
  const file = await PDF.load(pdf);
  const found = new Map<string, Uint8Array>();
  const answers = { lists: new Map<string, Uint8Array>(), responses: new Map<string, Uint8Array>() };
  for (const chain of signaturesIn(file).flatMap(({ contents }) => chainsIn(contents, trust))) {
    for (const [nth, one] of chain.entries()) {
      found.set(one.fingerprint256, one.raw);
      const issuer = chain[nth + 1];
      if (!issuer || answers.lists.has(one.fingerprint256) || answers.responses.has(one.fingerprint256)) continue;
      const response = await askStatus(one, issuer);
      if (response) answers.responses.set(one.fingerprint256, response);
      const list = response ? undefined : await askList(one, issuer);
      if (list) answers.lists.set(one.fingerprint256, list);
    }
  }
  return {
    certificates: [...found.values()],
    lists: [...answers.lists.values()],
    responses: [...answers.responses.values()],
  };
}

/** The signer's and the stamper's, up to the root; none when it is not trusted, so that no stranger chooses whom this product asks. */
function chainsIn(contents: Uint8Array, trust: Trust): readonly (readonly X509Certificate[])[] {
  const anything = { type: oid.data, hash: () => new Uint8Array() };
  const cms = openCms(trimmed(contents), anything);
  if (!cms) return [];
  const stamp = cms.timeStamp && openCms(cms.timeStamp, anything);
  return [cms, ...(stamp ? [stamp] : [])].flatMap(({ certificate, others }) => {
    const { certificates, isTrusted } = climb(new X509Certificate(certificate), others, trust.roots);
    return isTrusted ? [certificates] : [];
  });
}

async function askStatus(certificate: X509Certificate, issuer: X509Certificate): Promise<Uint8Array | undefined> {
  for (const url of placesIn(certificate).ocsp) {
    const pair = { certificate, issuer };
    const answer = await ask(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/ocsp-request', Accept: 'application/ocsp-response' },
      body: new Uint8Array(statusRequest(pair)),
    });
    if (answer && statusIn(answer, pair)) return answer;
  }
  return undefined;
}

async function askList(certificate: X509Certificate, issuer: X509Certificate): Promise<Uint8Array | undefined> {
  for (const url of placesIn(certificate).lists) {
    const answer = await ask(url, {});
    if (answer && listBy(answer, issuer)) return answer;
  }
  return undefined;
}

async function ask(url: string, init: RequestInit): Promise<Uint8Array | undefined> {
  try {
    const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(seconds * 1000) });
    if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > largest) return undefined;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return bytes.length <= largest ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Addresses that a certificate names for answers and lists; http and https alone. */
export function placesIn(certificate: X509Certificate): {
  readonly ocsp: readonly string[];
  readonly lists: readonly string[];
} {
  const { extensions = [] } = pkijs.Certificate.fromBER(buffer(certificate.raw));
  const parsed = (id: string) => extensions.find(({ extnID }) => extnID === id)?.parsedValue as unknown;
  const access = parsed(oid.authorityAccess) as pkijs.InfoAccess | undefined;
  const points = parsed(oid.listPlaces) as pkijs.CRLDistributionPoints | undefined;
  const ocsp = (access?.accessDescriptions ?? [])
    .filter(({ accessMethod }) => accessMethod === oid.ocsp)
    .map(({ accessLocation }) => accessLocation);
  const lists = (points?.distributionPoints ?? []).flatMap(({ distributionPoint }) =>
    Array.isArray(distributionPoint) ? distributionPoint : [],
  );
  return { ocsp: addresses(ocsp), lists: addresses(lists) };
}

const addresses = (names: readonly pkijs.GeneralName[]) =>
  names.flatMap(({ type, value }) => (type === 6 && /^https?:\/\//.test(String(value)) ? [String(value)] : []));

/** As an increment behind everything: what was signed stays byte for byte. The same file when there is nothing to add. */
export async function addEvidence(pdf: Uint8Array, { certificates, lists, responses }: Gathered): Promise<Uint8Array> {
  if (lists.length + responses.length === 0) return pdf;
  const file = await PDF.load(pdf);
  const catalog = file.getCatalog();
  const known = evidenceIn(file);
  const stored = (old: readonly Uint8Array[], added: readonly Uint8Array[]) => {
    const all = new Map([...old, ...added].map((bytes) => [Buffer.from(bytes).toString('base64'), bytes]));
    return new PdfArray([...all.values()].map((bytes) => file.register(new PdfStream([], new Uint8Array(bytes)))));
  };
  const store = PdfDict.of({
    Type: PdfName.of('DSS'),
    Certs: stored(known.certificates, certificates),
    OCSPs: stored(known.responses, responses),
    CRLs: stored(known.lists, lists),
  });
  catalog.set('DSS', file.register(store));
  return file.save({ incremental: true });
}

/** What a paper carries; whether it counts is judged by who signed it. */
export function evidenceIn(file: PDF): Gathered {
  const resolve = (ref: PdfRef) => file.context.registry.resolve(ref);
  const store = file.getCatalog().getDict('DSS', resolve);
  const streams = (name: string) =>
    [...(store?.getArray(name, resolve) ?? [])].slice(0, 100).flatMap((each) => {
      const stream = each instanceof PdfRef ? resolve(each) : each;
      return stream instanceof PdfStream ? [stream.getDecodedData()] : [];
    });
  return { certificates: streams('Certs'), responses: streams('OCSPs'), lists: streams('CRLs') };
}
