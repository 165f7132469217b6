/** What a token of the API must say when it is made: for what, what it may do, for how long. */
import { scopes } from '../../../kernel/actor.ts';
import type { Scope } from '../../../kernel/actor.ts';

export const tokenDays = [30, 90, 180, 365] as const;

export type BadToken = { readonly kind: 'bad_token'; readonly fault: 'name' | 'scopes' | 'days' };

type Given = { readonly name: string; readonly scopes: readonly string[]; readonly days: number };

export function tokenFault({ name, scopes: wanted, days }: Given): BadToken | undefined {
  if (name.trim() === '' || name.length > 80) return { kind: 'bad_token', fault: 'name' };
  if (wanted.length === 0 || !wanted.every(isScope)) return { kind: 'bad_token', fault: 'scopes' };
  return tokenDays.some((one) => one === days) ? undefined : { kind: 'bad_token', fault: 'days' };
}

export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text);
}
