/**
 * Reads a zip the suspicious way: the directory by yauzl, everything else by hard limits.
 *
 * A declared size is only a claim, so an entry is inflated with the claim as its ceiling and then checked against its
 * CRC. Entries that share bytes (the overlapping bomb), repeat a name or are encrypted are refused before anything is
 * inflated. One entry is inflated at a time, by the caller, who lets go of it before asking for the next.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export type ZipLimits = {
  readonly entries: number;
  /** Bytes one entry may inflate to. */
  readonly entryBytes: number;
  /** Bytes all entries together may inflate to. */
  readonly totalBytes: number;
  /** Inflated to compressed; looked at only from `ratioFromBytes` on, because small repetitive parts compress well. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
};

export const defaultZipLimits: ZipLimits = {
  entries: 2_000,
  entryBytes: 200 * 1024 * 1024,
  totalBytes: 300 * 1024 * 1024,
  ratio: 300,
  ratioFromBytes: 1024 * 1024,
};

export type BombRule = 'entries' | 'entry_bytes' | 'total_bytes' | 'ratio' | 'overlap' | 'lying_size';

export type ZipRefusal =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'bomb'; readonly rule: BombRule };

export type ZipEntry = {
  readonly name: string;
  readonly deflated: boolean;
  readonly start: number;
  readonly end: number;
  readonly inflatedBytes: number;
  readonly crc: number;
};

export type Zip = { readonly bytes: Uint8Array; readonly entries: ReadonlyMap<string, ZipEntry> };

export async function openZip(bytes: Uint8Array, limits = defaultZipLimits): Promise<Result<Zip, ZipRefusal>> {
  let file: ZipFile;
  try {
    file = await yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
    });
  } catch {
    return refuse({ kind: 'damaged' });
  }
  if (file.entryCount > limits.entries) return refuse({ kind: 'bomb', rule: 'entries' });
  const listed = await listEntries(file, bytes);
  if (!listed) return refuse({ kind: 'damaged' });
  return judge(bytes, listed, limits);
}

/** The bytes of one entry, or the refusal that its size was a lie or its content is broken. */
export function inflate(zip: Zip, entry: ZipEntry): Result<Uint8Array, ZipRefusal> {
  const stored = zip.bytes.subarray(entry.start, entry.end);
  try {
    const content = entry.deflated
      ? inflateRawSync(stored, { maxOutputLength: Math.max(entry.inflatedBytes, 1) })
      : stored;
    const isWhole = content.length === entry.inflatedBytes && crc32(content) === entry.crc;
    return isWhole ? ok(content) : refuse({ kind: 'damaged' });
  } catch (error) {
    const isLie = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return refuse(isLie ? { kind: 'bomb', rule: 'lying_size' } : { kind: 'damaged' });
  }
}

type Listed = { readonly entry: Entry; readonly dataStart: number };

async function listEntries(file: ZipFile, bytes: Uint8Array): Promise<readonly Listed[] | undefined> {
  const listed: Listed[] = [];
  try {
    for await (const entry of file.eachEntry()) {
      const { fileDataStart } = await file.readLocalFileHeaderPromise(entry, { minimal: true });
      if (fileDataStart + entry.compressedSize > bytes.length) return undefined;
      listed.push({ entry, dataStart: fileDataStart });
    }
    return listed;
  } catch {
    return undefined;
  }
}

function judge(bytes: Uint8Array, listed: readonly Listed[], limits: ZipLimits): Result<Zip, ZipRefusal> {
  if (listed.some(({ entry }) => entry.isEncrypted())) return refuse({ kind: 'encrypted' });
  if (listed.some(({ entry }) => entry.compressionMethod !== 0 && entry.compressionMethod !== 8)) {
    return refuse({ kind: 'damaged' });
  }
  if (hasOverlap(listed)) return refuse({ kind: 'bomb', rule: 'overlap' });
  const rule = brokenRule(listed, limits);
  if (rule) return refuse({ kind: 'bomb', rule });
  const entries = new Map<string, ZipEntry>();
  for (const { entry, dataStart } of listed) {
    if (entries.has(entry.fileName)) return refuse({ kind: 'damaged' });
    entries.set(entry.fileName, {
      name: entry.fileName,
      deflated: entry.compressionMethod === 8,
      start: dataStart,
      end: dataStart + entry.compressedSize,
      inflatedBytes: entry.uncompressedSize,
      crc: entry.crc32,
    });
  }
  return ok({ bytes, entries });
}

function brokenRule(listed: readonly Listed[], limits: ZipLimits): BombRule | undefined {
  let total = 0;
  for (const { entry } of listed) {
    const { uncompressedSize, compressedSize } = entry;
    total += uncompressedSize;
    if (uncompressedSize > limits.entryBytes) return 'entry_bytes';
    if (uncompressedSize >= limits.ratioFromBytes && uncompressedSize > limits.ratio * compressedSize) return 'ratio';
  }
  return total > limits.totalBytes ? 'total_bytes' : undefined;
}

function hasOverlap(listed: readonly Listed[]): boolean {
  const inOrder = listed.toSorted((a, b) => a.entry.relativeOffsetOfLocalHeader - b.entry.relativeOffsetOfLocalHeader);
  return inOrder.some((here, index) => {
    const next = inOrder[index + 1];
    return next !== undefined && here.dataStart + here.entry.compressedSize > next.entry.relativeOffsetOfLocalHeader;
  });
}
