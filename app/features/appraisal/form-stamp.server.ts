/**
 * Spam without asking anybody else: when a form was drawn is signed into it, so that it cannot be sent faster than it can be read, nor
 * from a copy kept for days; a field that no person sees must stay empty; and an address has so many opinions an hour.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Seal } from '../../platform/seal.server.ts';

const purpose = 'public_opinion.form';
const shortest = 3_000;
const longest = 12 * 3_600_000;

/** An office, or a village with one line, may stand behind one address. */
const byAddress = new RateLimiterMemory({ keyPrefix: 'opinion', points: 20, duration: 3600 });
const everybody = new RateLimiterMemory({ keyPrefix: 'opinions', points: 600, duration: 3600 });
const lookUps = new RateLimiterMemory({ keyPrefix: 'receipt', points: 30, duration: 600 });

export type Braked =
  | { readonly kind: 'too_many'; readonly minutes: number }
  | { readonly kind: 'sent_too_fast' }
  | { readonly kind: 'form_stale' }
  | { readonly kind: 'trap_filled' };

export function stampOf(seal: Seal, listId: string, now: Date): string {
  const at = String(now.getTime());
  return `${at}.${seal.lookup(purpose, `${listId} ${at}`).toString('hex').slice(0, 32)}`;
}

type Sent = { readonly stamp: string; readonly trap: string; readonly listId: string; readonly address: string | null };

export async function brakeOpinion(seal: Seal, sent: Sent, now: Date): Promise<Braked | undefined> {
  if (sent.trap !== '') return { kind: 'trap_filled' };
  const [at = ''] = sent.stamp.split('.');
  const drawn = new Date(Number(at));
  if (!/^\d{13}$/.test(at) || sent.stamp !== stampOf(seal, sent.listId, drawn)) return { kind: 'form_stale' };
  const age = now.getTime() - drawn.getTime();
  if (age < shortest) return { kind: 'sent_too_fast' };
  if (age > longest) return { kind: 'form_stale' };
  return (await take(byAddress, sent.address ?? '-')) ?? (await take(everybody, 'all'));
}

export async function brakeLookUp(address: string | null): Promise<Braked | undefined> {
  return take(lookUps, address ?? '-');
}

async function take(limiter: RateLimiterMemory, key: string): Promise<Braked | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return { kind: 'too_many', minutes: Math.max(1, Math.ceil(spent.msBeforeNext / 60_000)) };
  }
}
