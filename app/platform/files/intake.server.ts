/**
 * The way in for one file: size while it streams, type from its bytes, name against the type, then kept by its hash.
 * Nothing reaches the store that was not accepted. A PDF locked by a password is accepted and flagged, because
 * agencies send such scans; whoever reviews the evidence is told.
 */
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { cleanFileName, extensionOf } from './file-name.ts';
import { fileTypes } from './file-types.ts';
import type { FileType, ForeignType } from './file-types.ts';
import { sniff } from './sniff.server.ts';
import type { FileStore, StoreRefusal } from './store.server.ts';
import type { TextRefusal } from './utf8.ts';
import type { ZipRefusal } from './zip.server.ts';

export const defaultFileBytes = 20 * 1024 * 1024;

export type IncomingFile = {
  readonly name: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
};

export type KeptFile = {
  readonly hash: string;
  readonly size: number;
  readonly type: FileType;
  readonly mediaType: string;
  readonly name: string;
  /** Locked by a password: kept, but nobody can read it here. */
  readonly encrypted: boolean;
};

export type IntakeRefusal =
  | { readonly kind: 'empty_file' }
  | { readonly kind: 'file_too_large'; readonly limit: number }
  | { readonly kind: 'type_not_accepted'; readonly found: ForeignType; readonly extension: string }
  | { readonly kind: 'extension_disagrees'; readonly extension: string; readonly type: FileType }
  | { readonly kind: 'macro' }
  | TextRefusal
  | ZipRefusal
  | StoreRefusal;

export type IntakeOptions = { readonly store: FileStore; readonly limit?: number };

export async function takeIn(file: IncomingFile, options: IntakeOptions): Promise<Result<KeptFile, IntakeRefusal>> {
  const bytes = await collect(file.content, options.limit ?? defaultFileBytes);
  if (!bytes) return refuse({ kind: 'file_too_large', limit: options.limit ?? defaultFileBytes });
  const checked = await checkFile(file.name, bytes);
  if (!checked.ok) return checked;
  const kept = await options.store.put(bytes);
  return kept.ok ? ok({ ...checked.value, hash: kept.value.hash, size: bytes.length }) : kept;
}

/** The check without the keeping, for previews. */
export async function checkFile(
  name: string,
  bytes: Uint8Array,
): Promise<Result<Omit<KeptFile, 'hash' | 'size'>, IntakeRefusal>> {
  const judged = await judge(bytes, extensionOf(cleanFileName(name, '')));
  if (!judged.ok) return judged;
  const { type, encrypted } = judged.value;
  const { extensions, mediaType } = fileTypes[type];
  return ok({ type, mediaType, encrypted, name: cleanFileName(name, `tep.${extensions[0] ?? type}`) });
}

type Judged = { readonly type: FileType; readonly encrypted: boolean };

async function judge(bytes: Uint8Array, extension: string): Promise<Result<Judged, IntakeRefusal>> {
  const found = await sniff(bytes);
  switch (found.kind) {
    case 'known':
      return agree({ type: found.type, encrypted: found.encrypted }, extension);
    case 'text':
      return agree({ type: extension === 'csv' ? 'csv' : 'txt', encrypted: false }, extension);
    case 'foreign':
      return found.found === 'empty'
        ? refuse({ kind: 'empty_file' })
        : refuse({ kind: 'type_not_accepted', found: found.found, extension });
    case 'broken_text':
      return refuse(found.refusal);
    case 'macro':
    case 'encrypted':
    case 'damaged':
    case 'bomb':
      return refuse(found);
  }
}

function agree(judged: Judged, extension: string): Result<Judged, IntakeRefusal> {
  if (fileTypes[judged.type].extensions.includes(extension)) return ok(judged);
  return refuse({ kind: 'extension_disagrees', extension, type: judged.type });
}

async function collect(content: IncomingFile['content'], limit: number): Promise<Uint8Array | undefined> {
  if (content instanceof Uint8Array) return content.length > limit ? undefined : content;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
