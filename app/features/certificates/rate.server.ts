/** Brakes on the public form, per process: nobody tries codes one after the other, and files cost time to look at. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const lookups = new RateLimiterMemory({ keyPrefix: 'certificate-look-up', points: 60, duration: 600 });
const uploads = new RateLimiterMemory({ keyPrefix: 'certificate-file', points: 20, duration: 600 });

export type Brake = { readonly kind: 'too_many'; readonly minutes: number };

export async function brake(what: 'look_up' | 'file', address: string | null): Promise<Brake | undefined> {
  try {
    await (what === 'file' ? uploads : lookups).consume(address ?? '-');
    return undefined;
  } catch (spent) {
    if (!(spent instanceof RateLimiterRes)) throw spent;
    return { kind: 'too_many', minutes: Math.max(1, Math.ceil(spent.msBeforeNext / 60_000)) };
  }
}
