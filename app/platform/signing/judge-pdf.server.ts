/** One PDF judged: every signature with its time stamp and chain, what stands behind the last, what was changed between them. */
import { createHash, X509Certificate } from 'node:crypto';
import { PDF } from '@libpdf/core';
import { openCms, same } from './check-signature.server.ts';
import type { OpenedCms } from './check-signature.server.ts';
import { evidenceIn } from './evidence.server.ts';
import { trimmed } from './hole.ts';
import { oid } from './oids.ts';
import type { FoundSignature } from './read-pdf.server.ts';
import { allBut, hazardsIn, shownIn, signaturesIn } from './read-pdf.server.ts';
import { contentOf, stampIn } from './time-stamp.server.ts';
import { signingText } from './text.ts';
import type { Chained, Trust } from './trust.server.ts';
import { chainOf } from './trust.server.ts';
import type { PdfUnreadable, PdfVerdict, SignatureCaution, SignatureFault, SignatureVerdict } from './verdict.ts';

export type Judging = { readonly pdf: Uint8Array; readonly trust: Trust; readonly now: Date };

export async function judgePdf(judging: Judging): Promise<PdfVerdict | PdfUnreadable> {
  const { pdf } = judging;
  if (Buffer.from(pdf.subarray(0, 1024)).indexOf('%PDF-') < 0) return { kind: 'not_a_pdf' };
  const file = await PDF.load(pdf).catch(() => undefined);
  if (!file || file.isEncrypted) return { kind: file || isLocked(pdf) ? 'pdf_encrypted' : 'pdf_malformed' };
  const found = ordered(signaturesIn(file));
  const carried = evidenceIn(file);
  const trust = withEvidence(judging.trust, carried);
  const shown = shownIn(file);
  const signatures: SignatureVerdict[] = [];
  for (const one of found)
    signatures.push(
      await judge(one, { ...judging, trust, others: carried.certificates, shown, isLast: one === found.at(-1) }),
    );
  const last = found.at(-1);
  const isAppended = last !== undefined && endOf(last) < pdf.length && !(await isEvidenceAlone(last, pdf, file));
  return { signatures, isAppended, hazards: hazardsIn(file) };
}

const isLocked = (pdf: Uint8Array) => Buffer.from(pdf).includes('/Encrypt');
const endOf = ({ range }: FoundSignature) => (range[2] ?? 0) + (range[3] ?? 0);
const ordered = (found: readonly FoundSignature[]) => found.toSorted((a, b) => endOf(a) - endOf(b));

/** What a paper carries is signed by the authorities, so it counts whoever put it there. */
function withEvidence(trust: Trust, { lists, responses }: ReturnType<typeof evidenceIn>): Trust {
  return {
    roots: trust.roots,
    lists: [...trust.lists, ...lists],
    responses: [...(trust.responses ?? []), ...responses],
  };
}

/** Behind the last signature stands nothing but proof for it (DSS): all else the file refers to is what it was. */
async function isEvidenceAlone(last: FoundSignature, pdf: Uint8Array, file: PDF): Promise<boolean> {
  const then = await PDF.load(pdf.subarray(0, endOf(last))).catch(() => undefined);
  // An increment that brings a store of proof, and ends where it ends: bytes that no reader reads are appended too.
  const isStore = then !== undefined && storeOf(then) !== storeOf(file) && /%%EOF\s{0,2}$/.test(tailOf(pdf));
  return isStore && allBut(then, 'DSS') === allBut(file, 'DSS');
}

const storeOf = (file: PDF) => file.getCatalog().getRef('DSS')?.objectNumber;
const tailOf = (pdf: Uint8Array) => Buffer.from(pdf.subarray(-16)).toString('latin1');

type Case = Judging & { readonly others: readonly Uint8Array[]; readonly shown: string; readonly isLast: boolean };

async function judge(found: FoundSignature, its: Case): Promise<SignatureVerdict> {
  const base = { field: found.field, isLast: its.isLast };
  const faults: SignatureFault[] = [];
  if (!isWhole(found, its.pdf)) faults.push('range_broken');
  else if (!its.isLast && (await isChangedSince(found, its))) faults.push('changed_since');
  const cms = openCms(trimmed(found.contents), { type: oid.data, hash: (name) => covered(found, its.pdf, name) });
  if (!cms) {
    const nobody = {
      signer: '',
      organisation: null,
      issuer: '',
      at: found.claimedAt,
      stampedBy: null,
      fingerprint: '',
    };
    return { ...base, ...nobody, faults: [...faults, 'signature_wrong'], cautions: [] };
  }
  const stamp = judgeStamp(cms, its);
  const at = stamp.at ?? its.now;
  const chain = chainOf(cms.certificate, {
    others: [...cms.others, ...its.others],
    trust: its.trust,
    at,
    use: 'paper',
  });
  const who = new X509Certificate(cms.certificate);
  return {
    ...base,
    signer: nameIn(who.subject, 'CN') ?? '',
    organisation: nameIn(who.subject, 'O') ?? null,
    issuer: nameIn(who.issuer, 'CN') ?? '',
    at: stamp.at?.toISOString() ?? found.claimedAt,
    stampedBy: stamp.by,
    fingerprint: createHash('sha256').update(cms.certificate).digest('hex'),
    faults: [...new Set([...faults, ...cms.faults, ...stamp.faults, ...chain.faults])],
    cautions: cautionsOf(who, chain, cms),
  };
}

function cautionsOf(who: X509Certificate, chain: Chained, cms: OpenedCms): readonly SignatureCaution[] {
  return [
    ...(chain.isRevocationKnown ? [] : (['revocation_unknown'] as const)),
    ...(chain.isRevokedSince ? (['revoked_since'] as const) : []),
    ...(cms.timeStamp ? [] : (['no_stamp'] as const)),
    ...(nameIn(who.subject, 'OU') === signingText.trial ? (['trial'] as const) : []),
  ];
}

/** From the first byte, around exactly the hole that holds this very CMS, to an end that lies in the file. */
function isWhole({ range, contents }: FoundSignature, pdf: Uint8Array): boolean {
  const [from, length = -1, then = -1, rest = -1] = range;
  const isOrdered = range.length === 4 && range.every((each) => Number.isSafeInteger(each) && each >= 0);
  if (!isOrdered || from !== 0 || then <= length || then + rest > pdf.length) return false;
  const hole = Buffer.from(pdf.subarray(length, then)).toString('latin1');
  if (!/^<[0-9A-Fa-f]*>$/.test(hole)) return false;
  return same(Buffer.from(hole.slice(1, -1), 'hex'), contents);
}

function covered({ range }: FoundSignature, pdf: Uint8Array, name: string): Uint8Array {
  const [from = 0, length = 0, then = 0, rest = 0] = range.map((each) => (each >= 0 ? each : 0));
  const hash = createHash(name).update(pdf.subarray(from, from + length));
  return hash.update(pdf.subarray(then, then + rest)).digest();
}

/** Later signatures may be added; what is shown must stay. */
async function isChangedSince(found: FoundSignature, { pdf, shown }: Case): Promise<boolean> {
  const then = await PDF.load(pdf.subarray(0, endOf(found))).catch(() => undefined);
  return then === undefined || shownIn(then) !== shown;
}

type Stamp = { readonly at: Date | undefined; readonly by: string | null; readonly faults: readonly SignatureFault[] };

/** Over the signature, by a certificate for nothing else, below a trusted root, valid when it stamped. */
function judgeStamp({ timeStamp, signature }: OpenedCms, { trust, others }: Case): Stamp {
  if (!timeStamp) return { at: undefined, by: null, faults: [] };
  const wrong: Stamp = { at: undefined, by: null, faults: ['stamp_wrong'] };
  try {
    const info = stampIn(timeStamp);
    const bytes = contentOf(timeStamp);
    const cms = openCms(timeStamp, {
      type: oid.timeStampInfo,
      hash: (name) => createHash(name).update(bytes).digest(),
    });
    const digest = createHash('sha256').update(signature).digest();
    const { messageImprint } = info;
    const isOurs = messageImprint.hashAlgorithm.algorithmId === oid.sha256;
    if (!cms || cms.faults.length > 0 || !isOurs) return wrong;
    if (!same(new Uint8Array(messageImprint.hashedMessage.valueBlock.valueHexView), digest)) return wrong;
    const by = nameIn(new X509Certificate(cms.certificate).subject, 'CN') ?? null;
    const chain = chainOf(cms.certificate, {
      others: [...cms.others, ...others],
      trust,
      at: info.genTime,
      use: 'stamp',
    });
    return chain.faults.length > 0
      ? { at: undefined, by, faults: ['stamp_untrusted'] }
      : { at: info.genTime, by, faults: [] };
  } catch {
    return wrong;
  }
}

/** One line a part, as Node writes names. */
function nameIn(name: string, part: string): string | undefined {
  const line = name.split('\n').findLast((each) => each.startsWith(`${part}=`));
  return line?.slice(part.length + 1).replaceAll(/\\(.)/g, '$1');
}
