/** Which office document a zip is: from the one part that says it, with nothing else inflated. */
import type { FileType } from './file-types.ts';
import { defaultZipLimits, inflate, openZip } from './zip.server.ts';
import type { Zip, ZipLimits, ZipRefusal } from './zip.server.ts';

export type SniffedZip =
  | { readonly kind: 'known'; readonly type: FileType; readonly encrypted: false }
  | { readonly kind: 'foreign'; readonly found: 'zip' }
  | { readonly kind: 'macro' }
  | ZipRefusal;

/** A manifest is a few kB in every real document. */
const largestManifest = 4 * 1024 * 1024;

const macroPart = /(^|\/)(vbaProject\.bin|vbaData\.xml|macrosheets\/|Basic\/|Scripts\/)/i;

const ooxml: readonly (readonly [string, FileType])[] = [
  ['spreadsheetml.sheet.main+xml', 'xlsx'],
  ['wordprocessingml.document.main+xml', 'docx'],
  ['presentationml.presentation.main+xml', 'pptx'],
];

const odf: Readonly<Record<string, FileType>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
};

export async function sniffZip(bytes: Uint8Array, limits: ZipLimits = defaultZipLimits): Promise<SniffedZip> {
  const opened = await openZip(bytes, limits);
  return opened.ok ? sniffOpened(opened.value) : opened.refusal;
}

export function sniffOpened(zip: Zip): SniffedZip {
  for (const name of zip.entries.keys()) if (macroPart.test(name)) return { kind: 'macro' };
  const types = readText(zip, '[Content_Types].xml');
  if (typeof types === 'string') return sniffOoxml(types);
  if (types) return types;
  const mime = readText(zip, 'mimetype');
  if (typeof mime === 'string') return sniffOdf(zip, mime);
  return mime ?? { kind: 'foreign', found: 'zip' };
}

function sniffOoxml(types: string): SniffedZip {
  if (/macroEnabled|vbaProject|macrosheet/i.test(types)) return { kind: 'macro' };
  const found = ooxml.find(([part]) => types.includes(part));
  return found ? { kind: 'known', type: found[1], encrypted: false } : { kind: 'foreign', found: 'zip' };
}

function sniffOdf(zip: Zip, mime: string): SniffedZip {
  const type = odf[mime.trim()];
  if (!type) return { kind: 'foreign', found: 'zip' };
  const manifest = readText(zip, 'META-INF/manifest.xml');
  if (typeof manifest !== 'string') return manifest ?? { kind: 'damaged' };
  return manifest.includes('encryption-data') ? { kind: 'encrypted' } : { kind: 'known', type, encrypted: false };
}

function readText(zip: Zip, name: string): string | ZipRefusal | undefined {
  const entry = zip.entries.get(name);
  if (!entry) return undefined;
  if (entry.inflatedBytes > largestManifest) return { kind: 'bomb', rule: 'entry_bytes' };
  const content = inflate(zip, entry);
  return content.ok ? new TextDecoder().decode(content.value) : content.refusal;
}
