/**
 * The gate before any parsing: is this a workbook at all, and is its zip one that a workbook can be? Cheap: only the
 * directory of the zip and one small part are read.
 */
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { sniff } from '../files/sniff.server.ts';
import { sniffOpened } from '../files/sniff-zip.server.ts';
import type { SniffedZip } from '../files/sniff-zip.server.ts';
import { openZip } from '../files/zip.server.ts';
import type { Zip, ZipLimits } from '../files/zip.server.ts';
import type { ReadLimits, ReadRefusal } from './refusals.ts';

export type Guarded =
  | { readonly kind: 'workbook'; readonly zip: Zip }
  | { readonly kind: 'csv'; readonly text: string };

/** What Excel, LibreOffice, WPS and Google put into a workbook. Anything else is no part of one. */
const expected =
  /^(\[Content_Types\]\.xml$|_rels\/|docProps\/|xl\/|customXml\/|docMetadata\/|_xmlsignatures\/|package\/)/;
const program = /\.(exe|dll|js|vbs|bat|cmd|ps1|sh|jar|scr|com|msi|lnk|hta)$/i;

export async function guard(bytes: Uint8Array, limits: ReadLimits): Promise<Result<Guarded, ReadRefusal>> {
  if (bytes.length === 0) return refuse({ kind: 'empty_file' });
  if (bytes.length > limits.bytes) {
    return refuse({ kind: 'file_too_large', bytes: bytes.length, limit: limits.bytes });
  }
  return bytes[0] === 0x50 && bytes[1] === 0x4b ? guardZip(bytes, limits) : guardOther(bytes);
}

async function guardZip(bytes: Uint8Array, limits: ReadLimits): Promise<Result<Guarded, ReadRefusal>> {
  const opened = await openZip(bytes, zipLimits(limits));
  if (!opened.ok) return opened;
  const found = sniffOpened(opened.value);
  if (found.kind !== 'known' || found.type !== 'xlsx') return refuse(refusalOf(found));
  for (const name of opened.value.entries.keys()) {
    if (!expected.test(name) || program.test(name)) return refuse({ kind: 'unexpected_part', part: name });
  }
  return ok({ kind: 'workbook', zip: opened.value });
}

async function guardOther(bytes: Uint8Array): Promise<Result<Guarded, ReadRefusal>> {
  const found = await sniff(bytes);
  switch (found.kind) {
    case 'text':
      return ok({ kind: 'csv', text: found.text });
    case 'broken_text':
      return refuse(found.refusal);
    case 'foreign':
      return refuse({ kind: 'not_a_workbook', found: found.found });
    case 'known':
      return refuse({ kind: 'not_a_workbook', found: found.type });
    case 'encrypted':
    case 'damaged':
    case 'macro':
    case 'bomb':
      return refuse(found);
  }
}

function refusalOf(found: SniffedZip): ReadRefusal {
  if (found.kind === 'known') return { kind: 'not_a_workbook', found: found.type };
  return found.kind === 'foreign' ? { kind: 'not_a_workbook', found: found.found } : found;
}

function zipLimits(limits: ReadLimits): ZipLimits {
  return {
    entries: limits.parts,
    entryBytes: limits.partBytes,
    totalBytes: limits.totalBytes,
    ratio: 300,
    ratioFromBytes: 1024 * 1024,
  };
}
