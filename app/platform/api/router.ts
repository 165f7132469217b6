/** Which operation an address and a method mean. Patterns are few, so they are tried one after another. */
import type { Method, Operation } from './operation.ts';

export type Found =
  | { readonly kind: 'operation'; readonly operation: Operation; readonly params: Readonly<Record<string, string>> }
  /** The address is known, the method is not: `allowed` are the methods it has. */
  | { readonly kind: 'wrong_method'; readonly allowed: readonly string[]; readonly isPublic: boolean }
  | { readonly kind: 'nothing' };

export function route(operations: readonly Operation[], method: string, path: string): Found {
  const parts = segmentsOf(path);
  const matching = parts === undefined ? [] : operations.flatMap((operation) => matchOne(operation, parts));
  if (matching.length === 0) return { kind: 'nothing' };
  const wanted = method === 'HEAD' ? 'GET' : method;
  const found = matching.find(({ operation }) => operation.method === wanted);
  if (found) return { kind: 'operation', ...found };
  const own = new Set(matching.map(({ operation }) => operation.method));
  return { kind: 'wrong_method', allowed: methodsOf(own), isPublic: matching.some(isPublicRead) };
}

type Matched = { readonly operation: Operation; readonly params: Readonly<Record<string, string>> };

function matchOne(operation: Operation, parts: readonly string[]): readonly Matched[] {
  const pattern = operation.path.split('/').slice(1);
  if (pattern.length !== parts.length) return [];
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const given = parts[index] ?? '';
    if (wanted.startsWith('{')) params[wanted.slice(1, -1)] = given;
    else if (wanted !== given) return [];
  }
  return [{ operation, params }];
}

/** Undefined when a part is not well-formed text: no operation can be meant by it. */
function segmentsOf(path: string): readonly string[] | undefined {
  try {
    const parts = path.split('/').slice(1).map(decodeURIComponent);
    return parts.some((part) => part === '' || part.includes('\0')) ? undefined : parts;
  } catch {
    return undefined;
  }
}

function methodsOf(own: ReadonlySet<Method>): readonly string[] {
  return [...own, ...(own.has('GET') ? ['HEAD'] : []), 'OPTIONS'];
}

function isPublicRead({ operation }: Matched): boolean {
  return operation.method === 'GET' && operation.auth === 'public';
}
