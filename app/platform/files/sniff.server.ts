/**
 * What a file is, from its bytes alone: the name and the browser's word are not asked.
 */
import { fileTypeFromBuffer } from 'file-type';
import type { FileType, ForeignType } from './file-types.ts';
import { sniffText } from './sniff-text.ts';
import type { SniffedText } from './sniff-text.ts';
import { sniffZip } from './sniff-zip.server.ts';
import type { SniffedZip } from './sniff-zip.server.ts';

export type Sniffed =
  | SniffedText
  | SniffedZip
  | { readonly kind: 'known'; readonly type: FileType; readonly encrypted: boolean }
  | { readonly kind: 'foreign'; readonly found: ForeignType; readonly extension?: string }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'damaged' };

export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  if (bytes.length === 0) return { kind: 'foreign', found: 'empty' };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return sniffZip(bytes);
  if (startsWith(bytes, '%PDF-')) return sniffPdf(bytes);
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOldOffice(bytes);
  // Text first: a table whose first heading is "BM" would else pass for a bitmap.
  const text = sniffText(bytes);
  if (text.kind === 'text' || (text.kind === 'foreign' && text.found !== 'binary')) return text;
  const found = await fileTypeFromBuffer(bytes.subarray(0, 65_536));
  return found ? named(found.ext, found.mime, bytes) : text;
}

function named(extension: string, mime: string, bytes: Uint8Array): Sniffed {
  switch (extension) {
    case 'png':
    case 'webp':
    case 'heic':
      return { kind: 'known', type: extension, encrypted: false };
    case 'jpg':
      return { kind: 'known', type: 'jpeg', encrypted: false };
    case 'rtf':
      return { kind: 'foreign', found: 'rtf' };
    case 'eml':
      return { kind: 'foreign', found: 'eml' };
    default:
      return { kind: 'foreign', found: familyOf(extension, mime, bytes), extension };
  }
}

function familyOf(extension: string, mime: string, bytes: Uint8Array): ForeignType {
  if (startsWith(bytes, 'MZ') || startsWith(bytes, '\x7fELF') || ['macho', 'wasm', 'class'].includes(extension)) {
    return 'program';
  }
  if (/^(video|audio|image)\//.test(mime)) return 'media';
  if (['rar', '7z', 'gz', 'bz2', 'xz', 'tar', 'zst', 'lz', 'cab', 'Z', 'lz4', 'arj'].includes(extension)) {
    return 'archive';
  }
  return 'binary';
}

/** The tail is looked at too: half a PDF is a broken upload, and who finds out later has lost the evidence. */
function sniffPdf(bytes: Uint8Array): Sniffed {
  if (!Buffer.from(bytes.subarray(-2048)).includes('%%EOF')) return { kind: 'damaged' };
  return {
    kind: 'known',
    type: 'pdf',
    encrypted: /\/Encrypt\s+\d+\s+\d+\s+R/.test(Buffer.from(bytes).toString('latin1')),
  };
}

/** An encrypted .xlsx or .docx is wrapped in the old container under this stream name (UTF-16). */
function sniffOldOffice(bytes: Uint8Array): Sniffed {
  const isWrapped = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
  return isWrapped ? { kind: 'encrypted' } : { kind: 'foreign', found: 'old_office' };
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic;
}
