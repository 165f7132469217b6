/**
 * Ids of rows that a program sends, so that sending again makes nothing twice: its own, else made from its Idempotency-Key
 * and the row's place, else new.
 */
import type { Actor } from '../../kernel/actor.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { importedId, newId } from '../id.server.ts';
import type { Problem } from './problem.ts';
import { sentText } from './text.ts';

type Sent = { readonly actor: Actor; readonly what: string; readonly key: string | null };

export function idsFor(
  items: readonly { readonly id?: string | undefined }[],
  { actor, what, key }: Sent,
): Result<readonly string[], Problem> {
  if (key !== null && (key.length < 8 || key.length > 200))
    return refuse({ kind: 'malformed_request', detail: sentText.keyWrong });
  const account = actor.kind === 'person' ? actor.accountId : '';
  const made = (index: number) => (key === null ? newId() : importedId(account, `${what}/${key}/${index}`));
  const ids = items.map(({ id }, index) => id?.toLowerCase() ?? made(index));
  const first = new Map(ids.map((id, index) => [id, index] as const).toReversed());
  const twice = ids.flatMap((id, index) => (first.get(id) === index ? [] : [index]));
  if (twice.length === 0) return ok(ids);
  const errors = twice.slice(0, 1000).map((index) => ({ pointer: `#/items/${index}/id`, detail: sentText.idTwice }));
  return refuse({ kind: 'invalid_body', errors });
}
